import { beforeEach, expect, it, vi } from 'vitest';
import type { Pipe } from './pipe';
import type { Session } from './session';
import type { Card, PartingReason, Standing } from './talk';
import { Talks } from './talks';

const around = { time: 0, now: () => around.time, random: () => 0.5 };
let isPairing = false;
let talks: Talks;
/** What was done to peers, in order. */
let done: string[];

beforeEach(() => {
	around.time = 1_000_000;
	isPairing = false;
	done = [];
	talks = new Talks(around, () => isPairing);
});

class Fake {
	standing: Standing = { is: 'greeting' };
	ended = 0;
	end(): void {
		this.ended++;
	}
	stand(standing: Standing): void {
		this.standing = standing;
		talks.look(this as unknown as Session);
	}
	meet(id: string): void {
		this.stand({ is: 'meeting', card: cardOf(id) });
	}
	part(why: PartingReason, id?: string): void {
		this.stand({ is: 'parted', why, card: id === undefined ? undefined : cardOf(id) });
	}
}

const cardOf = (id: string) => ({ id }) as Card;

function begin(peer: string, mark = 1, into = talks, log = done): Fake {
	const session = new Fake();
	const pipe = { binding: Uint8Array.of(mark) } as unknown as Pipe;
	into.add(session as unknown as Session, pipe, {
		peer,
		avoid: (milliseconds) => void log.push(`avoid ${peer} ${milliseconds}`),
		forgive: () => void log.push(`forgive ${peer}`)
	});
	return session;
}

it('keeps those that go on and forgets one that just closed after being level', () => {
	const one = begin('p');
	one.stand({ is: 'level', card: cardOf('phone'), at: 0, people: 1 });
	expect(talks.sessions).toEqual([one]);
	one.part('closed', 'phone');
	expect(talks.sessions).toEqual([]);
	expect(done).toEqual([]);
});

it.each([
	'refused',
	'unknown-device',
	'removed-here',
	'newer-there',
	'wrong-key',
	'same-device'
] as const)('leaves a peer alone for minutes and remembers why: %s', (why) => {
	const one = begin('p');
	one.part(why, 'phone');
	expect(talks.sessions).toEqual([one]);
	expect(done).toEqual(['avoid p 300000']);
});

it('leaves it alone for seconds only while the rep is pairing', () => {
	isPairing = true;
	begin('p').part('unknown-device', 'phone');
	expect(done).toEqual(['avoid p 3000']);
});

it('waits longer after each short conversation, and not after a real one', () => {
	for (let one = 0; one < 3; one++) begin('p').part('closed');
	expect(done).toEqual(['avoid p 1000', 'avoid p 2000', 'avoid p 4000']);
	const long = begin('p');
	around.time += 20_000;
	long.part('silent');
	expect(done).toHaveLength(3);
	const level = begin('p');
	level.stand({ is: 'level', card: cardOf('phone'), at: 0, people: 1 });
	level.part('closed', 'phone');
	begin('p').part('closed');
	expect(done.slice(3)).toEqual(['avoid p 1000']);
});

it('waits longer each time what is said makes no sense, however long it took to find out', () => {
	for (let one = 0; one < 3; one++) {
		const session = begin('p');
		session.stand({ is: 'level', card: cardOf('phone'), at: 0, people: 1 });
		around.time += 60_000;
		session.part('broken', 'phone');
	}
	expect(done).toEqual(['avoid p 1000', 'avoid p 2000', 'avoid p 4000']);
});

it('tells of a device with which it keeps breaking until the two get on', () => {
	begin('p').part('broken', 'phone');
	const next = begin('p');
	next.part('broken', 'phone');
	expect(talks.sessions).toEqual([next]);
	const last = begin('p');
	expect(talks.sessions).toEqual([next, last]);
	last.meet('phone');
	expect(talks.sessions).toEqual([last]);
	// Whoever said nothing of itself is nobody to tell of.
	begin('q').part('broken');
	expect(talks.sessions).toEqual([last]);
});

it('ends one that only ever greets', () => {
	vi.useFakeTimers();
	const [mute, met] = [begin('p'), begin('q')];
	met.meet('phone');
	vi.advanceTimersByTime(29_000);
	expect(mute.ended).toBe(0);
	vi.advanceTimersByTime(1000);
	expect([mute.ended, met.ended]).toEqual([1, 0]);
	vi.useRealTimers();
});

it('ends those that came from one place', () => {
	const [one, other] = [begin('p'), begin('q')];
	const origin = { peer: 'by hand', avoid: () => undefined, forgive: () => undefined };
	const byHand = new Fake();
	talks.add(byHand as unknown as Session, { binding: Uint8Array.of(3) } as unknown as Pipe, origin);
	talks.endFrom(origin);
	expect([one.ended, other.ended, byHand.ended]).toEqual([0, 0, 1]);
});

it('forgets why when something changes, and looks again', () => {
	begin('p').part('refused', 'phone');
	talks.forgive();
	expect(talks.sessions).toEqual([]);
	expect(done).toEqual(['avoid p 300000', 'forgive p']);
});

it('forgets why when the device is let in after all', () => {
	begin('p').part('unknown-device', 'phone');
	const next = begin('q');
	next.meet('phone');
	expect(talks.sessions).toEqual([next]);
});

it('ends what is left of a page that was loaded anew', () => {
	const old = begin('p', 9);
	old.meet('phone');
	around.time += 60_000;
	const next = begin('q', 1);
	next.meet('phone');
	expect([old.ended, next.ended]).toEqual([1, 0]);
	expect(talks.sessions).toEqual([next]);
});

it('keeps the same one of two that began together on both ends, whatever came first', () => {
	const other = new Talks(around, () => false);
	const ends = [[talks, [1, 2]] as const, [other, [2, 1]] as const].map(([side, marks]) => {
		const all = marks.map((mark) => ({ mark, session: begin(`p${mark}`, mark, side) }));
		for (const { session } of all) {
			session.standing = { is: 'meeting', card: cardOf('phone') };
			side.look(session as unknown as Session);
		}
		return all.find(({ session }) => session.ended === 0)?.mark;
	});
	expect(ends).toEqual([2, 2]);
});

it('avoids the other way to a device until the one that goes on has ended', () => {
	const first = begin('new room', 2);
	const second = begin('old room', 1);
	first.meet('phone');
	second.meet('phone');
	expect(done).toEqual(['avoid old room Infinity']);
	around.time += 60_000;
	first.part('closed', 'phone');
	expect(done.slice(1)).toEqual(['forgive old room']);
});

it('does not mistake two devices for one', () => {
	const [one, two] = [begin('p'), begin('q')];
	one.meet('phone');
	two.meet('tablet');
	expect(talks.sessions).toEqual([one, two]);
	talks.end();
	expect([one.ended, two.ended, talks.sessions.length]).toEqual([1, 1, 0]);
});
