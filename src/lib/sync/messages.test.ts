// @vitest-environment node
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { seededRandom } from '$lib/domain/random';
import { aNote, digest, write } from '../../../tests/support/books';
import { addPerson, aDevice, nextTask, QUICK, type Device } from '../../../tests/support/talks';
import { Exchange } from './exchange';
import type { Message } from './message-kinds';
import { decode, encode } from './messages';

const uncaught: unknown[] = [];
const note = (why: unknown) => void uncaught.push(why);
beforeAll(() => void process.on('unhandledRejection', note));
afterAll(() => {
	process.off('unhandledRejection', note);
	expect(uncaught).toEqual([]);
});

const id = '20260mwqcvpc0f0z6k57z';
const card = {
	...{ id, name: 'phone', publicKey: 'AAAA', reader: 1, needs: 1 },
	generation: 2
};
const account = new Map([
	['kith-core', { vector: Uint8Array.of(1, 2, 3), deletions: 'ab' }],
	['kith-journal-2026', { vector: Uint8Array.of(4), deletions: '' }]
]);
const place = { part: 0.5, yearsDone: 1, years: 3 };
const bytes = (many: number) => new Uint8Array(many).fill(many);

const examples: readonly Message[] = [
	{ is: 'proof', proof: bytes(32) },
	{ is: 'card', card, promise: bytes(32) },
	{ is: 'device', proof: bytes(32), part: bytes(16) },
	{ is: 'asking' },
	{ is: 'welcome', generation: 2, members: [id], hasNewer: true, isJoining: false },
	{
		is: 'key',
		wrapped: bytes(90),
		removed: [{ id, name: 'x', since: '2026-11-21T12:00:00Z', removedAt: '2026-11-21T12:00:00Z' }]
	} as unknown as Message,
	{ is: 'taken' },
	{ is: 'ask-people' },
	{
		is: 'people',
		people: [{ id, name: 'Ada', company: 'Lind', emails: [{ value: 'a@b.c' }], phones: [] }],
		isLast: true
	},
	{ is: 'state', account, wantsAll: true },
	{ is: 'update', name: 'kith-core', place: { ...place, year: 2026 }, update: bytes(9) },
	{ is: 'update', name: 'kith-journal-1999', place, update: bytes(0) },
	{
		is: 'live',
		updates: [
			['kith-core', bytes(3)],
			['kith-journal-2999', bytes(2)],
			['kith-journal-0026', bytes(1)]
		]
	},
	{ is: 'sent' },
	{ is: 'level', account, digests: { 'kith-core': 'ff' }, people: 7, isAnswer: false },
	{ is: 'bye', why: 'removed' }
];

test('every message is read as it was written', () => {
	for (const message of examples) expect(decode(encode(message))).toEqual(message);
});

test('documents of other names, and more years than there are, are no messages', () => {
	for (const name of ['kith-journal-10000', 'kith-journal--260', 'kith-journal-026', 'other', '']) {
		expect(decode(encode({ is: 'live', updates: [[name, bytes(1)]] })), name).toBeUndefined();
	}
	const years = Array.from({ length: 302 }, (_, at) => `kith-journal-${1900 + at}`);
	const much = new Map(years.map((name) => [name, { vector: bytes(1), deletions: '' }]));
	expect(decode(encode({ is: 'state', account: much, wantsAll: false }))).toBeUndefined();
});

test('bytes that nobody wrote, or one too few or too many, are no message, and never throw', () => {
	for (const message of examples) {
		const right = encode(message);
		expect(decode(right.subarray(0, right.length - 1))).toBeUndefined();
		expect(decode(Uint8Array.of(...right, 0))).toBeUndefined();
	}
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 80 }), (bad) => void decode(bad)),
		{ seed: 7, numRuns: 5000 }
	);
});

/** A device in an exchange whose other side is this test. */
function anExchange(device: Device, post: (message: Message) => void) {
	const failed: string[] = [];
	const exchange = new Exchange({
		...device,
		peer: 'other',
		timing: QUICK,
		now: device.clock.now,
		pause: nextTask,
		post: async (message) => post(message),
		onchange: () => undefined,
		onlevel: async () => undefined,
		fail: (why) => void failed.push(why)
	});
	return { exchange, failed };
}

test('a device that has gone wrong, with the right key, leaves a book that is whole', async () => {
	const [one, other] = [await aDevice('one'), await aDevice('other')];
	for (let at = 0; at < 40; at++) addPerson(one, `One ${at}`);
	for (const year of [2020, 2026]) {
		for (let at = 0; at < 5; at++) {
			const note = aNote({ id: one.book.newId('note', year), body: `Said ${at}` });
			write(one.book, (draft) => draft.add('note', note));
		}
	}
	// What a healthy device says.
	const said: Uint8Array[] = [];
	const ends: { a?: Exchange; b?: Exchange } = {};
	const a = anExchange(one, (message) => {
		said.push(encode(message));
		queueMicrotask(() => void ends.b?.hear(decode(encode(message)) as never));
	});
	const b = anExchange(other, (message) =>
		queueMicrotask(() => void ends.a?.hear(message as never))
	);
	[ends.a, ends.b] = [a.exchange, b.exchange];
	await Promise.all([a.exchange.begin(), b.exchange.begin()]);
	while (b.exchange.levelAt === undefined) await nextTask();
	a.exchange.stop();
	b.exchange.stop();
	expect(said.length).toBeGreaterThan(5);

	const random = seededRandom(5000);
	const pick = (below: number): number => Math.floor(random() * below);
	let victim = await aDevice('victim');
	let taken = 0;
	let refused = 0;
	let end = anExchange(victim, () => undefined);
	const begin = async () => {
		victim = await aDevice('victim');
		addPerson(victim, 'Mine');
		end = anExchange(victim, () => undefined);
		await end.exchange.begin();
		await end.exchange.hear(decode(said[0]!) as never);
	};
	await begin();
	for (let run = 0; run < 5000; run++) {
		const bad = said[pick(said.length)]!.slice();
		for (let times = 1 + pick(3); times > 0; times--) bad[pick(bad.length)]! ^= 1 + pick(255);
		const message = decode(bad);
		if (!message) {
			refused++;
			continue;
		}
		const isHeard = await end.exchange.hear(message as never).then(
			() => true,
			() => false
		);
		taken += Number(isHeard);
		if (isHeard && run % 50 > 0) continue;
		// It can be shown, compared, stored and read again.
		digest(victim.book);
		await victim.digests.all();
		for (const { doc } of victim.book.documents.values()) {
			applyUpdate(new Doc(), encodeStateAsUpdate(doc));
		}
		expect(victim.book.all('person').some(({ name }) => name === 'Mine')).toBe(true);
		end.exchange.stop();
		await begin();
	}
	end.exchange.stop();
	expect(refused).toBeGreaterThan(1000);
	expect(taken).toBeGreaterThan(200);
}, 60_000);
