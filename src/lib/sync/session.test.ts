// @vitest-environment node
// A conversation from the hello to level, step by step and with every bad peer.
// Over 300 lines, because each step has its own ways to go wrong.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CORE, READER } from '$lib/store/documents';
import { aNote, digest, write } from '../../../tests/support/books';
import { pipePair } from '../../../tests/support/pipes';
import {
	addPerson,
	aDevice,
	aPair,
	both,
	introduce,
	nextTask,
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
import { removeDevice } from './removing';
import { Session } from './session';
import { PROTOCOL, type Standing } from './talk';

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
		[PROTOCOL + 1, 'newer-there'],
		[PROTOCOL - 1, 'newer-here']
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

test('a year typed wrong keeps nothing from the other device', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	const id = phone.book.newId('note', 26);
	write(phone.book, (draft) => draft.add('note', aNote({ id, body: 'typed 26' })));
	await sync(phone, laptop);
	expect(laptop.book.get('note', id)?.body).toBe('typed 26');
});

test('the first note of a year goes over also where its journal was not opened before', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	phone.book.document(CORE).doc.getMap('years').set('2031', true);
	const talked = talk(phone, laptop);
	await both(talked, 'level');
	await new Promise((resolve) => setTimeout(resolve, 50));
	const id = phone.book.newId('note', 2031);
	write(phone.book, (draft) => draft.add('note', aNote({ id, body: 'first' })));
	await until(() => laptop.book.get('note', id)?.body === 'first');
	await both(talked, 'level');
	talked.a.end();
});

test('people who were cut off midway are not given as all', async () => {
	const key = newBookKey();
	const [host, guest] = [await aDevice('host', key), await aDevice('guest')];
	for (let at = 0; at < 3000; at++) addPerson(host, `Somebody with a name ${at}`);
	const joins = { key, isJoining: true, ...pairing };
	const talked = talk(host, guest, { a: { key, ...pairing }, b: joins });
	await both(talked, 'unknown');
	talked.a.letIn();
	talked.b.letIn();
	await both(talked, 'meeting');
	const before = talked.b.bytes.received;
	const asked = talked.b.peopleThere();
	await until(() => talked.b.bytes.received > before + 4000);
	talked.pipes.channelA.cut();
	await expect(asked).rejects.toThrow('cut off');
	await expect(talked.b.peopleThere()).rejects.toThrow('cut off');
});

test('whoever was let in and then says no is kept nowhere and does not come in by itself', async () => {
	const key = newBookKey();
	const [host, guest] = [await aDevice('host', key), await aDevice('guest')];
	const joins = { key, isJoining: true, ...pairing };
	const meet = async () => {
		const talked = talk(host, guest, { a: { key, ...pairing }, b: joins });
		await both(talked, 'unknown');
		talked.a.letIn();
		talked.b.letIn();
		await both(talked, 'meeting');
		return talked;
	};
	const first = await meet();
	expect([host.kept.now.peers, guest.kept.now.peers]).toEqual([{}, {}]);
	// Cut off while the rep is looking: the code need not be out any more.
	first.pipes.channelA.cut();
	await both(first, 'parted');
	const again = talk(host, guest, { a: { key }, b: joins });
	await both(again, 'meeting');
	again.b.turnAway();
	expect(await parted(again)).toEqual(['refused', 'refused']);
	const later = talk(host, guest, { a: { key }, b: joins });
	expect(await parted(later)).toEqual(['unknown-device', 'unknown-device']);
	expect([host.kept.now.peers, guest.kept.now.peers]).toEqual([{}, {}]);
	const last = await meet();
	last.b.go();
	await both(last, 'level');
	expect(host.kept.now.peers[guest.book.device]).toMatchObject({ name: 'guest' });
	last.a.end();
	await both(last, 'parted');
	await sync(host, guest);
});

test('under an older key a device does not even say what it is called', async () => {
	const [phone, tablet] = (await aPair('phone', 'tablet')) as [Device, Device];
	await sync(phone, tablet);
	const old = phone.kept.now.keys[0]!;
	await removeDevice(phone.book, phone.kept, tablet.book.device, phone.clock.ms);
	write(phone.book, (draft) => draft.edit('device', phone.book.device, { name: 'Secret' }));
	const talked = talk(phone, tablet, { a: { key: old }, b: { key: old } });
	await parted(talked);
	expect(talked.b.standing).toMatchObject({ card: { name: '' } });
});

test('a name too long for a message is cut, and does not keep a new key from anybody', async () => {
	const all = (await aPair('phone', 'laptop', 'tablet')) as [Device, Device, Device];
	const [phone, laptop, tablet] = all;
	await sync(phone, laptop);
	await sync(laptop, tablet);
	await sync(phone, laptop);
	const name = 'My tablet '.repeat(30);
	write(phone.book, (draft) => draft.edit('device', tablet.book.device, { name }));
	await sync(phone, laptop);
	const key = phone.kept.now.keys[0]!;
	await removeDevice(phone.book, phone.kept, tablet.book.device, phone.clock.ms);
	await parted(talk(phone, laptop, { a: { key }, b: { key } }));
	expect(laptop.kept.now.keys).toHaveLength(2);
});

test('an end while something is being kept stays an end', async () => {
	for (const at of [1, 2]) {
		const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
		const change = phone.kept.change.bind(phone.kept);
		let changes = 0;
		const talked = talk(phone, laptop);
		phone.kept.change = (...given) => {
			if (++changes === at) talked.a.end();
			return change(...given);
		};
		await both(talked, 'parted');
		await new Promise((resolve) => setTimeout(resolve, 30));
		expect(talked.seen.a.at(-1)).toMatchObject({ is: 'parted' });
		expect(talked.a.standing.is).toBe('parted');
		const observers = phone.book.document(CORE).doc._observers.get('update');
		const fresh = (await aDevice('fresh')).book.document(CORE).doc._observers.get('update');
		// Two of it are those of the digests, made when the first conversation asked for them.
		expect(observers?.size ?? 0, `at ${at}`).toBe(fresh?.size ?? 0);
	}
});

test('before it is known who is there nothing large is taken', async () => {
	const [phone] = (await aPair('phone')) as [Device];
	const other = new Stranger(phone);
	await other.next(1);
	other.say(encodeHello(newHello()));
	other.say(crypto.getRandomValues(new Uint8Array(65_000)).slice(0, 65_000));
	expect(await other.end()).toBe('broken');
	const large = new Stranger(phone);
	await large.next(1);
	large.say(joinedChance(3));
	expect(await large.end()).toBe('broken');
	expect(large.session.bytes.received).toBeLessThan(100 * 1024);
});

/** Bytes that cannot be made smaller. @param times as many times 64 KiB */
function joinedChance(times: number): Uint8Array {
	const all = new Uint8Array(times * 65_536);
	for (let at = 0; at < times; at++) {
		crypto.getRandomValues(all.subarray(at * 65_536, (at + 1) * 65_536));
	}
	return all;
}

test('a great many changes at once leave the page time to breathe', async () => {
	const [phone, laptop] = (await aPair('phone', 'laptop')) as [Device, Device];
	let pauses = 0;
	const pause = async () => {
		pauses++;
		await nextTask();
	};
	const talked = talk(phone, laptop, { b: { now: () => performance.now(), pause } });
	await both(talked, 'level');
	const before = pauses;
	for (let at = 0; at < 1500; at++) addPerson(phone, `Somebody ${at}`);
	await until(() => laptop.book.all('person').length === 1500);
	expect(pauses - before).toBeGreaterThan(3);
	talked.a.end();
});
