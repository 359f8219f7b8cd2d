// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Book } from '$lib/store/book';
import { Direct } from './direct';
import type { Kept, Keeping } from './kept';
import { newBookKey, type BookKey } from './keys';
import type { Digests } from './level';
import type { Met } from './lobby';
import type { PointStanding } from './meeting-point';
import type { Pipe } from './pipe';
import type { Session, SessionWorld } from './session';
import type { Card, Standing } from './talk';

const SERVER = 'ws://localhost:4444';
const [first, second] = [newBookKey(1), newBookKey(2)];

class FakeSession {
	standing: Standing = { is: 'greeting' };
	ended = 0;
	readonly world: SessionWorld;
	constructor(world: SessionWorld) {
		this.world = world;
	}
	end(): void {
		this.ended++;
	}
	stand(standing: Standing): void {
		this.standing = standing;
		this.world.onstanding(this as unknown as Session);
	}
}

interface FakeRoom {
	readonly address: string;
	readonly key: BookKey;
	readonly met: Met;
	readonly done: string[];
}

let rooms: FakeRoom[];
let left: FakeRoom[];
let begun: FakeSession[];
let standing: PointStanding;
let woken: number;
let isAble: boolean;
/** So many times a room cannot be gone into. */
let fails: number;
let keeping: Keeping;
let tellKept: () => void;
let direct: Direct;

beforeEach(() => {
	vi.useFakeTimers();
	[rooms, left, begun, standing, woken, isAble] = [[], [], [], 'there', 0, true];
	keeping = { keys: [first], peers: {}, server: SERVER };
	tellKept = () => undefined;
	fails = 0;
	vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
	direct = new Direct(
		{
			book: { get: () => undefined } as unknown as Book,
			kept: {
				get now() {
					return keeping;
				},
				listen: (listener: () => void) => {
					tellKept = listener;
					return () => (tellKept = () => undefined);
				}
			} as unknown as Kept,
			digests: undefined as unknown as Digests,
			now: () => Date.now(),
			pause: async () => undefined,
			isPairing: () => false
		},
		{
			random: () => 0.5,
			isAble: () => isAble,
			meet: (address) => ({
				get standing() {
					return standing;
				},
				wake: () => void woken++,
				enter: async (key, met) => {
					if (fails-- > 0) throw new Error('not loaded');
					const room: FakeRoom = { address, key, met, done: [] };
					rooms.push(room);
					return {
						avoid: (peer, ms) => void room.done.push(`avoid ${peer} ${ms}`),
						forgive: (peer) => void room.done.push(`forgive ${peer ?? 'all'}`),
						leave: () => {
							rooms = rooms.filter((one) => one !== room);
							left.push(room);
						}
					};
				}
			}),
			converse: (_, world) => {
				const session = new FakeSession(world);
				begun.push(session);
				return session as unknown as Session;
			}
		}
	);
});

afterEach(() => {
	direct.stop();
	vi.restoreAllMocks();
	vi.useRealTimers();
});

const settle = (milliseconds = 50) => vi.advanceTimersByTimeAsync(milliseconds);
const keys = () => rooms.map((room) => room.key);
const pipe = (mark = 1) => ({ binding: Uint8Array.of(mark) }) as unknown as Pipe;

async function keep(change: Partial<Keeping>): Promise<void> {
	keeping = { ...keeping, ...change };
	tellKept();
	await settle();
}

it('meets under the kept key at the kept address, from start to stop', async () => {
	expect(direct.meetingPoint).toBe('off');
	direct.start();
	await settle();
	expect(rooms).toMatchObject([{ address: SERVER, key: first }]);
	expect(direct.meetingPoint).toBe('there');
	direct.stop();
	await settle();
	expect([rooms.length, left.length, direct.meetingPoint]).toEqual([0, 1, 'off']);
});

it.each<[string, Partial<Keeping>]>([
	['a key', { keys: [] }],
	['an address', { server: '' }],
	['an address a browser may use', { server: 'ws://192.168.1.2:4444' }],
	['a place among the devices', { removedAt: '2026-11-22T10:00:00Z' }]
])('connects nowhere without %s', async (_, change) => {
	direct.start();
	await keep(change);
	expect([rooms, direct.meetingPoint]).toEqual([[], 'off']);
});

it('connects nowhere in a browser that cannot', async () => {
	isAble = false;
	direct.start();
	await settle();
	expect(rooms).toEqual([]);
});

it('moves to a new key, and keeps the old room for who lacks it', async () => {
	direct.start();
	await settle();
	await keep({ keys: [first, second], peers: { phone: { lacksKey: true } } });
	expect(keys()).toEqual([first, second]);
	await keep({ peers: { phone: { lacksKey: false } } });
	expect(keys()).toEqual([second]);
});

it('moves to a new address', async () => {
	direct.start();
	await settle();
	await keep({ server: 'wss://meet.example.org' });
	expect(rooms.map((room) => room.address)).toEqual(['wss://meet.example.org']);
});

it('ends when the page is hidden for long, and begins again', async () => {
	direct.start();
	await settle();
	vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
	document.dispatchEvent(new Event('visibilitychange'));
	await settle(6000);
	expect(rooms).toEqual([]);
	vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
	document.dispatchEvent(new Event('visibilitychange'));
	await settle();
	expect(keys()).toEqual([first]);
});

it('looks at the meeting point again when the network is back', async () => {
	direct.start();
	await settle();
	window.dispatchEvent(new Event('online'));
	expect(woken).toBe(1);
});

it('joins under a key that is not kept yet, and goes on when it is', async () => {
	keeping = { keys: [], peers: {} };
	direct.start();
	direct.join(second, SERVER);
	await settle();
	rooms[0]?.met(pipe(), 'p');
	expect(begun[0]?.world.isJoining).toBe(true);
	expect(begun[0]?.world.key).toBe(second);
	await keep({ keys: [second], server: SERVER });
	direct.leave();
	await settle();
	expect([keys(), left]).toEqual([[second], []]);
	rooms[0]?.met(pipe(), 'p');
	expect(begun[1]?.world.isJoining).toBe(false);
});

it('tells of changes once for many', async () => {
	let told = 0;
	direct.start();
	await settle();
	const stop = direct.listen(() => void told++);
	rooms[0]?.met(pipe(), 'p');
	for (let at = 0; at < 20; at++) begun[0]?.stand({ is: 'greeting' });
	await settle();
	expect(told).toBe(1);
	expect(direct.sessions).toEqual(begun);
	stop();
	begun[0]?.stand({ is: 'greeting' });
	await settle();
	expect(told).toBe(1);
});

it('leaves a device alone that was turned away, until it is woken', async () => {
	direct.start();
	await settle();
	rooms[0]?.met(pipe(), 'p');
	begun[0]?.stand({ is: 'parted', why: 'unknown-device', card: { id: 'phone' } as Card });
	await settle();
	expect(rooms[0]?.done).toEqual(['avoid p 300000']);
	expect(direct.sessions).toEqual(begun);
	direct.wake();
	await settle();
	expect(rooms[0]?.done.slice(1)).toEqual(['forgive p', 'forgive all']);
	expect(direct.sessions).toEqual([]);
});

it('tries again what could not be loaded, later and later, and at once when woken', async () => {
	const uncaught = vi.fn();
	process.on('unhandledRejection', uncaught);
	fails = 3;
	direct.start();
	await settle();
	expect([rooms.length, direct.meetingPoint]).toEqual([0, 'away']);
	await settle(1000);
	expect(fails).toBe(1);
	direct.wake();
	await settle();
	expect(fails).toBe(0);
	await settle(4000);
	expect(keys()).toEqual([first]);
	expect(direct.meetingPoint).toBe('there');
	await keep({ keys: [second] });
	expect(keys()).toEqual([second]);
	process.off('unhandledRejection', uncaught);
	expect(uncaught).not.toHaveBeenCalled();
});

it('ends all conversations when it stops', async () => {
	direct.start();
	await settle();
	rooms[0]?.met(pipe(), 'p');
	direct.stop();
	expect([begun[0]?.ended, direct.sessions]).toEqual([1, []]);
});
