// Restore points: made before what is large, brought back whole, and that can be taken back as well.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backupOfPoint } from '$lib/state/point-backup';
import { dailyPoint, keepWayBack, makePoint, pointsThereAre } from '$lib/state/points';
import { takeBack } from '$lib/state/restore';
import type { Kith } from '$lib/state/kith.svelte';
import { backupOf, aKith, bring, liveDigest } from '../support/backups';
import { aNote, anId, aPerson, digest, NOON, write } from '../support/books';
import { TestDevice } from '../support/devices';

const DAY = 86_400_000;
let device: TestDevice;

beforeEach(() => {
	device = new TestDevice();
});
afterEach(() => device.end());

async function filled(): Promise<Kith> {
	const kith = await device.open();
	write(kith.book, (draft) => {
		draft.add('person', aPerson({ name: 'Ada' }));
		draft.add('note', aNote({ body: 'This year.' }));
		draft.add('note', aNote({ id: anId<'note'>(2019), body: 'Long ago.' }));
	});
	await kith.book.saved();
	return kith;
}

async function textOf(kith: Kith, at: number): Promise<string> {
	const point = (await pointsThereAre())[at];
	const backup = point && (await backupOfPoint(kith, point, {}));
	if (!backup) throw new Error('no such point');
	return backup.blob.text();
}

describe('a restore point', () => {
	test('holds the whole book, all years, and brings it back; that is undone like anything', async () => {
		const kith = await filled();
		const before = liveDigest(kith.book);
		await makePoint(kith, 'by-hand');
		device.clock.ms += 1_000;
		write(kith.book, (draft) => {
			for (const { id } of kith.book.all('note')) draft.edit('note', id, { body: 'Spoiled.' });
			draft.add('person', aPerson({ name: 'Ben' }));
		});
		await kith.book.saved();
		const spoiled = digest(kith.book);
		const restored = await bring(kith, await textOf(kith, 0), 'replace');
		if (!restored.ok) throw new Error(restored.fault.code);
		expect(liveDigest(kith.book)).toBe(before);
		await takeBack(kith, restored.step, () => undefined);
		expect(digest(kith.book)).toBe(spoiled);
	});

	test('comes by itself before a backup is brought in, with the book as it was', async () => {
		const kith = await filled();
		const other = await aKith('other');
		write(other.book, (draft) => draft.add('person', aPerson({ name: 'Only One' })));
		const before = liveDigest(kith.book);
		device.clock.ms += 1_000;
		await bring(kith, await backupOf(other), 'replace');
		expect(kith.book.all('person').map(({ name }) => name)).toEqual(['Only One']);
		const points = await pointsThereAre();
		expect(points).toMatchObject([{ why: 'restore', people: 1, notes: 2 }]);
		await kith.book.saved();
		await device.close();
		const again = await device.open();
		await bring(again, await textOf(again, 0), 'replace');
		expect(liveDigest(again.book)).toBe(before);
	});

	test('is a condition for replacing everything: without one nothing begins', async () => {
		const kith = await filled();
		const before = digest(kith.book);
		kith.keeper = Promise.resolve({ run: () => Promise.reject(new Error('full')) } as never);
		const other = await aKith('other');
		write(other.book, (draft) => draft.add('person', aPerson()));
		expect(await bring(kith, await backupOf(other), 'replace')).toEqual({
			ok: false,
			fault: { code: 'NoWayBack' }
		});
		expect(digest(kith.book)).toBe(before);
	});

	test('is made once a day, of a book with something in it', async () => {
		const empty = await device.open();
		await dailyPoint(empty);
		expect(await pointsThereAre()).toEqual([]);
		expect(await keepWayBack(empty, 'import')).toBe(true);
		const kith = await filled();
		for (const ms of [NOON, NOON + 1_000, NOON + DAY, NOON + DAY + 1_000]) {
			device.clock.ms = ms;
			await dailyPoint(kith);
		}
		const points = await pointsThereAre();
		expect(points.map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-22', '2026-11-21']);
		// Nothing has changed in between, so nothing is kept twice.
		expect(points.map(({ bytes }) => bytes > 0)).toEqual([false, true]);
		expect([...device.disk.files().keys()].filter((path) => path.includes('docs/'))).toHaveLength(
			4
		);
	});

	test('damaged or with a part missing is not opened, and the others are', async () => {
		const kith = await filled();
		await makePoint(kith, 'by-hand');
		device.clock.ms += 1_000;
		write(kith.book, (draft) => draft.add('person', aPerson({ name: 'Ben' })));
		await makePoint(kith, 'daily');
		const [latest, first] = await pointsThereAre();
		const file = latest?.docs.find(({ name }) => name === 'kith-core')?.file ?? '';
		const path = `points/docs/${file}`;
		const bytes = device.disk.files().get(path) ?? new Uint8Array();
		device.disk.put(path, bytes.slice(0, bytes.length - 9));
		expect(latest && (await backupOfPoint(kith, latest, {}))).toBeUndefined();
		expect(first && (await backupOfPoint(kith, first, {}))).toBeDefined();
		device.disk.put('points/2026-11-21T12-00-00.000Z.json', new TextEncoder().encode('{"at":'));
		expect(await pointsThereAre()).toHaveLength(1);
	});
});

describe('a backup with something that was erased', () => {
	test('leaves it out, says so, and brings it only when asked to', async () => {
		const { erase } = await import('$lib/state/erasing');
		const { planFor, restore } = await import('$lib/state/restore');
		const { backupIn } = await import('../support/backups');
		const kith = await filled();
		const text = await backupOf(kith);
		const [ada] = kith.book.all('person');
		if (!ada) throw new Error('no Ada');
		await erase(kith, [{ table: 'person', id: ada.id }]);
		const backup = await backupIn(text);
		const say = () => undefined;
		const plan = await planFor(kith, backup, 'merge', say);
		expect(plan.erased).toEqual([ada.id]);
		await restore(kith, backup, 'merge', say);
		expect(kith.book.all('person')).toEqual([]);
		const { erased: again } = plan;
		const restored = await restore(kith, backup, 'merge', say, undefined, { again });
		expect(kith.book.all('person').map(({ name }) => name)).toEqual(['Ada']);
		if (!restored.ok) throw new Error(restored.fault.code);
		await takeBack(kith, restored.step, say, again);
		expect(kith.book.all('person')).toEqual([]);
		expect((await planFor(kith, backup, 'merge', say)).erased).toEqual([ada.id]);
	});
});
