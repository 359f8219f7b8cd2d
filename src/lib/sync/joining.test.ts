// A device is met with a look and a way back, also by file; and a book is joined only with the rep's yes.
import { describe, expect, test } from 'vitest';
import { aPerson, digest, write } from '../../../tests/support/books';
import { aCarriedDevice, idOf, KEY, type CarriedDevice } from '../../../tests/support/carried';
import { FaultyFolder } from '../../../tests/support/faulty-folder';
import { fileToSend, takeFiles } from './by-file';
import { openPart, partsOf } from './carried-file';
import { exchangeWithFolder } from './folder';
import { comeBackAs, joined } from './joining';
import { Kept } from './kept';
import { newBookKey, newestKey } from './keys';
import { ensureOwnDevice } from './own-device';
import { removeDevice } from './removing';

const add = ({ book }: CarriedDevice, name: string): void =>
	void write(book, (draft) => draft.add('person', aPerson({ name })));
const ids = ({ kept }: CarriedDevice) => kept.now.keys.map(({ bytes }) => bytes);

async function sent({ world }: CarriedDevice) {
	const file = await fileToSend(world, 'changes');
	if (!file) throw new Error('nothing to send');
	return file;
}
async function pass(from: CarriedDevice, to: CarriedDevice) {
	return takeFiles([await sent(from)], to.world);
}
/** A device that has taken the code of another book, and has one of its own. */
async function aJoiningDevice(name: string): Promise<CarriedDevice> {
	const device = await aCarriedDevice(name, newBookKey());
	await device.kept.change((now) => ({ ...now, joining: { key: KEY } }));
	add(device, 'Ours');
	return device;
}

describe('a book to be joined', () => {
	test('stays apart by file until the yes; then its key takes the place of the one before', async () => {
		const [laptop, phone] = [await aCarriedDevice('laptop'), await aJoiningDevice('phone')];
		add(laptop, 'Theirs');
		const before = ids(phone);
		phone.says = false;
		expect((await pass(laptop, phone)).waiting).toMatchObject([{ why: 'declined' }]);
		expect([ids(phone), phone.book.all('person').length]).toEqual([before, 1]);
		phone.says = true;
		expect(await pass(laptop, phone)).toMatchObject({ files: 1 });
		expect(phone.asked).toHaveLength(2);
		expect(phone.asked[1]).toMatchObject({ is: 'first', from: idOf('laptop'), there: 1 });
		expect(ids(phone)).toEqual([KEY.bytes]);
		expect(phone.kept.now.joining).toBeUndefined();
		expect(await pass(phone, laptop)).toMatchObject({ files: 1, level: [idOf('phone')] });
	});

	test('writes nothing into a folder before the yes', async () => {
		const [laptop, phone] = [await aCarriedDevice('laptop'), await aJoiningDevice('phone')];
		add(laptop, 'Theirs');
		const folder = new FaultyFolder(() => 0.5);
		await exchangeWithFolder(folder, laptop.world);
		phone.says = false;
		expect(await exchangeWithFolder(folder, phone.world)).toMatchObject({ written: 0, files: 0 });
		phone.says = true;
		expect(await exchangeWithFolder(folder, phone.world)).toMatchObject({ written: 1, files: 1 });
	});

	test('that was let go of meanwhile brings nothing', async () => {
		const [laptop, phone] = [await aCarriedDevice('laptop'), await aJoiningDevice('phone')];
		add(laptop, 'Theirs');
		const file = await sent(laptop);
		const world = {
			...phone.world,
			consent: async () => {
				await phone.kept.change(({ joining: _, ...now }) => now);
				return true;
			}
		};
		expect((await takeFiles([file], world)).files).toBe(0);
		expect(phone.book.all('person')).toHaveLength(1);
	});

	test('is kept by what the conversation knows of its key', () => {
		const own = newBookKey();
		const known = { ...KEY, generation: 3, members: ['a'] };
		const peers = { a: { seenAt: 'x' }, b: {} };
		const now = { keys: [own, known], peers, joining: { key: KEY, server: 'wss://m.example' } };
		expect(joined(now, 'a')).toEqual({
			...{ keys: [known], peers: { a: { seenAt: 'x' } }, server: 'wss://m.example' }
		});
		expect(joined({ keys: [own], peers }, 'a')).toEqual({ keys: [own], peers });
	});
});

describe('a device that was never met', () => {
	test('is looked at also when it sends but a part, or was heard of from others', async () => {
		const [laptop, phone] = [await aCarriedDevice('laptop'), await aCarriedDevice('phone')];
		for (let at = 0; at < 20; at++) add(laptop, `Person ${at}`);
		await pass(laptop, phone);
		const four = phone.book.all('person').slice(0, 4);
		const trashedAt = new Date(phone.clock.ms).toISOString();
		write(phone.book, (draft) => {
			for (const { id } of four) draft.edit('person', id, { trashedAt });
		});
		const record = phone.book.get('device', phone.book.device);
		write(laptop.book, (draft) => {
			if (record) draft.add('device', record);
		});
		laptop.says = false;
		expect(await pass(phone, laptop)).toMatchObject({ files: 0 });
		expect(laptop.asked).toMatchObject([{ is: 'first', from: idOf('phone'), there: 16 }]);
		expect(laptop.book.all('person')).toHaveLength(20);
		laptop.says = true;
		await pass(phone, laptop);
		await pass(phone, laptop);
		expect(laptop.asked).toHaveLength(2);
		expect(laptop.kept.now.peers[idOf('phone')]?.metAt).toBeDefined();
	});

	test('brings the rest when the page was left in the middle', async () => {
		const [laptop, phone] = [await aCarriedDevice('laptop'), await aCarriedDevice('phone')];
		for (let at = 0; at < 300; at++) add(laptop, `Person ${at} ${'long '.repeat(60)}`);
		add(phone, 'Ours');
		const file = await sent(laptop);
		let left = 1;
		const world = {
			...phone.world,
			consent: async (what: (typeof phone.asked)[number]) => {
				left = 1;
				world.pause = () => (left-- > 0 ? Promise.resolve() : new Promise<void>(() => undefined));
				return phone.world.consent(what);
			}
		};
		void takeFiles([file], world);
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(phone.kept.now.peers[idOf('laptop')]?.has).toBeUndefined();
		expect(await takeFiles([file], phone.world)).toMatchObject({ devices: [idOf('laptop')] });
		expect(phone.book.all('person')).toHaveLength(301);
	});
});

describe('a device that was removed', () => {
	test('comes back under another name with a new code, by file, and is level again', async () => {
		const [laptop, phone] = [await aCarriedDevice('laptop'), await aCarriedDevice('phone')];
		add(laptop, 'Ada');
		await pass(laptop, phone);
		await pass(phone, laptop);
		await removeDevice(laptop.book, laptop.kept, phone.book.device, laptop.clock.ms);
		add(phone, 'Written alone');
		const key = newestKey(laptop.kept.now.keys) ?? KEY;
		const joining = { key: { generation: 1, bytes: key.bytes, members: [] } };
		const locals = new Map<string, unknown>();
		phone.book.setLocal = (name, value) => Promise.resolve(void locals.set(name, value));
		phone.book.getLocal = (name) => Promise.resolve(locals.get(name));
		await comeBackAs(idOf('back'), phone, joining, phone.clock.ms);
		expect(locals.get('device')).toBe(idOf('back'));
		expect(phone.kept.now).toMatchObject({ keys: [], joining, id: idOf('back') });
		expect(phone.kept.now.device).toBeUndefined();
		// The page begins anew, with the book it had.
		const back = await aCarriedDevice('back', newBookKey());
		for (const [name, { doc }] of phone.book.documents) {
			const { encodeStateAsUpdate } = await import('yjs');
			back.book.take(name, encodeStateAsUpdate(doc), 'file');
		}
		await back.kept.change(({ device }) => ({
			keys: [],
			peers: {},
			joining,
			...(device && { device })
		}));
		await ensureOwnDevice(back.book, back.kept, { name: 'phone', kind: 'phone' }, back.clock.ms);
		expect(await pass(laptop, back)).toMatchObject({ refused: [], waiting: [] });
		expect(await pass(back, laptop)).toMatchObject({ refused: [], waiting: [], files: 1 });
		expect(await pass(laptop, back)).toMatchObject({ refused: [], waiting: [] });
		expect(await pass(back, laptop)).toMatchObject({ refused: [], level: [idOf('back')] });
		expect(digest(back.book)).toBe(digest(laptop.book));
		expect(laptop.book.all('person')).toHaveLength(2);
	});

	test('reads nothing from a tab that has not heard of it', async () => {
		const [laptop, phone] = [await aCarriedDevice('laptop'), await aCarriedDevice('phone')];
		await pass(phone, laptop);
		const disk = new Map<string, unknown>();
		laptop.book.setLocal = (name, value) => Promise.resolve(void disk.set(name, value));
		laptop.book.getLocal = (name) => Promise.resolve(disk.get(name));
		await laptop.kept.change((now) => ({ ...now }));
		const other = await Kept.open(laptop.book);
		// As the tab is that hears nothing of the others.
		other.close();
		await removeDevice(laptop.book, laptop.kept, phone.book.device, laptop.clock.ms);
		add(laptop, 'Secret');
		const file = await fileToSend({ ...laptop.world, kept: other }, 'changes');
		const parts = await Promise.all(
			partsOf(file?.bytes ?? KEY.bytes).map((p) => openPart(p, [KEY]))
		);
		expect(parts.map(({ ok }) => ok)).toEqual([false]);
	});
});
