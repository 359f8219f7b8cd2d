// A pipe brings every message whole and in order, however large, or says that it has ended.
// Over 300 lines, because most of them are frames that a pipe of ours would never write.
import { describe, expect, it, vi } from 'vitest';
import { pipePair, type PipePair } from '../../../tests/support/pipes';
import { areEqual } from './bytes';
import { deflated, inflated } from './deflate';
import { FULL, LAST, LAST_DEFLATED, LARGEST_MESSAGE, PART, WINDOW, writeFrame } from './frame-code';
import { FramePipe, type Beat } from './frames';
import type { PipeEnd } from './pipe';

const soon = (ms = 5): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bytes that no deflating makes smaller. */
function noise(length: number, seed = 1): Uint8Array<ArrayBuffer> {
	const made = new Uint8Array(length);
	let state = seed;
	for (let at = 0; at < length; at++) {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		made[at] = state >>> 24;
	}
	return made;
}

/** `toEqual` takes seconds for this. */
function isSame(heard: readonly Uint8Array[], sent: readonly Uint8Array[]): boolean {
	return sent.every((message, at) => areEqual(heard[at] ?? new Uint8Array(), message));
}

/** Writes down all it hears. */
class Ear {
	readonly heard: Uint8Array[] = [];
	readonly ends: PipeEnd[] = [];
	onmessage(message: Uint8Array): Promise<void> | void {
		this.heard.push(message);
	}
	onend(why: PipeEnd): void {
		this.ends.push(why);
	}
	get texts(): string[] {
		return this.heard.map((message) => new TextDecoder().decode(message));
	}
}

function listening(pair: PipePair): { a: Ear; b: Ear } {
	const ears = { a: new Ear(), b: new Ear() };
	pair.a.listen(ears.a);
	pair.b.listen(ears.b);
	return ears;
}

/** A beat that is beaten by hand. */
function handBeat(): { beat: Beat; tick: () => void; many: () => number } {
	const ticks = new Set<() => void>();
	return {
		beat: (ms, tick) => {
			expect(ms).toBe(5000);
			ticks.add(tick);
			return () => void ticks.delete(tick);
		},
		tick: () => [...ticks].forEach((tick) => tick()),
		many: () => ticks.size
	};
}

describe('a pipe over frames', () => {
	it('carries messages of every length, whole and in order', async () => {
		const pair = pipePair();
		const { b } = listening(pair);
		const lengths = [0, 1, 4095, 4096, FULL - 1, FULL, FULL + 1, 3 * FULL, 200_000, 0];
		const messages = lengths.map((length, at) => noise(length, at + 1));
		const frames: number[] = [];
		pair.channelA.onTheWay = (frame) => [void frames.push(frame.length), frame].slice(1);
		await Promise.all(messages.map((message) => pair.a.send(message)));
		await vi.waitFor(() => expect(b.heard).toHaveLength(messages.length));
		expect(isSame(b.heard, messages)).toBe(true);
		expect(Math.max(...frames)).toBe(16 * 1024);
		expect(pair.a.sent).toBe(frames.reduce((sum, length) => sum + length));
		expect(pair.b.received).toBe(pair.a.sent);
		expect(pair.b.sent).toBe(pair.a.received);
	});

	it('makes large messages smaller where it can, and keeps the order all the same', async () => {
		const pair = pipePair();
		const { b } = listening(pair);
		const messages = Array.from({ length: 40 }, (_, at) =>
			at % 3 === 0
				? bytes(`word ${at} `.repeat(10_000))
				: at % 3 === 1
					? bytes(`${at}`)
					: noise(9000, at)
		);
		for (const message of messages) void pair.a.send(message);
		await vi.waitFor(() => expect(b.heard).toHaveLength(40), 5000);
		expect(isSame(b.heard, messages)).toBe(true);
		expect(pair.a.sent).toBeLessThan(14 * 3000 + 13 * 9100 + 13 * 50);
	});

	it('keeps what comes before anybody listens', async () => {
		const pair = pipePair();
		await pair.a.send(bytes('first'));
		await pair.a.send(bytes('second'));
		pair.a.end();
		await soon(20);
		const ear = new Ear();
		pair.b.listen(ear);
		await vi.waitFor(() => expect(ear.ends).toEqual(['closed']));
		expect(ear.texts).toEqual(['first', 'second']);
	});

	it('says the last word before it closes', async () => {
		const pair = pipePair();
		const { a, b } = listening(pair);
		await pair.a.send(bytes('a last word'));
		pair.a.end();
		expect(a.ends).toEqual(['closed']);
		await vi.waitFor(() => expect(b.ends).toEqual(['closed']));
		expect(b.texts).toEqual(['a last word']);
	});

	it('waits for a channel that is not open yet, and takes one that is closed already as ended', async () => {
		const pair = pipePair();
		const { b } = listening(pair);
		pair.channelA.readyState = 'connecting';
		const sent = pair.a.send(bytes('hello'));
		await soon();
		expect(b.texts).toEqual([]);
		pair.channelA.readyState = 'open';
		pair.channelA.dispatchEvent(new Event('open'));
		await sent;
		await vi.waitFor(() => expect(b.texts).toEqual(['hello']));
		pair.a.end();
		await soon(20);
		const ear = new Ear();
		new FramePipe(pair.channelB, new Uint8Array(32)).listen(ear);
		expect(ear.ends).toEqual(['closed']);
	});
});

describe('holding back', () => {
	it('sends no more than a window that the other side has not taken in', async () => {
		const pair = pipePair();
		let letGo: () => void = () => undefined;
		const held = new Promise<void>((resolve) => (letGo = resolve));
		let heard = 0;
		pair.b.listen({ onmessage: () => (heard++, held), onend: () => undefined });
		let sent = 0;
		const sending = (async () => {
			for (; sent < 100; sent++) await pair.a.send(noise(50_000, sent));
		})();
		await vi.waitFor(() => expect(pair.a.sent).toBeGreaterThanOrEqual(WINDOW - 5000), 5000);
		await soon(30);
		expect(heard).toBe(1);
		expect(pair.a.sent).toBeLessThan(WINDOW + 51_000);
		expect(sent).toBeLessThan(22);
		letGo();
		await sending;
		await vi.waitFor(() => expect(heard).toBe(100));
	});

	it('holds no more than the window while 30 MB go to a slow reader', async () => {
		const pair = pipePair();
		let taken = 0;
		let most = 0;
		const message = noise(48 * 1024);
		pair.b.listen({
			async onmessage(got) {
				most = Math.max(most, pair.a.sent - taken);
				if (taken % (4 * got.length) === 0) await soon(0);
				taken += got.length;
			},
			onend: () => undefined
		});
		for (let at = 0; at < 640; at++) await pair.a.send(message);
		await vi.waitFor(() => expect(taken).toBe(640 * message.length), 10_000);
		// What was sent and not read: the window, the message that filled it, and the headers.
		expect(most).toBeLessThan(WINDOW + 60_000 + 4 * (taken / FULL + 640));
		expect(pair.channelA.mostBuffered).toBeLessThan(256 * 1024 + 17_000);
	});

	it('carries one message far larger than the window', async () => {
		const pair = pipePair();
		const { b } = listening(pair);
		const message = noise(3 * WINDOW);
		await pair.a.send(message);
		await vi.waitFor(() => expect(b.heard).toHaveLength(1));
		expect(b.heard[0]?.length).toBe(message.length);
		expect(pair.channelA.mostBuffered).toBeLessThan(256 * 1024 + 17_000);
	});

	it('lets waiting senders go at the end', async () => {
		const pair = pipePair();
		pair.b.listen({ onmessage: () => new Promise(() => undefined), onend: () => undefined });
		const sent = Promise.all(Array.from({ length: 60 }, () => pair.a.send(noise(50_000))));
		await soon(30);
		pair.a.end();
		await sent;
		await pair.a.send(bytes('after the end'));
	});
});

describe('frames that our other end did not make', () => {
	const frame = (kind: number, number: number, body: Uint8Array = new Uint8Array()): Uint8Array =>
		writeFrame({ kind, number, body });

	it.each<[string, () => Promise<unknown[]> | unknown[]]>([
		['a frame over the limit', () => [frame(LAST, 1, new Uint8Array(FULL + 1))]],
		['a frame cut short in its header', () => [new Uint8Array([64, 0, 0])]],
		['an empty frame', () => [new Uint8Array()]],
		['a text', () => ['hello']],
		['a blob', () => [new Blob(['hello'])]],
		['a frame missing', () => [frame(LAST, 2)]],
		['a frame repeated', () => [frame(LAST, 1), frame(LAST, 1)]],
		['frames out of order', () => [frame(LAST, 2), frame(LAST, 1)]],
		['a short part in the middle', () => [frame(PART, 1, new Uint8Array(100))]],
		['an empty part in the middle', () => [frame(PART, 1)]],
		['a kind there is not', () => [frame(1, 1, new Uint8Array(10))]],
		['another kind there is not', () => [frame(12, 1)]],
		['a sign of life with words', () => [frame(8, 1, new Uint8Array(1))]],
		['a credit without a number', () => [frame(9, 1, new Uint8Array(3))]],
		['a credit for what was never sent', () => [frame(9, 1, new Uint8Array([0, 0, 0, 1]))]],
		['what is not deflated at all', () => [frame(LAST_DEFLATED, 1, noise(300))]],
		['nothing as deflated', () => [frame(LAST_DEFLATED, 1)]],
		[
			'half of what was deflated',
			async () => [frame(LAST_DEFLATED, 1, (await deflated(noise(300)))?.slice(0, 150))]
		]
	])('%s ends the pipe', async (_, bad) => {
		const pair = pipePair();
		const { a, b } = listening(pair);
		await pair.a.send(bytes('before'));
		await vi.waitFor(() => expect(b.texts).toEqual(['before']));
		for (const data of await bad()) pair.channelA.inject(data);
		await vi.waitFor(() => expect(b.ends).toEqual(['broken']));
		await vi.waitFor(() => expect(a.ends).toEqual(['closed']));
		pair.channelA.inject(frame(LAST, 2, bytes('after')));
		await soon();
		// A frame that came twice is a message once; of all others nothing is told.
		expect(b.texts.filter((text) => text !== '')).toEqual(['before']);
		expect(b.ends).toEqual(['broken']);
	});

	it.each<[string, (frame: Uint8Array, index: number) => unknown[]]>([
		['drops', (frame, index) => (index === 3 ? [] : [frame])],
		['repeats', (frame, index) => (index === 3 ? [frame, frame] : [frame])],
		['cuts', (frame, index) => (index === 3 ? [frame.subarray(0, 5000)] : [frame])],
		[
			'flips the first bit of',
			(frame, index) =>
				index === 3 ? [frame.map((byte, at) => (at === 0 ? byte ^ 0x80 : byte))] : [frame]
		]
	])('a channel that %s a frame delivers nothing of that message', async (_, there) => {
		const pair = pipePair({ there });
		const { b } = listening(pair);
		void pair.a.send(bytes('before'));
		void pair.a.send(noise(100_000));
		void pair.a.send(bytes('after'));
		await vi.waitFor(() => expect(b.ends).toEqual(['broken']));
		await soon();
		expect(b.texts.filter((text) => text !== 'before')).toEqual([]);
	});

	it('a message over the limit ends the pipe before it is whole', async () => {
		const pair = pipePair();
		const { b } = listening(pair);
		const body = new Uint8Array(FULL);
		const most = Math.ceil(LARGEST_MESSAGE / FULL);
		for (let at = 0; at < most - 1; at++) pair.channelA.inject(frame(PART, at, body));
		expect(b.ends).toEqual([]);
		pair.channelA.inject(frame(PART, most - 1, body));
		expect(b.ends).toEqual(['broken']);
		expect(b.heard).toEqual([]);
	});

	it('one that would grow over the limit when inflated ends the pipe', async () => {
		const pair = pipePair();
		const { b } = listening(pair);
		const bomb = (await deflated(new Uint8Array(LARGEST_MESSAGE + 1))) as Uint8Array;
		expect(bomb.length).toBeLessThan(100_000);
		const parts = [];
		for (let at = 0; at < bomb.length; at += FULL) parts.push(bomb.subarray(at, at + FULL));
		parts.forEach((part, at) =>
			pair.channelA.inject(frame(at === parts.length - 1 ? LAST_DEFLATED : PART, at, part))
		);
		await vi.waitFor(() => expect(b.ends).toEqual(['broken']), 10_000);
		expect(b.heard).toEqual([]);
		expect(await inflated(parts, LARGEST_MESSAGE)).toBeUndefined();
		expect((await inflated(parts, LARGEST_MESSAGE + 1))?.length).toBe(LARGEST_MESSAGE + 1);
	});

	it('a sender that does not wait for room is cut off, with small messages too', async () => {
		for (const length of [0, 10_000]) {
			const pair = pipePair();
			const ear = new Ear();
			pair.b.listen({
				onmessage: () => new Promise(() => undefined),
				onend: (why) => ear.onend(why)
			});
			let at = 0;
			while (ear.ends.length === 0 && at < 20_000) {
				pair.channelA.inject(frame(LAST, at++, new Uint8Array(length)));
			}
			expect(ear.ends).toEqual(['broken']);
			expect(at * (length + 132)).toBeLessThan(WINDOW + 2 * (length + 132));
		}
	});

	it('does not send what is over the limit itself', async () => {
		const pair = pipePair();
		const { a } = listening(pair);
		await pair.a.send(new Uint8Array(LARGEST_MESSAGE + 1));
		expect(a.ends).toEqual(['broken']);
		expect(pair.a.sent).toBe(0);
	});

	it('a listener that comes to grief ends the pipe, once', async () => {
		const pair = pipePair();
		const ends: PipeEnd[] = [];
		pair.b.listen({
			onmessage: () => Promise.reject(new Error('made nothing of it')),
			onend: (why) => void ends.push(why)
		});
		await pair.a.send(bytes('hello'));
		await vi.waitFor(() => expect(ends).toEqual(['broken']));
		pair.b.end();
		expect(ends).toEqual(['broken']);
	});
});

describe('signs of life', () => {
	it('come when nothing else is sent, and keep a quiet pipe', async () => {
		const { beat, tick, many } = handBeat();
		const pair = pipePair({ beat });
		const { a, b } = listening(pair);
		for (let at = 0; at < 20; at++) {
			tick();
			await soon(4);
		}
		expect([...a.ends, ...b.ends]).toEqual([]);
		expect(pair.a.sent).toBe(20 * 4);
		await pair.a.send(bytes('hello'));
		await soon(4);
		const before = pair.a.sent;
		tick();
		expect(pair.a.sent).toBe(before);
		pair.a.end();
		await vi.waitFor(() => expect(b.ends).toEqual(['closed']));
		expect(many()).toBe(0);
	});

	it('end the pipe as silent after 20 seconds without any', async () => {
		const { beat, tick } = handBeat();
		const pair = pipePair({ beat, there: () => [] });
		const { b } = listening(pair);
		for (let at = 0; at < 3; at++) tick();
		await soon();
		expect(b.ends).toEqual([]);
		tick();
		expect(b.ends).toEqual(['silent']);
	});

	it('a cut channel ends it as closed', async () => {
		const pair = pipePair();
		const { a, b } = listening(pair);
		pair.channelA.cut();
		expect([a.ends, b.ends]).toEqual([['closed'], ['closed']]);
	});
});
