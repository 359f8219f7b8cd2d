/* A touch does what was booked for its like: not another way of reaching, not what is long past. */
import { expect, test } from 'vitest';
import { anId } from '../../../tests/support/books';
import type { Day } from './day';
import { planDoneBy } from './plan-done';
import type { Plan } from './records/plan';

const TODAY = '2026-11-21' as Day;

function aPlan(kind: Plan['kind'], fields: Partial<Plan> = {}): Plan {
	return {
		...{ id: anId<'plan'>(), person: anId<'person'>(), day: TODAY, purpose: 'business' },
		kind,
		...fields
	};
}

const call = aPlan('call', { time: '15:00' });
const early = aPlan('call', { time: '09:00' });
const video = aPlan('video', { time: '08:00' });
const text = aPlan('text', { time: '16:00' });
const email = aPlan('email');
const meal = aPlan('meal');
const event = aPlan('event');
const missed = aPlan('call', { day: '2026-11-18' as Day });
const aWeekAgo = aPlan('call', { day: '2026-11-14' as Day });
const longMissed = aPlan('call', { day: '2026-11-13' as Day });
const later = aPlan('call', { day: '2026-11-22' as Day });
const closed = aPlan('call', { closedOn: TODAY });

test.each([
	['today’s before one that was missed', [missed, call], 'call', call],
	['the last one missed', [aWeekAgo, missed], 'call', missed],
	['one missed a week ago', [aWeekAgo], 'call', aWeekAgo],
	['nothing missed longer ago', [longMissed], 'call', undefined],
	['the one of its kind', [video, call], 'call', call],
	['the earliest of two', [call, early], 'call', early],
	['a video call where it was a call', [video], 'call', video],
	['a text where it was a message', [text], 'message', text],
	['no call where it was a text', [call], 'text', undefined],
	['no call where it was an email', [call], 'email', undefined],
	['no text where it was an email', [text], 'email', undefined],
	['an email', [email], 'email', email],
	['no meal where it was a call', [meal], 'call', undefined],
	['a meal where it was a visit', [meal], 'visit', meal],
	['no event where it was a visit', [event], 'visit', undefined],
	['an event', [event], 'event', event],
	['nothing to come', [later], 'call', undefined],
	['nothing closed', [closed], 'call', undefined],
	['nothing of nothing', [], 'call', undefined]
] as const)('it does %s', (_, plans, kind, done) => {
	const touch = { kind, outcome: 'reached', day: TODAY } as const;
	expect(planDoneBy(plans, touch)).toBe(done);
	expect(planDoneBy(plans.toReversed(), touch)).toBe(done);
});

test('left word does not do it', () => {
	expect(planDoneBy([call], { kind: 'call', outcome: 'reached-out', day: TODAY })).toBeUndefined();
});

test('nor does a touch of a day before it', () => {
	const day = '2026-11-20' as Day;
	expect(planDoneBy([call], { kind: 'call', outcome: 'reached', day })).toBeUndefined();
});

test.each([
	['call', undefined],
	['text', 'text'],
	['email', 'email']
] as const)('left word by %s does: %s', (kind, done) => {
	const plans = [aPlan(kind)];
	const found = planDoneBy(plans, { kind, outcome: 'reached-out', day: TODAY });
	expect(found?.kind).toBe(done);
});
