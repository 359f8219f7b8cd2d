// The rules of the folder, one by one; tests/sync has them all at once, with everything that can go wrong.
// Over 300 lines, because each rule is tried with all that a cloud does to it.
import { beforeEach, describe, expect, test } from 'vitest';
import { seededRandom } from '$lib/domain/random';
import { eraseRecords, leftOvers } from '$lib/store/erasing';
import { aNote, aPerson, digest, write } from '../../../tests/support/books';
import { aCarriedDevice, idOf, KEY, type CarriedDevice } from '../../../tests/support/carried';
import { FaultyFolder } from '../../../tests/support/faulty-folder';
import { bytesToHex } from './bytes';
import { changesPiece, readBody, updatePiece, type Changes } from './carried-body';
import { openPart, sealPart } from './carried-file';
import { exchangeWithFolder } from './folder';
import type { Newest } from './intake';
import { keepFolder, keptFolder } from './kept-folder';
import { newBookKey } from './keys';
import { DIGEST_FORM, reachedOf } from './level';
import { removeDevice } from './removing';
import { keepShown } from './showing';

const [PHONE, LAPTOP, TABLET] = [idOf('phone'), idOf('laptop'), idOf('tablet')];
let folder: FaultyFolder;
beforeEach(() => {
	folder = new FaultyFolder(seededRandom(1));
});

const visit = ({ world }: CarriedDevice) => exchangeWithFolder(folder, world);
const add = ({ book }: CarriedDevice, name: string): void =>
	void write(book, (draft) => draft.add('person', aPerson({ name })));
const filesOf = ({ book }: CarriedDevice): string[] =>
	[...folder.files.keys()].filter((path) => path.startsWith(`devices/${book.device}/`)).sort();
async function several(many: number): Promise<[CarriedDevice, CarriedDevice, CarriedDevice]> {
	const [phone, laptop, tablet] = await Promise.all(
		['phone', 'laptop', 'tablet'].map((name) => aCarriedDevice(name))
	);
	for (let at = 0; at < many; at++) add(phone as CarriedDevice, `Person ${at}`);
	return [phone as CarriedDevice, laptop as CarriedDevice, tablet as CarriedDevice];
}
/** Everything the readable files say, as text. */
async function said(device: CarriedDevice): Promise<string> {
	const texts: string[] = [];
	for (const bytes of folder.files.values()) {
		const opened = await openPart(bytes, device.kept.now.keys);
		if (opened.ok) texts.push(new TextDecoder('latin1').decode(opened.body));
	}
	return texts.join('\n');
}

describe('two devices', () => {
	test('get level, and are told so with the people on both', async () => {
		const [phone, laptop] = await several(3);
		expect(await visit(phone)).toMatchObject({ written: 1, files: 0, level: [] });
		expect(await visit(laptop)).toMatchObject({ written: 1, files: 1, devices: [PHONE] });
		expect(await visit(phone)).toMatchObject({ written: 1, files: 1, level: [LAPTOP] });
		expect(await visit(laptop)).toMatchObject({ written: 0, files: 0, level: [PHONE] });
		expect(digest(laptop.book)).toBe(digest(phone.book));
		expect(laptop.kept.now.peers[PHONE]).toMatchObject({ levelBy: 'folder', people: 3 });
		// Nobody is here to be looked at: a restore point is all that comes before it.
		expect(laptop.asked).toEqual([{ is: 'point', from: PHONE, name: 'phone' }]);
	});

	test('write nothing while there is nothing new to say, and read nothing again', async () => {
		const [phone, laptop] = await several(1);
		for (const device of [phone, laptop, phone, laptop, phone]) await visit(device);
		const before = [...folder.files.keys()];
		folder.reads = 0;
		expect(await visit(laptop)).toMatchObject({ written: 0, files: 0, level: [PHONE] });
		expect([...folder.files.keys()]).toEqual(before);
		// Its own files alone.
		expect(folder.reads).toBe(filesOf(laptop).length);
	});

	test('write what is new as small files, and one whole file when those have grown many', async () => {
		const [phone, laptop] = await several(600);
		await visit(phone);
		const [whole = ''] = filesOf(phone);
		for (let at = 0; at < 5; at++) {
			add(phone, `Later ${at}`);
			await visit(phone);
		}
		expect(filesOf(phone)[0]).toBe(whole);
		for (let at = 0; at < 40; at++) {
			add(phone, `Much later ${at}`);
			await visit(phone);
			expect(filesOf(phone).length).toBeLessThanOrEqual(17);
		}
		expect(filesOf(phone)).not.toContain(whole);
		await visit(laptop);
		expect(laptop.book.all('person')).toHaveLength(645);
	});

	test('tell of what was only taken away', async () => {
		const [phone, laptop] = await several(600);
		write(phone.book, (draft) => draft.add('note', aNote({ body: 'Kept, and not kept' })));
		for (const device of [phone, laptop, phone, laptop]) await visit(device);
		const [note] = phone.book.all('note');
		const [text] = phone.book.document('kith-journal-2026').bodies?.texts(note?.id ?? '') ?? [];
		text?.delete(4, 14);
		expect(await visit(phone)).toMatchObject({ written: 1 });
		await visit(laptop);
		expect(laptop.book.all('note')[0]?.body).toBe('Kept');
	});

	test('wait for a file that builds on one still missing', async () => {
		const [phone, laptop] = await several(40);
		await visit(phone);
		const [whole = ''] = filesOf(phone);
		add(phone, 'Later');
		await visit(phone);
		const bytes = folder.files.get(whole) as Uint8Array;
		folder.files.delete(whole);
		expect((await visit(laptop)).waiting).toEqual([{ why: 'early', from: PHONE, files: 1 }]);
		expect(laptop.book.all('person')).toEqual([]);
		folder.files.set(whole, bytes);
		expect(await visit(laptop)).toMatchObject({ files: 2, waiting: [] });
		expect(laptop.book.all('person')).toHaveLength(41);
	});
});

test('a file of the first Kith, whose digests are made otherwise, is read once and says nothing of being level', async () => {
	const [phone, laptop] = await several(3);
	await visit(phone);
	const [path = ''] = filesOf(phone);
	const bytes = await asOfFirstKith(folder.files.get(path) ?? new Uint8Array());
	const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, 6);
	const name = `000001-${bytesToHex(sum)}.kith`;
	folder.files.delete(path);
	folder.files.set(`devices/${PHONE}/${name}`, bytes);
	expect(await visit(laptop)).toMatchObject({ files: 1, devices: [PHONE], level: [] });
	// As if the phone had all that is here; then only the digests tell.
	const shown = keptFolder(laptop.kept).seen[PHONE]?.newest;
	expect(shown).toMatchObject({ form: 1 });
	const after = reachedOf(laptop.book);
	const { form: _, ...unsaid } = { ...shown, after } as Newest;
	for (const [said, stand] of [
		[{ form: 1 }, 'apart'],
		[{}, 'apart'],
		[{ form: DIGEST_FORM }, 'unlike']
	] as const) {
		await keepFolder(laptop.kept, (held) => ({ ...held, seen: {} }));
		const come = new Map([[PHONE, { ...unsaid, ...said }]]);
		expect((await keepShown(laptop.world, 'folder', come, undefined)).get(PHONE)).toBe(stand);
	}
	// With a Kith like ours the phone writes its digests anew, and they are.
	await keepFolder(laptop.kept, (held) => ({ ...held, seen: {} }));
	await visit(phone);
	expect(await visit(laptop)).toMatchObject({ level: [PHONE] });
});

/** The same words as the first Kith would have written them down. */
async function asOfFirstKith(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
	const opened = await openPart(bytes, [KEY]);
	const changes = opened.ok ? readBody(opened.body) : undefined;
	if (changes?.is !== 'changes') throw new Error('no words');
	expect(changes.form).toBe(DIGEST_FORM);
	const unsaid = { ...changes, form: undefined } as unknown as Changes;
	const documents = changes.documents.map((one) => ({ ...one, digest: 'f1'.repeat(32) }));
	return sealPart(
		KEY,
		(async function* () {
			for (const [at, { updates }] of documents.entries()) {
				for (const update of updates) yield updatePiece(at, update);
			}
			yield changesPiece({ ...unsaid, documents });
		})()
	);
}

describe('a folder that fails', () => {
	test('cannot take anything away: emptied, it is filled again', async () => {
		const [phone, laptop] = await several(2);
		for (const device of [phone, laptop, phone]) await visit(device);
		folder.files.clear();
		expect(await visit(laptop)).toMatchObject({ written: 1, files: 0, trouble: undefined });
		expect(laptop.book.all('person')).toHaveLength(2);
		expect(filesOf(laptop)).toHaveLength(1);
	});

	test.each(['gone', 'cut', 'emptied', 'turned', 'another'])(
		'has its own file back that was %s',
		async (how) => {
			const [phone, laptop] = await several(2);
			await visit(phone);
			const [path = ''] = filesOf(phone);
			const bytes = folder.files.get(path)?.slice() as Uint8Array;
			if (how === 'gone') folder.files.delete(path);
			if (how === 'cut') folder.files.set(path, bytes.slice(0, -1));
			if (how === 'emptied') folder.files.set(path, new Uint8Array());
			if (how === 'another') folder.files.set(path, new TextEncoder().encode('Kith'));
			if (how === 'turned') {
				bytes[60]! ^= 1;
				folder.files.set(path, bytes);
			}
			expect(await visit(phone)).toMatchObject({ written: 1 });
			await visit(laptop);
			expect(laptop.book.all('person')).toHaveLength(2);
		}
	);

	test('counts what is not there yet by device, and takes the rest', async () => {
		const [phone, laptop, tablet] = await several(2);
		await visit(phone);
		await visit(tablet);
		const [path = ''] = filesOf(phone);
		const bytes = folder.files.get(path) as Uint8Array;
		folder.files.set(`devices/${PHONE}/.000009-aaaaaaaaaaaa.kith.icloud`, new Uint8Array(9));
		folder.files.set(`devices/${PHONE}/000008-aaaaaaaaaaaa.kith`, new Uint8Array());
		folder.files.set(`devices/${PHONE}/half.kith`, bytes.slice(0, 100));
		folder.files.set(`devices/${PHONE}/desktop.ini`, new TextEncoder().encode('[Shell]'));
		folder.files.set(`devices/${PHONE}/conflicted copy.kith`, bytes);
		folder.files.delete(path);
		const { waiting, refused, files } = await visit(laptop);
		expect(files).toBe(2);
		expect(refused).toEqual([]);
		expect(waiting.map(({ why, from }) => `${from} ${why}`).sort()).toEqual([
			`${PHONE} damaged`,
			`${PHONE} empty`,
			`${PHONE} foreign`,
			`${PHONE} placeholder`
		]);
		expect(laptop.book.all('person')).toHaveLength(2);
	});

	test('says so when nothing can be written', async () => {
		const [phone] = await several(1);
		folder.failing = 1;
		expect(await visit(phone)).toMatchObject({ written: 0, trouble: 'unwritten' });
		folder.failing = 0;
		expect(await visit(phone)).toMatchObject({ written: 1, trouble: undefined });
	});

	test('brings back what a device lost that kept its name', async () => {
		const [phone] = await several(2);
		await visit(phone);
		const again = await aCarriedDevice('phone');
		expect(await visit(again)).toMatchObject({ files: 1, trouble: undefined });
		expect(again.book.all('person')).toHaveLength(2);
		await visit(again);
		expect(filesOf(again)).toHaveLength(1);
	});
});

describe('erased words', () => {
	test('are in no file of a device once it has followed, copies and old states among them', async () => {
		const [phone, laptop] = await several(30);
		write(phone.book, (draft) => draft.add('note', aNote({ body: 'a secret of the heart' })));
		for (const device of [phone, laptop, phone]) await visit(device);
		const [path = ''] = filesOf(phone);
		folder.files.set(`${path} (conflicted copy).kith`, folder.files.get(path) as Uint8Array);
		folder.remember();
		expect(await said(phone)).toContain('a secret of the heart');
		const [note] = phone.book.all('note');
		eraseRecords(phone.book, [note?.id ?? '']);
		for (const device of [phone, laptop, phone, laptop]) await visit(device);
		expect(await said(phone)).not.toContain('a secret of the heart');
		expect(laptop.book.all('note')).toEqual([]);
		folder.befall('put back');
		for (const device of [phone, laptop, phone, laptop]) await visit(device);
		expect(await said(phone)).not.toContain('a secret of the heart');
		expect(laptop.book.all('note')).toEqual([]);
	});
});

test('words written apart upon something erased are in no file once they are let go of', async () => {
	const [phone, laptop] = await several(3);
	const [person] = phone.book.all('person');
	const id = person?.id ?? '';
	for (const device of [phone, laptop]) await visit(device);
	write(laptop.book, (draft) => draft.edit('person', id, { about: 'a secret of the heart' }));
	await visit(laptop);
	eraseRecords(phone.book, [id]);
	for (const device of [phone, laptop]) await visit(device);
	eraseRecords(laptop.book, leftOvers(laptop.book));
	for (const device of [laptop, phone, laptop]) await visit(device);
	expect(await said(phone)).not.toContain('a secret');
});

describe('the rep is asked', () => {
	test('before two books with people meet, and again when the answer was no', async () => {
		const [phone, laptop] = await several(2);
		add(laptop, 'Bo');
		await visit(phone);
		laptop.says = false;
		expect((await visit(laptop)).waiting).toEqual([{ why: 'declined', from: PHONE, files: 1 }]);
		expect(laptop.book.all('person')).toHaveLength(1);
		laptop.says = true;
		await visit(laptop);
		expect(laptop.asked).toHaveLength(2);
		expect(laptop.asked[1]).toMatchObject({ is: 'first', from: PHONE, name: 'phone' });
		expect(laptop.asked[1]?.is === 'first' && laptop.asked[1].people).toHaveLength(2);
		expect(laptop.book.all('person')).toHaveLength(3);
		add(phone, 'Later');
		await visit(phone);
		await visit(laptop);
		expect(laptop.asked).toHaveLength(2);
	});

	test('before a merge that trashes more than a fifth; nothing of it comes in on a no', async () => {
		const [phone, laptop] = await several(20);
		for (const device of [phone, laptop]) await visit(device);
		const trashedAt = new Date(phone.clock.ms).toISOString();
		write(phone.book, (draft) => {
			for (const { id } of phone.book.all('person')) draft.edit('person', id, { trashedAt });
		});
		add(phone, 'New');
		await visit(phone);
		laptop.says = false;
		await visit(laptop);
		expect(laptop.book.all('person')).toHaveLength(20);
		expect(laptop.asked).toHaveLength(2);
		expect(laptop.asked[1]).toMatchObject({ is: 'large', trashing: 20, changed: 20, of: 20 });
		laptop.says = true;
		await visit(laptop);
		expect(laptop.book.all('person')).toHaveLength(1);
	});
});

describe('a removed device', () => {
	test('is read no more, whatever name it signs with; those who stay learn the new key', async () => {
		const [phone, laptop, tablet] = await several(2);
		for (const device of [phone, laptop, tablet, phone, laptop, tablet]) await visit(device);
		await removeDevice(phone.book, phone.kept, TABLET, phone.clock.ms);
		const forger = await aCarriedDevice('laptop');
		add(forger, 'Forged by tablet');
		expect((await visit(phone)).written).toBe(2);
		add(tablet, 'Written after');
		await visit(tablet);
		// Under the old key and in the name of one who stays.
		await visit(forger);
		// What the removed one has left there is as it should be: nothing is said of it.
		const { refused, waiting } = await visit(phone);
		expect(refused).toEqual([]);
		expect(waiting.map(({ why }) => why)).toEqual(['old-key']);
		for (const path of filesOf(forger)) folder.files.delete(path);
		await visit(laptop);
		expect(laptop.kept.now.keys.at(-1)).toEqual(phone.kept.now.keys.at(-1));
		expect(laptop.book.get('device', TABLET)?.removedAt).toBeDefined();
		for (const device of [phone, laptop, phone, laptop]) await visit(device);
		expect(digest(laptop.book)).toBe(digest(phone.book));
		expect(phone.book.all('person').map(({ name }) => name)).toEqual(['Person 0', 'Person 1']);
		expect(phone.kept.now.peers[LAPTOP]?.lacksKey).toBe(false);
		// Everybody has the new key, so nothing is handed over any more.
		expect(keptFolder(phone.kept).keyFile).toBeUndefined();
		for (const device of [phone, laptop]) {
			const after = await visit(device);
			expect([after.refused, after.waiting]).toEqual([[], []]);
		}
		// The removed one was not told by anybody: its own key is what it lacks.
		const { refused: locked } = await visit(tablet);
		expect(new Set(locked.map(({ why }) => why))).toEqual(new Set(['lacks-key']));
		expect(tablet.kept.now.keys).toHaveLength(1);
	});
});

test('a new device passes over old files under keys it never had', async () => {
	const [phone, laptop, tablet] = await several(2);
	for (const device of [phone, laptop, tablet, phone, laptop, tablet]) await visit(device);
	await removeDevice(phone.book, phone.kept, TABLET, phone.clock.ms);
	await visit(phone);
	// The laptop has not been there since; the newcomer is given the newest key alone.
	const newest = phone.kept.now.keys.at(-1);
	const newcomer = await aCarriedDevice('newcomer', newest);
	const { refused, waiting, files } = await visit(newcomer);
	expect([files, refused, waiting]).toEqual([1, [], []]);
	expect(newcomer.book.all('person')).toHaveLength(2);
});

test('another book, a newer Kith and no key are told apart', async () => {
	const [phone, laptop] = await several(1);
	const stranger = await aCarriedDevice('stranger', newBookKey());
	await visit(stranger);
	expect((await visit(phone)).refused).toEqual([
		{ why: 'other-key', from: idOf('stranger'), files: 1 }
	]);
	phone.book.document('kith-core').doc.getMap('meta').set('minReader', 2);
	expect((await visit(phone)).trouble).toBe('newer');
	await laptop.kept.change((now) => ({ ...now, keys: [] }));
	expect((await visit(laptop)).trouble).toBe('no-key');
});

test('the files say what their makers are', async () => {
	const [phone] = await several(1);
	await visit(phone);
	const opened = await openPart([...folder.files.values()][0] as Uint8Array, phone.kept.now.keys);
	expect(opened.ok && readBody(opened.body)).toMatchObject({
		is: 'changes',
		maker: { id: PHONE, name: 'phone', publicKey: phone.kept.now.device?.publicKey },
		people: 1,
		seq: 1
	});
});
