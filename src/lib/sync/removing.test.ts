// @vitest-environment node
import { expect, test } from 'vitest';
import { seededRandom } from '$lib/domain/random';
import { digest } from '../../../tests/support/books';
import {
	addPerson,
	aDevice,
	aPair,
	both,
	introduce,
	parted,
	sync,
	talk,
	type Device
} from '../../../tests/support/talks';
import { areEqual, bytesToHex } from './bytes';
import { newBookKey, newestKey, type BookKey } from './keys';
import { isMember, removeDevice, settleKeys } from './removing';

function newest({ kept }: Device): BookKey {
	return newestKey(kept.now.keys)!;
}

function remove(by: Device, gone: Device): Promise<void> {
	return removeDevice(by.book, by.kept, gone.book.device, by.clock.ms);
}

/** Talks under the newest key that both hold, as often as there is something new; whether they came level. */
async function meet(one: Device, other: Device): Promise<boolean> {
	for (let tries = 0; tries < 6; tries++) {
		const shared = one.kept.now.keys.filter(({ bytes }) =>
			other.kept.now.keys.some((key) => areEqual(key.bytes, bytes))
		);
		const key = newestKey(shared);
		if (!key) return false;
		const talked = talk(one, other, { a: { key }, b: { key } });
		const ends = () => [talked.a.standing.is, talked.b.standing.is];
		while (!ends().every((is) => is === 'level') && !ends().includes('parted')) {
			await new Promise((resolve) => setTimeout(resolve, 2));
		}
		const isLevel = ends().every((is) => is === 'level');
		// What follows from being level may end it again.
		await new Promise((resolve) => setTimeout(resolve, 20));
		const stays = isLevel && ends().every((is) => is === 'level');
		talked.a.end();
		const [why] = await parted(talked);
		if (stays) return true;
		if (why !== 'new-key') return false;
	}
	return false;
}

/** Everybody meets everybody until nothing changes, in an order by chance. */
async function mingle(devices: readonly Device[], seed: number): Promise<number> {
	const random = seededRandom(seed);
	const look = () => devices.map((device) => [digest(device.book), newest(device)]);
	const pairs = devices.flatMap((one, at) =>
		devices.slice(at + 1).map((two) => [one, two] as const)
	);
	for (let rounds = 1; rounds < 8; rounds++) {
		const before = JSON.stringify(look());
		const order = pairs.map((pair) => [random(), pair] as const).sort(([a], [b]) => a - b);
		for (const [, [one, two]] of order) await meet(one, two);
		if (JSON.stringify(look()) === before) return rounds;
	}
	throw new Error('no rest');
}

async function aGroup(...names: string[]): Promise<Device[]> {
	const devices = await aPair(...names);
	for (const device of devices) addPerson(device, `Of ${device.name}`);
	await mingle(devices, 1);
	return devices;
}

/** Those who stay share one key made for them and no other, and whoever is out has none of it. */
function expectSettled(stay: readonly Device[], gone: readonly Device[]): void {
	const ids = stay.map(({ book }) => book.device as string).sort();
	for (const device of stay) {
		expect(bytesToHex(newest(device).bytes)).toBe(bytesToHex(newest(stay[0]!).bytes));
		expect(newest(device).members).toEqual(ids);
		expect(digest(device.book)).toBe(digest(stay[0]!.book));
	}
	for (const { kept } of gone) {
		expect(kept.now.keys.some(({ bytes }) => areEqual(bytes, newest(stay[0]!).bytes))).toBe(false);
	}
}

test('those who stay take the new key over; the removed one is told, and gets nothing more', async () => {
	const [phone, laptop, tablet] = (await aGroup('phone', 'laptop', 'tablet')) as [
		Device,
		Device,
		Device
	];
	await remove(phone, tablet);
	expect(newest(phone)).toMatchObject({ generation: 2 });
	expect(phone.kept.now.peers[laptop.book.device]?.lacksKey).toBe(true);
	addPerson(phone, 'After');
	const old = newest(tablet);
	const told = talk(phone, tablet, { a: { key: old }, b: { key: old } });
	expect(await parted(told)).toEqual(['removed-there', 'removed-here']);
	expect(tablet.kept.now.removedAt).toBeDefined();
	expect(tablet.book.all('person').map(({ name }) => name)).not.toContain('After');
	expect(await meet(phone, laptop)).toBe(true);
	expect(phone.kept.now.peers[laptop.book.device]?.lacksKey).toBe(false);
	expectSettled([phone, laptop], [tablet]);
});

test('a removal in the middle of a conversation ends it with both', async () => {
	const [phone, laptop, tablet] = (await aGroup('phone', 'laptop', 'tablet')) as [
		Device,
		Device,
		Device
	];
	const [gone, stays] = [talk(phone, tablet), talk(phone, laptop)];
	await both(gone, 'level');
	await both(stays, 'level');
	await remove(phone, tablet);
	addPerson(phone, 'After');
	expect(await parted(gone)).toEqual(['removed-there', 'removed-here']);
	expect(await parted(stays)).toEqual(['new-key', 'new-key']);
	expect(tablet.book.all('person').map(({ name }) => name)).not.toContain('After');
	expect(areEqual(newest(phone).bytes, newest(laptop).bytes)).toBe(true);
});

test('whoever has the new key knows whom it shuts out, before it has seen the book of the giver', async () => {
	const [phone, laptop, tablet] = (await aGroup('phone', 'laptop', 'tablet')) as [
		Device,
		Device,
		Device
	];
	const old = newest(phone);
	await remove(phone, tablet);
	const given = talk(phone, laptop, { a: { key: old }, b: { key: old } });
	expect(await parted(given)).toEqual(['new-key', 'new-key']);
	expect(await parted(talk(laptop, tablet, { a: { key: old }, b: { key: old } }))).toEqual([
		'removed-there',
		'removed-here'
	]);
	await settleKeys(laptop.book, laptop.kept);
	expect(isMember(newest(laptop), tablet.book.device)).toBe(false);
});

test.each([11, 12, 13])(
	'two removals made apart, three stay or two: one key for them (%i)',
	async (seed) => {
		const devices = (await aGroup('phone', 'laptop', 'tablet', 'old')) as [
			Device,
			Device,
			Device,
			Device
		];
		const [phone, laptop, tablet, old] = devices;
		await remove(phone, tablet);
		await remove(laptop, old);
		await mingle(devices, seed);
		expectSettled([phone, laptop], [tablet, old]);
	}
);

test.each([21, 22])(
	'the same removal made twice, apart: one key for those who stay (%i)',
	async (seed) => {
		const devices = (await aGroup('phone', 'laptop', 'tablet')) as [Device, Device, Device];
		const [phone, laptop, tablet] = devices;
		await remove(phone, tablet);
		await remove(laptop, tablet);
		await mingle(devices, seed);
		expectSettled([phone, laptop], [tablet]);
	}
);

test.each([31, 32, 33, 34])(
	'of two devices that remove each other one is out or both, the same for all others (%i)',
	async (seed) => {
		const devices = (await aGroup('phone', 'laptop', 'tablet', 'desk')) as [
			Device,
			Device,
			Device,
			Device
		];
		const [phone, laptop, tablet] = devices;
		await remove(phone, laptop);
		await remove(laptop, phone);
		await mingle(devices, seed);
		const isOut = ({ book }: Device) =>
			tablet.book.get('device', book.device)?.removedAt !== undefined;
		const gone = devices.filter(isOut);
		expect(gone.length).toBeGreaterThan(0);
		expectSettled(
			devices.filter((device) => !isOut(device)),
			gone
		);
	}
);

test('a key made without a device that belongs to the book is followed by one made with it', async () => {
	const [phone, laptop, tablet] = (await aGroup('phone', 'laptop', 'tablet')) as [
		Device,
		Device,
		Device
	];
	const late = await aDevice('late', newest(laptop));
	await introduce(laptop, late);
	addPerson(late, 'Of late');
	await remove(phone, tablet);
	expect(await meet(laptop, late)).toBe(true);
	await mingle([phone, laptop, late, tablet], 41);
	expectSettled([phone, laptop, late], [tablet]);
});

test('a device paired by code after a removal learns the generation of its key', async () => {
	const [phone, laptop, tablet] = (await aGroup('phone', 'laptop', 'tablet')) as [
		Device,
		Device,
		Device
	];
	await remove(phone, tablet);
	await mingle([phone, laptop], 51);
	const key = { generation: 1, bytes: newest(phone).bytes, members: [] };
	const fresh = await aDevice('fresh');
	const pairing = { isPairing: () => true };
	const talked = talk(phone, fresh, { a: pairing, b: { ...pairing, key, isJoining: true } });
	await both(talked, 'unknown');
	talked.a.letIn();
	talked.b.letIn();
	await both(talked, 'meeting');
	talked.b.go();
	await both(talked, 'level');
	talked.a.end();
	await parted(talked);
	expect(newest(fresh)).toMatchObject({ generation: 2 });
	await mingle([phone, laptop, fresh], 52);
	expectSettled([phone, laptop, fresh], [tablet]);
});

test('joining a book with devices of an own one brings them along', async () => {
	const [phone, laptop] = (await aGroup('phone', 'laptop')) as [Device, Device];
	const [desk, tablet] = (await aGroup('desk', 'tablet')) as [Device, Device];
	await remove(desk, await aDevice('gone'));
	await mingle([desk, tablet], 61);
	const key = { ...newest(phone), members: [] };
	const pairing = { isPairing: () => true };
	const talked = talk(phone, desk, { a: pairing, b: { ...pairing, key, isJoining: true } });
	await both(talked, 'unknown');
	talked.a.letIn();
	talked.b.letIn();
	await both(talked, 'meeting');
	talked.b.go();
	await both(talked, 'level');
	talked.a.end();
	await parted(talked);
	await mingle([phone, laptop, desk, tablet], 62);
	expectSettled([phone, laptop, desk, tablet], []);
	expect(tablet.book.all('person')).toHaveLength(4);
});

test('the last device removes itself never', async () => {
	const [phone] = (await aGroup('phone')) as [Device];
	await remove(phone, phone);
	expect(phone.book.get('device', phone.book.device)?.removedAt).toBeUndefined();
	expect(phone.kept.now.keys).toHaveLength(1);
});

test('a removal is forgotten by nobody who syncs', async () => {
	const [phone, laptop, tablet] = (await aGroup('phone', 'laptop', 'tablet')) as [
		Device,
		Device,
		Device
	];
	await remove(phone, tablet);
	expect(await meet(phone, laptop)).toBe(true);
	await sync(phone, laptop);
	expect(laptop.book.get('device', tablet.book.device)?.removedAt).toBeDefined();
});

test('a device removed before its record came is called by the name it gave', async () => {
	const key = newBookKey();
	const phone = await aDevice('phone', key);
	const id = (await aDevice('tablet')).book.device;
	await phone.kept.changePeer(id, { publicKey: 'AAAA', name: 'My tablet' });
	await removeDevice(phone.book, phone.kept, id, phone.clock.ms);
	expect(phone.book.get('device', id)).toMatchObject({ name: 'My tablet', publicKey: 'AAAA' });
});
