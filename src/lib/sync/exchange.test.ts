// @vitest-environment node
// What two devices hold is the same when they say so, whatever was written meanwhile or cut on the way.
// Over 300 lines, because each way to be cut or overtaken needs an exchange of its own.
import { expect, test } from 'vitest';
import { eraseRecords } from '$lib/store/erasing';
import { newBookKey } from '$lib/sync/keys';
import { aNote, digest, write } from '../../../tests/support/books';
import {
	addPerson,
	aDevice,
	aPair,
	both,
	introduce,
	nextTask,
	sync,
	talk,
	until,
	type Device,
	type Talk
} from '../../../tests/support/talks';

/** Both hold the same, by what people see and by what devices compare. */
async function expectEqual(...devices: readonly Device[]): Promise<void> {
	const [first, ...rest] = await Promise.all(
		devices.map(async ({ book, digests }) => [digest(book), await digests.all()])
	);
	for (const each of rest) expect(each).toEqual(first);
}

function addNote({ book }: Device, year: number, body: string): string {
	const id = book.newId('note', year);
	write(book, (draft) => draft.add('note', aNote({ id, body })));
	return id;
}

async function end(talked: Talk): Promise<void> {
	talked.a.end();
	await both(talked, 'parted');
}

test('everything goes both ways, all years of it, and both say level only then', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	for (let at = 0; at < 30; at++) addPerson(phone, `Phone ${at}`);
	for (let at = 0; at < 20; at++) addPerson(laptop, `Laptop ${at}`);
	for (const year of [2019, 2020, 2026]) addNote(phone, year, `From ${year}`);
	for (const year of [2020, 2023]) addNote(laptop, year, `Also ${year}`);
	const talked = talk(phone, laptop);
	await both(talked, 'level');
	await expectEqual(phone, laptop);
	expect(laptop.book.all('note')).toHaveLength(5);
	expect(talked.a.standing).toMatchObject({ people: 50, at: phone.clock.ms });
	const known = phone.kept.now.peers[laptop.book.device];
	expect(known).toMatchObject({ levelBy: 'direct', people: 50, lacksKey: false });
	expect(Object.keys(known?.has ?? {}).sort()).toEqual([...laptop.book.documents.keys()].sort());
	await end(talked);
});

test('the core comes first, then the years, newest first, with progress', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	for (let at = 0; at < 2500; at++) addPerson(phone, `Somebody with a longer name ${at}`);
	for (const year of [2019, 2026, 2024]) {
		for (let at = 0; at < 500; at++) addNote(phone, year, `What was said in ${year}, ${at}`);
	}
	// A slow device: whoever looks at its clock finds it later, so there is much to show.
	let time = laptop.clock.now();
	const talked = talk(phone, laptop, { b: { now: () => (time += 100) } });
	await both(talked, 'level');
	const receiving = talked.seen.b.flatMap((each) =>
		each.is === 'carrying' && each.receiving ? [each.receiving] : []
	);
	const years = receiving.map(({ year }) => year);
	expect(years.filter((year, at) => at === 0 || year !== years[at - 1])).toEqual([
		undefined,
		2026,
		2024,
		2019
	]);
	const parts = receiving.map(({ part }) => part);
	expect(parts).toEqual([...parts].sort((a, b) => a - b));
	expect(receiving.length).toBeGreaterThan(5);
	expect(receiving.at(-1)).toMatchObject({ yearsDone: 2, years: 3, year: 2019 });
	expect(receiving.at(-1)?.bytes).toBeGreaterThan(300_000);
	await end(talked);
});

test('what is written during a conversation is there at once, either way, also in a new year', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	addPerson(phone, 'Ada');
	const talked = talk(phone, laptop, { timing: { quiet: 60_000 } });
	await both(talked, 'level');
	const ben = addPerson(phone, 'Ben');
	await until(() => laptop.book.get('person', ben) !== undefined);
	expect(talked.a.standing.is).toBe('carrying');
	const note = addNote(laptop, 2011, 'An old one');
	await until(() => phone.book.get('note', note)?.body === 'An old one');
	write(phone.book, (draft) => draft.edit('note', note, { body: 'An old one, edited' }));
	await until(() => laptop.book.get('note', note)?.body === 'An old one, edited');
	await expectEqual(phone, laptop);
	await end(talked);
});

test('after a change both are level again', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	const talked = talk(phone, laptop);
	await both(talked, 'level');
	for (let round = 0; round < 3; round++) {
		addPerson(round === 1 ? laptop : phone, `Round ${round}`);
		expect([talked.a.standing.is, talked.b.standing.is]).toContain('carrying');
		await both(talked, 'level');
		expect(laptop.book.all('person')).toHaveLength(round + 1);
	}
	await end(talked);
});

test('two edits of one note, made apart, both survive', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	const note = addNote(phone, 2026, 'Max builds a volcano.');
	await sync(phone, laptop);
	write(phone.book, (draft) => draft.edit('note', note, { body: 'Our Max builds a volcano.' }));
	write(laptop.book, (draft) => draft.edit('note', note, { body: 'Max builds a volcano. Ask!' }));
	await sync(phone, laptop);
	expect(laptop.book.get('note', note)?.body).toBe('Our Max builds a volcano. Ask!');
	await expectEqual(phone, laptop);
});

test('erasing reaches the other side, live and later, though it leaves no new words', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	const [first, second] = [addNote(phone, 2026, 'One'), addNote(phone, 2026, 'Two')];
	await sync(phone, laptop);
	// The text goes, and nothing but a deletion is left of it in this document.
	phone.book.document('kith-journal-2026').doc.getMap('bodies').clear();
	await sync(phone, laptop);
	expect(laptop.book.document('kith-journal-2026').doc.getMap('bodies').size).toBe(0);
	const talked = talk(phone, laptop);
	await both(talked, 'level');
	eraseRecords(phone.book, [first, second]);
	await until(() => laptop.book.isErased(first));
	await both(talked, 'level');
	expect(laptop.book.get('note', second)).toBeUndefined();
	await expectEqual(phone, laptop);
	await end(talked);
});

test('edits while a long transfer is under way arrive, on both sides', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	for (let at = 0; at < 1500; at++) addPerson(phone, `Somebody with a longer name ${at}`);
	for (const year of [2021, 2022]) {
		for (let at = 0; at < 400; at++) addNote(phone, year, `What was said in ${year}, ${at}`);
	}
	const note = addNote(phone, 2021, 'Begun');
	const talked = talk(phone, laptop);
	let written = 0;
	while (talked.a.standing.is !== 'level' && written < 25) {
		addPerson(phone, `Meanwhile ${written}`);
		addPerson(laptop, `There ${written}`);
		addNote(phone, written % 2 ? 2021 : 2022, `And this ${written}`);
		const body = `${phone.book.get('note', note)?.body ?? ''} ${written}`;
		write(phone.book, (draft) => draft.edit('note', note, { body }));
		written++;
		await nextTask();
	}
	await both(talked, 'level');
	expect(laptop.book.all('person')).toHaveLength(1500 + 2 * written);
	expect(laptop.book.get('note', note)?.body).toContain(' 24');
	await expectEqual(phone, laptop);
	await end(talked);
});

test('cut in the middle and taken up again: nothing is lost and little repeated', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	for (let at = 0; at < 3000; at++) addPerson(phone, `Somebody with a longer name ${at}`);
	const whole = await bytesToLevel(phone, await stranger(phone));
	let got = 0;
	for (let cuts = 0; cuts < 4; cuts++) {
		const talked = talk(phone, laptop);
		const enough = (whole * (cuts + 1)) / 8;
		await until(() => got + talked.b.bytes.received > enough);
		talked.pipes.channelA.cut();
		await both(talked, 'parted');
		got += talked.b.bytes.received;
		addPerson(laptop, `After cut ${cuts}`);
	}
	got += await bytesToLevel(phone, laptop);
	expect(laptop.book.all('person')).toHaveLength(3004);
	await expectEqual(phone, laptop);
	expect(got / whole).toBeLessThan(1.6);
});

async function stranger(phone: Device): Promise<Device> {
	const other = await aDevice('other', phone.kept.now.keys[0]);
	await introduce(phone, other);
	return other;
}

async function bytesToLevel(one: Device, other: Device): Promise<number> {
	const talked = talk(one, other);
	await both(talked, 'level');
	await end(talked);
	return talked.b.bytes.received;
}

test('two books that are equal say so in a few words', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	for (let at = 0; at < 500; at++) addPerson(phone, `Somebody ${at}`);
	await sync(phone, laptop);
	expect(await bytesToLevel(phone, laptop)).toBeLessThan(3000);
});

test('three devices in a ring come level without an echo', async () => {
	const devices = (await aPair('phone', 'laptop', 'tablet')) as [Device, Device, Device];
	const [phone, laptop, tablet] = devices;
	for (const device of devices)
		for (let at = 0; at < 5; at++) addPerson(device, `${device.name} ${at}`);
	const talks = [talk(phone, laptop), talk(laptop, tablet), talk(tablet, phone)];
	for (const each of talks) await both(each, 'level');
	await expectEqual(...devices);
	const before = talks.map(({ a }) => a.bytes.sent + a.bytes.received);
	const note = addNote(phone, 2026, 'One');
	await until(() => tablet.book.get('note', note) !== undefined);
	write(tablet.book, (draft) => draft.edit('note', note, { body: 'One, two' }));
	await until(() => laptop.book.get('note', note)?.body === 'One, two');
	for (const each of talks) await both(each, 'level');
	await expectEqual(...devices);
	const after = talks.map(({ a }) => a.bytes.sent + a.bytes.received);
	await new Promise((resolve) => setTimeout(resolve, 100));
	// A sign of room at most, no message.
	const later = talks.map(({ a }) => a.bytes.sent + a.bytes.received);
	for (const [at, bytes] of later.entries()) expect(bytes - (after[at] ?? 0)).toBeLessThan(40);
	for (const [at, bytes] of after.entries()) expect(bytes - (before[at] ?? 0)).toBeLessThan(30_000);
	for (const each of talks) await end(each);
});

test('in a row of three, an edit upon what came from the one behind is whole at the other', async () => {
	const [phone, laptop, tablet] = (await aPair('phone', 'laptop', 'tablet')) as [
		Device,
		Device,
		Device
	];
	const note = addNote(phone, 2026, 'One');
	await sync(phone, laptop);
	await sync(laptop, tablet);
	const slow = { timing: { quiet: 60_000 } };
	const [first, second] = [talk(phone, laptop, slow), talk(laptop, tablet, slow)];
	await both(first, 'level');
	await both(second, 'level');
	write(phone.book, (draft) => draft.edit('note', note, { body: 'One two' }));
	await until(() => laptop.book.get('note', note)?.body === 'One two');
	write(laptop.book, (draft) => draft.edit('note', note, { body: 'One two three' }));
	await until(() => tablet.book.get('note', note)?.body === 'One two three');
	expect(tablet.book.document('kith-journal-2026').doc.store.pendingStructs).toBeNull();
	await end(first);
	await end(second);
});

test('more than fits in a queue goes as what the other lacks', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	const note = addNote(phone, 2026, 'Begin');
	const talked = talk(phone, laptop, { timing: { gather: 5 } });
	await both(talked, 'level');
	const letters = 'abcdefghijklmnopqrstuvwxyz'.repeat(4000);
	for (let at = 0; at < 30; at++) {
		write(phone.book, (draft) => draft.edit('note', note, { body: `${letters.slice(at)}${at}` }));
		write(phone.book, (draft) => draft.edit('note', note, { body: `${at}` }));
	}
	addPerson(phone, 'Last');
	await both(talked, 'level');
	expect(laptop.book.get('note', note)?.body).toBe('29');
	expect(talked.b.bytes.received).toBeLessThan(1_000_000);
	await expectEqual(phone, laptop);
	await end(talked);
});

test('not level while the disk has not taken what came', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	addPerson(phone, 'Ada');
	let release: () => void = () => undefined;
	laptop.book.saved = () => new Promise((resolve) => (release = resolve));
	const talked = talk(phone, laptop);
	await until(() => laptop.book.all('person').length === 1);
	await new Promise((resolve) => setTimeout(resolve, 80));
	expect([talked.a.standing.is, talked.b.standing.is]).toEqual(['carrying', 'carrying']);
	expect(phone.kept.now.peers[laptop.book.device]?.has).toBeUndefined();
	laptop.book.saved = async () => undefined;
	release();
	await both(talked, 'level');
	await end(talked);
});

test('equally far, yet not the same: all is sent once more, and then it is not called level', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	addPerson(phone, 'Ada');
	const wrong = {
		...laptop,
		digests: { ahead: () => undefined, all: async () => ({ 'kith-core': 'ff' }) } as never
	};
	const talked = talk(phone, wrong);
	await until(() => laptop.book.all('person').length === 1);
	await new Promise((resolve) => setTimeout(resolve, 150));
	expect([talked.a.standing.is, talked.b.standing.is]).toEqual(['carrying', 'carrying']);
	const before = talked.a.bytes.sent;
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(talked.a.bytes.sent).toBe(before);
	addPerson(phone, 'Ben');
	await both(talked, 'parted');
	expect(talked.a.standing).toMatchObject({ why: 'broken' });
});

test('a first merge waits for the go, and shows the people there before it', async () => {
	const key = newBookKey();
	const [phone, laptop] = [await aDevice('phone', key), await aDevice('laptop')];
	for (let at = 0; at < 450; at++) addPerson(phone, `There ${at}`);
	addPerson(laptop, 'Here');
	const before = digest(laptop.book);
	const pairing = { isPairing: () => true };
	const talked = talk(phone, laptop, { a: pairing, b: { ...pairing, key, isJoining: true } });
	await both(talked, 'unknown');
	talked.a.letIn();
	talked.b.letIn();
	await both(talked, 'meeting');
	const people = await talked.b.peopleThere();
	expect(people).toHaveLength(450);
	expect(people[3]).toMatchObject({ name: 'There 3' });
	expect(digest(laptop.book)).toBe(before);
	expect(phone.book.all('person')).toHaveLength(450);
	expect(laptop.kept.now.keys).toEqual([]);
	talked.b.go();
	await both(talked, 'level');
	await expectEqual(phone, laptop);
	expect(laptop.kept.now.keys).toHaveLength(1);
	await end(talked);
	// From now on they know each other.
	await sync(phone, laptop);
});
