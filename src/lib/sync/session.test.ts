// @vitest-environment node
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CORE, READER } from '$lib/store/documents';
import { digest } from '../../../tests/support/books';
import { pipePair } from '../../../tests/support/pipes';
import {
	addPerson,
	aDevice,
	aPair,
	both,
	introduce,
	parted,
	QUICK,
	sync,
	talk,
	until,
	worldOf,
	type Device
} from '../../../tests/support/talks';
import { decodeHello, encodeHello, keyProof, newHello, promiseOf } from './greeting';
import { newBookKey } from './keys';
import { decode, encode } from './messages';
import type { Pipe, PipeListener } from './pipe';
import { Session } from './session';
import type { Standing } from './talk';

/** What nobody has caught. */
const uncaught: unknown[] = [];
const note = (why: unknown) => void uncaught.push(why);
beforeAll(() => void process.on('unhandledRejection', note));
afterAll(() => {
	process.off('unhandledRejection', note);
	expect(uncaught).toEqual([]);
});

const pairing = { isPairing: () => true };

test('a wrong key gets less than 200 bytes, and never a word of the book', async () => {
	const phone = await aDevice('phone', newBookKey());
	const other = await aDevice('other', newBookKey());
	await introduce(phone, other);
	addPerson(phone, 'Ada Lindqvist');
	const got: Uint8Array[] = [];
	const talked = talk(phone, other, {
		there: (frame) => {
			got.push(frame);
			return [frame];
		}
	});
	expect(await parted(talked)).toEqual(['wrong-key', 'wrong-key']);
	expect(talked.b.bytes.received).toBeLessThan(200);
	const letters = new TextDecoder().decode(Uint8Array.from(got.flatMap((frame) => [...frame])));
	expect(letters).not.toMatch(/Ada|phone|publicKey|20260/);
	expect(phone.kept.now.peers[other.book.device]?.seenAt).toBeUndefined();
});

test('another binding is another connection: a proof that was passed on is no good', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	const pipes = pipePair();
	const b: Pipe = new Proxy(pipes.b, {
		get: (pipe, name) => {
			if (name === 'binding') return new Uint8Array(32).fill(9);
			const value: unknown = Reflect.get(pipe, name, pipe);
			return typeof value === 'function' ? (value.bind(pipe) as unknown) : value;
		}
	});
	const seen: Standing[] = [];
	const one = new Session(pipes.a, worldOf(phone, seen), QUICK);
	const other = new Session(b, worldOf(laptop), QUICK);
	await until(() => one.standing.is === 'parted' && other.standing.is === 'parted');
	expect([one.standing, other.standing]).toMatchObject([
		{ why: 'wrong-key' },
		{ why: 'wrong-key' }
	]);
});

/** The other end of a session, played by a test. */
class Stranger {
	readonly heard: Uint8Array[] = [];
	readonly session: Session;
	readonly pipe: Pipe;
	constructor(device: Device, world = {}) {
		const pipes = pipePair();
		this.pipe = pipes.b;
		const listener: PipeListener = {
			onmessage: (message) => void this.heard.push(message),
			onend: () => undefined
		};
		pipes.b.listen(listener);
		this.session = new Session(pipes.a, { ...worldOf(device), ...world }, QUICK);
	}
	async next(many: number): Promise<Uint8Array> {
		await until(() => this.heard.length >= many);
		return this.heard[many - 1]!;
	}
	say(bytes: Uint8Array): void {
		void this.pipe.send(bytes);
	}
	async end(): Promise<unknown> {
		await until(() => this.session.standing.is === 'parted');
		return this.session.standing.is === 'parted' && this.session.standing.why;
	}
}

test('our own hello and proof back are no other device', async () => {
	const [phone] = (await aPair('phone')) as [Device];
	const echo = new Stranger(phone);
	echo.say(await echo.next(1));
	expect(await echo.end()).toBe('broken');
	// With a nonce of its own, but our proof.
	const mirror = new Stranger(phone);
	await mirror.next(1);
	mirror.say(encodeHello(newHello()));
	mirror.say(await mirror.next(2));
	expect(await mirror.end()).toBe('wrong-key');
	expect(mirror.heard.length).toBe(3);
});

test('what was said in another conversation is no good in this one', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	const frames: Uint8Array[] = [];
	const pipes = pipePair();
	const send = pipes.b.send.bind(pipes.b);
	pipes.b.send = (message) => {
		frames.push(message.slice());
		return send(message);
	};
	const first = new Session(pipes.a, worldOf(phone), QUICK);
	new Session(pipes.b, worldOf(laptop), QUICK);
	await until(() => first.standing.is === 'level');
	first.end();
	const again = new Stranger(phone);
	for (const frame of frames) again.say(frame);
	expect(await again.end()).toBe('wrong-key');
});

test('a version of the protocol that is not ours ends it, and is told apart', async () => {
	const [phone] = (await aPair('phone')) as [Device];
	for (const [protocol, why] of [
		[2, 'newer-there'],
		[0, 'newer-here']
	] as const) {
		const other = new Stranger(phone);
		other.say(encodeHello({ ...newHello(), protocol }));
		expect(await other.end()).toBe(why);
		expect(other.heard).toHaveLength(1);
	}
});

test('nobody can pose as another device, though it holds the book key', async () => {
	const key = newBookKey();
	const [phone, laptop, thief] = [
		await aDevice('phone', key),
		await aDevice('laptop', key),
		await aDevice('thief', key)
	];
	await introduce(phone, laptop);
	addPerson(phone, 'Ada');
	const name = { id: laptop.book.device, publicKey: laptop.kept.now.device!.publicKey };
	const world = worldOf(phone);
	const other = new Stranger(phone);
	const hello = newHello();
	const theirs = decodeHello(await other.next(1))!;
	other.say(encodeHello(hello));
	other.say(encode({ is: 'proof', proof: await keyProof(key, hello, theirs, other.pipe.binding) }));
	const message = decode(await other.next(3));
	if (message?.is !== 'card') throw new Error('no card');
	const card = { ...message.card, ...name };
	const part = new Uint8Array(16);
	other.say(encode({ is: 'card', card, promise: await promiseOf(part) }));
	other.say(encode({ is: 'device', proof: new Uint8Array(32), part }));
	expect(await other.end()).toBe('broken');
	// With a public key of its own it is a device nobody knows.
	Object.defineProperty(thief.book, 'device', { value: laptop.book.device });
	await thief.kept.changePeer(phone.book.device, {
		publicKey: phone.kept.now.device!.publicKey
	});
	expect(await parted(talk(phone, thief, { a: world }))).toEqual([
		'unknown-device',
		'unknown-device'
	]);
	expect(thief.book.all('person')).toHaveLength(0);
});

test('a device nobody knows is not let in, and not asked about unless a code is out', async () => {
	const key = newBookKey();
	const [phone, other] = [await aDevice('phone', key), await aDevice('other', key)];
	addPerson(phone, 'Ada');
	expect(await parted(talk(phone, other, { b: pairing }))).toEqual([
		'unknown-device',
		'unknown-device'
	]);
	const talked = talk(phone, other, { a: pairing, b: pairing });
	await both(talked, 'unknown');
	talked.a.letIn();
	talked.b.turnAway();
	expect(await parted(talked)).toEqual(['refused', 'refused']);
	expect(other.book.all('person')).toHaveLength(0);
	expect(other.kept.now.peers[phone.book.device]?.publicKey).toBeUndefined();
});

test('the words are the same on both screens, and others each time', async () => {
	const key = newBookKey();
	const [phone, other] = [await aDevice('phone', key), await aDevice('other', key)];
	const all: string[] = [];
	for (let round = 0; round < 5; round++) {
		const talked = talk(phone, other, { a: pairing, b: pairing });
		await both(talked, 'unknown');
		const [one, two] = [talked.a.standing, talked.b.standing];
		if (one.is !== 'unknown' || two.is !== 'unknown') throw new Error('gone');
		expect(one.words).toHaveLength(4);
		expect(one.words).toEqual(two.words);
		expect(one.card).toMatchObject({ id: other.book.device, name: 'other' });
		all.push(one.words.join(' '));
		talked.a.end();
		await both(talked, 'parted');
	}
	expect(new Set(all).size).toBe(5);
});

test('whoever was let in once need not be asked about again; the other side may still ask', async () => {
	const key = newBookKey();
	const [phone, other] = [await aDevice('phone', key), await aDevice('other', key)];
	await phone.kept.changePeer(other.book.device, { publicKey: other.kept.now.device!.publicKey });
	const talked = talk(phone, other, { b: pairing });
	await both(talked, 'unknown');
	talked.b.letIn();
	await both(talked, 'level');
	talked.a.end();
	await parted(talked);
	await sync(phone, other);
});

test('a copied browser profile is told', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	Object.defineProperty(laptop.book, 'device', { value: phone.book.device });
	expect(await parted(talk(phone, laptop))).toEqual(['same-device', 'same-device']);
});

test('a book that asks for a newer app exchanges nothing, either way', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	addPerson(phone, 'Ada');
	addPerson(laptop, 'Ben');
	phone.book
		.document(CORE)
		.doc.getMap('meta')
		.set('minReader', READER + 1);
	const before = [digest(phone.book), digest(laptop.book)];
	expect(await parted(talk(laptop, phone))).toEqual(['newer-there', 'newer-here']);
	expect([digest(phone.book), digest(laptop.book)]).toEqual(before);
});

test('an end is told to both, and a pipe that falls silent too', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	const talked = talk(phone, laptop);
	await both(talked, 'level');
	talked.pipes.a.end('silent');
	expect(await parted(talked)).toEqual(['silent', 'closed']);
});

test('what makes no sense, at any step, ends it or is nothing; the book stays as it is', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	addPerson(phone, 'Ada');
	addPerson(laptop, 'Ben');
	await sync(phone, laptop);
	const before = [digest(phone.book), digest(laptop.book)];
	const step = fc.integer({ min: 0, max: 12 });
	await fc.assert(
		fc.asyncProperty(step, fc.uint8Array({ maxLength: 60 }), async (at, bytes) => {
			const pipes = pipePair();
			let sent = 0;
			const send = pipes.b.send.bind(pipes.b);
			pipes.b.send = async (message) => {
				if (sent++ === at) void send(bytes);
				await send(message);
			};
			const one = new Session(pipes.a, worldOf(phone), QUICK);
			const other = new Session(pipes.b, worldOf(laptop), QUICK);
			await until(
				() => one.standing.is === 'parted' || (one.standing.is === 'level' && sent <= at)
			);
			if (sent > at) expect(one.standing).toMatchObject({ is: 'parted' });
			one.end();
			other.end();
			expect([digest(phone.book), digest(laptop.book)]).toEqual(before);
		}),
		{ seed: 66, numRuns: 100 }
	);
});

test('a message changed on its way is never taken in', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	for (let at = 0; at < 20; at++) addPerson(laptop, `Ben ${at}`);
	const [empty, whole] = [digest(phone.book), digest(laptop.book)];
	expect(empty).not.toBe(whole);
	await fc.assert(
		fc.asyncProperty(
			fc.nat(6),
			fc.nat(),
			fc.integer({ min: 1, max: 255 }),
			async (at, where, by) => {
				const fresh = await aDevice('phone', phone.kept.now.keys[0]);
				await introduce(laptop, fresh);
				const nothing = digest(fresh.book);
				const pipes = pipePair();
				let sent = 0;
				const send = pipes.b.send.bind(pipes.b);
				pipes.b.send = async (message) => {
					const bytes = message.slice();
					if (sent++ === at) bytes[where % bytes.length]! ^= by;
					await send(bytes);
				};
				const one = new Session(pipes.a, worldOf(fresh), QUICK);
				const other = new Session(pipes.b, worldOf(laptop), QUICK);
				await until(() => one.standing.is === 'parted');
				other.end();
				const now = fresh.book.all('person').length;
				expect([0, 20]).toContain(now);
				if (now === 0) expect(digest(fresh.book)).toBe(nothing);
			}
		),
		{ seed: 67, numRuns: 100 }
	);
});
