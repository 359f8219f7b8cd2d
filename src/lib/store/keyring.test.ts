// The keyring: each door opens, the wrong key does not, damage is no wrong passphrase, and one place of
// two is enough.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Argon2 } from './argon2';
import {
	inState,
	keyringToText,
	makeKeyring,
	openKeyring,
	textToKeyring,
	withNewCode,
	withoutPasskey,
	withPasskey,
	withPassphrase,
	type Keyring,
	type Outcome,
	type Proof
} from './keyring';
import { mendKeyring, readKeyring, removeKeyring, writeKeyring, type Place } from './keyring-place';
import { openSealed, sealBytes, type Seal } from './seal';

/** Stands for Argon2id: as different for other words, and quick. */
const quick: Argon2 = async ({ secret, salt }) => {
	const both = new Uint8Array([...secret, 0, ...salt]);
	return new Uint8Array(await crypto.subtle.digest('SHA-256', both));
};
const none: Argon2 = async () => undefined;

const words = (text: string): Proof => ({ by: 'passphrase', words: text });
const code = (text: string): Proof => ({ by: 'code', code: text });

function good<Value>(outcome: Outcome<Value, string>): Value {
	if (!outcome.ok) throw new Error(outcome.fault);
	return outcome;
}

async function faultOf(outcome: Promise<Outcome<unknown, string>>): Promise<string> {
	const found = await outcome;
	return found.ok ? 'opened' : found.fault;
}

let made: { keyring: Keyring; seal: Seal; code: string };
let sealed: Uint8Array;

beforeAll(async () => {
	made = good(await makeKeyring('four plain words here', quick));
	sealed = await sealBytes(made.seal, 'row', new TextEncoder().encode('Ada'));
});

/** Whether a proof opens what the first key has sealed. */
async function reads(keyring: Keyring, proof: Proof): Promise<boolean> {
	const { seal } = good(await openKeyring(keyring, proof, quick));
	const opened = await openSealed(seal, 'row', sealed);
	return opened !== undefined && new TextDecoder().decode(opened) === 'Ada';
}

describe('a keyring', () => {
	test('opens to the passphrase and to the code, and to nothing else', async () => {
		const { keyring } = made;
		expect(await reads(keyring, words('four plain words here'))).toBe(true);
		expect(await reads(keyring, code(made.code.toLowerCase()))).toBe(true);
		expect(await faultOf(openKeyring(keyring, words('four plain words'), quick))).toBe(
			'WrongPassphrase'
		);
		const another = good(await makeKeyring('x', quick)).code;
		expect(await faultOf(openKeyring(keyring, code(another), quick))).toBe('WrongCode');
		expect(await faultOf(openKeyring(keyring, code('7K2M'), quick))).toBe('MistypedCode');
		const secret = new Uint8Array(32);
		expect(await faultOf(openKeyring(keyring, { by: 'passkey', secret }, quick))).toBe(
			'WrongPasskey'
		);
	});

	test('gives a key that cannot be taken out of the browser', async () => {
		const { seal } = good(await openKeyring(made.keyring, code(made.code), quick));
		expect(seal.key.extractable).toBe(false);
		expect(made.seal.key.extractable).toBe(false);
		expect(seal.id).toBe(made.seal.id);
	});

	test('says so where the browser cannot make its key; the code opens it all the same', async () => {
		const proof = words('four plain words here');
		expect(await faultOf(openKeyring(made.keyring, proof, none))).toBe('KdfMissing');
		expect(good(await openKeyring(made.keyring, code(made.code), none)).seal.id).toBe(made.seal.id);
	});

	test('keeps its key when the passphrase changes; the old one opens nothing', async () => {
		const old = words('four plain words here');
		const { keyring } = good(await withPassphrase(made.keyring, old, 'other words', quick));
		expect(await reads(keyring, words('other words'))).toBe(true);
		expect(await reads(keyring, code(made.code))).toBe(true);
		expect(await faultOf(openKeyring(keyring, old, quick))).toBe('WrongPassphrase');
		expect(keyring.passphrase.kdf.salt).not.toBe(made.keyring.passphrase.kdf.salt);
		const refused = withPassphrase(made.keyring, words('no'), 'other words', quick);
		expect(await faultOf(refused)).toBe('WrongPassphrase');
	});

	test('takes a new code; the one before opens nothing', async () => {
		const proof = words('four plain words here');
		const renewed = good(await withNewCode(made.keyring, proof, quick));
		expect(await reads(renewed.keyring, code(renewed.code))).toBe(true);
		expect(await faultOf(openKeyring(renewed.keyring, code(made.code), quick))).toBe('WrongCode');
	});

	test('takes a passkey as one more door, and lets go of it', async () => {
		const secret = new Uint8Array(32).fill(7);
		const passkey = { credential: new Uint8Array(20), salt: new Uint8Array(32), secret };
		const proof = words('four plain words here');
		const { keyring } = good(await withPasskey(made.keyring, proof, passkey, quick));
		expect(await reads(keyring, { by: 'passkey', secret: new Uint8Array(32).fill(7) })).toBe(true);
		expect(await reads(keyring, proof)).toBe(true);
		const other = openKeyring(keyring, { by: 'passkey', secret: new Uint8Array(32) }, quick);
		expect(await faultOf(other)).toBe('WrongPasskey');
		expect(withoutPasskey(keyring)).toEqual(made.keyring);
	});

	test('holds no key, passphrase or code in the open', async () => {
		const text = keyringToText(made.keyring);
		expect(text).not.toContain('four');
		expect(text).not.toContain(made.code.slice(0, 9));
		expect(text.length).toBeLessThan(1_000);
	});
});

describe('the text of a keyring', () => {
	test('comes back whole', () => {
		const on = inState(made.keyring, 'on');
		expect(good(textToKeyring(keyringToText(on))).keyring).toEqual(on);
	});

	test('is damaged with any letter changed or cut off: never a wrong passphrase', () => {
		const text = keyringToText(made.keyring);
		for (let at = 0; at < text.length; at++) {
			const letter = text[at] === 'A' ? 'B' : 'A';
			const changed = textToKeyring(text.slice(0, at) + letter + text.slice(at + 1));
			expect(changed.ok ? at : changed.fault).toBe('KeyringDamaged');
			expect(textToKeyring(text.slice(0, at)).ok).toBe(false);
		}
		for (const foreign of ['', 'null', '[]', '{}', '{"sum":1}', '"x"']) {
			expect(textToKeyring(foreign)).toEqual({ ok: false, fault: 'KeyringDamaged' });
		}
	});

	test('of a later version is told apart from damage', () => {
		const later = { ...made.keyring, version: 2 };
		const text = keyringToText(later as unknown as Keyring);
		expect(textToKeyring(text)).toEqual({ ok: false, fault: 'KeyringTooNew' });
	});
});

describe('two places', () => {
	class Memory implements Place {
		text: string | undefined;
		isBroken = false;
		async read(): Promise<string | undefined> {
			if (this.isBroken) throw new Error('broken');
			return this.text;
		}
		async write(text: string): Promise<void> {
			if (this.isBroken) throw new Error('broken');
			this.text = text;
		}
		async remove(): Promise<void> {
			this.text = undefined;
		}
	}

	async function filled(): Promise<[Memory, Memory]> {
		const places: [Memory, Memory] = [new Memory(), new Memory()];
		expect(await writeKeyring(places, made.keyring)).toBe(true);
		return places;
	}

	test('there is none until one is written, and none after it is removed', async () => {
		expect(good(await readKeyring([new Memory(), new Memory()])).keyring).toBeUndefined();
		const places = await filled();
		expect(good(await readKeyring(places)).keyring).toEqual(made.keyring);
		await removeKeyring(places);
		expect(good(await readKeyring(places)).keyring).toBeUndefined();
	});

	test.each([
		['wiped', undefined],
		['emptied', ''],
		['cut short', '{"format":"kith-lock"']
	])('one that was %s is mended from the other', async (_, text) => {
		for (const at of [0, 1] as const) {
			const places = await filled();
			places[at].text = text;
			expect(good(await readKeyring(places)).keyring).toEqual(made.keyring);
			await mendKeyring(places, made.keyring);
			expect(places[at].text).toBe(keyringToText(made.keyring));
		}
	});

	test('the first is the newer one where they differ', async () => {
		const places = await filled();
		const on = inState(made.keyring, 'on');
		places[0].text = keyringToText(on);
		expect(good(await readKeyring(places)).keyring).toEqual(on);
		await mendKeyring(places, on);
		expect(places[1].text).toBe(keyringToText(on));
	});

	test('both damaged, or one damaged and one gone, is damage: never "no lock"', async () => {
		const [one, two] = await filled();
		one.text = 'x';
		two.text = 'y';
		expect(await readKeyring([one, two])).toEqual({ ok: false, fault: 'KeyringDamaged' });
		two.text = undefined;
		expect(await readKeyring([one, two])).toEqual({ ok: false, fault: 'KeyringDamaged' });
		two.isBroken = true;
		one.text = undefined;
		expect(await readKeyring([one, two])).toEqual({ ok: false, fault: 'KeyringDamaged' });
	});

	test('writing counts only when each place has taken it', async () => {
		const [one, two] = await filled();
		two.isBroken = true;
		expect(await writeKeyring([one, two], made.keyring)).toBe(false);
		expect(await writeKeyring([], made.keyring)).toBe(false);
	});
});
