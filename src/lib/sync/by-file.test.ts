// Changes sent as a file: small once everybody has shown what he has, whole before, harmless twice.
import { describe, expect, test } from 'vitest';
import { aPerson, digest, write } from '../../../tests/support/books';
import { aCarriedDevice, idOf, type CarriedDevice } from '../../../tests/support/carried';
import { fileToSend, takeFiles } from './by-file';
import { removeDevice } from './removing';

const [PHONE, LAPTOP] = [idOf('phone'), idOf('laptop')];
const add = ({ book }: CarriedDevice, name: string): void =>
	void write(book, (draft) => draft.add('person', aPerson({ name })));

async function sent(device: CarriedDevice) {
	const file = await fileToSend(device.world, 'changes');
	if (!file) throw new Error('nothing to send');
	return file;
}

async function pass(from: CarriedDevice, to: CarriedDevice) {
	return takeFiles([await sent(from)], to.world);
}

async function pair(): Promise<[CarriedDevice, CarriedDevice]> {
	const pair: [CarriedDevice, CarriedDevice] = [
		await aCarriedDevice('phone'),
		await aCarriedDevice('laptop')
	];
	for (let at = 0; at < 300; at++) add(pair[0], `Person ${at}`);
	return pair;
}

describe('a file', () => {
	test('holds everything first, and only what is new once the other has shown what it has', async () => {
		const [phone, laptop] = await pair();
		const whole = await sent(phone);
		await takeFiles([whole], laptop.world);
		expect(await pass(laptop, phone)).toMatchObject({ devices: [LAPTOP], level: [LAPTOP] });
		add(phone, 'Later');
		const small = await sent(phone);
		expect(small.bytes.length).toBeLessThan(whole.bytes.length / 2);
		expect(await takeFiles([small], laptop.world)).toMatchObject({ files: 1, level: [PHONE] });
		expect(digest(laptop.book)).toBe(digest(phone.book));
		expect(laptop.kept.now.peers[PHONE]).toMatchObject({ levelBy: 'file', people: 301 });
	});

	test('may come twice, and before the one it builds on', async () => {
		const [phone, laptop] = await pair();
		await pass(phone, laptop);
		await pass(laptop, phone);
		const files = [await sent(phone)];
		const third = await aCarriedDevice('tablet');
		expect((await takeFiles(files, third.world)).waiting).toEqual([
			{ why: 'early', from: PHONE, files: 1 }
		]);
		add(phone, 'Later');
		files.unshift(await sent(phone));
		expect(await takeFiles([...files, ...files], laptop.world)).toMatchObject({ files: 1 });
		expect(await takeFiles(files, laptop.world)).toMatchObject({ files: 0, level: [PHONE] });
		// Nobody has told the phone of the tablet: it does so itself.
		await pass(third, phone);
		expect(await pass(phone, third)).toMatchObject({ files: 1, waiting: [] });
		expect(digest(third.book)).toBe(digest(phone.book));
	});

	test('is whole again once a wiped device is back under another name', async () => {
		const [phone, laptop] = await pair();
		await pass(phone, laptop);
		await pass(laptop, phone);
		const again = await aCarriedDevice('laptop2');
		await pass(again, phone);
		expect(await pass(phone, again)).toMatchObject({ files: 1, waiting: [] });
		expect(again.book.all('person')).toHaveLength(300);
	});

	test('that is none is refused by name, and the others are taken', async () => {
		const [phone, laptop] = await pair();
		const good = await sent(phone);
		const cut = { name: 'cut.kith', bytes: good.bytes.slice(0, 500) };
		const photo = { name: 'photo.jpg', bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4) };
		const taken = await takeFiles([cut, photo, good], laptop.world);
		expect(taken).toMatchObject({ files: 1, trouble: undefined });
		expect(taken.refused.map(({ why }) => why).sort()).toEqual(['damaged', 'foreign']);
		expect([...(taken.left ?? [])].map(([at, { why }]) => `${at} ${why}`).sort()).toEqual([
			'0 damaged',
			'1 foreign'
		]);
	});

	test('has a name that every system takes', async () => {
		const [phone] = await pair();
		write(phone.book, (draft) => draft.edit('device', PHONE, { name: '../Zoë’s "phone": 日本\n' }));
		expect((await sent(phone)).name).toBe('changes-2026-11-21-Zoë-s-phone-日本.kith');
	});

	test('hands over a new key to those who stay, and to nobody else', async () => {
		const [phone, laptop] = await pair();
		const tablet = await aCarriedDevice('tablet');
		for (const other of [laptop, tablet]) await pass(phone, other);
		for (const other of [laptop, tablet]) await pass(other, phone);
		await removeDevice(phone.book, phone.kept, idOf('tablet'), phone.clock.ms);
		add(phone, 'Later');
		const file = await sent(phone);
		expect((await takeFiles([file], laptop.world)).files).toBe(1);
		expect(laptop.book.all('person')).toHaveLength(301);
		expect((await takeFiles([file], tablet.world)).refused).toMatchObject([{ why: 'other-key' }]);
		expect(tablet.book.all('person')).toHaveLength(300);
		expect((await pass(tablet, laptop)).refused).toMatchObject([{ why: 'removed' }]);
		expect(await pass(laptop, phone)).toMatchObject({ level: [LAPTOP] });
	});
});
