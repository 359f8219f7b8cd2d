/* A link that leaves the app begins a touch, and that touch does what was booked for it. */
import { expect, test } from 'vitest';
import { anId } from '../../../tests/support/books';
import type { Day } from './day';
import { kindBegunBy, planDoneBy } from './reach-begun';
import type { Plan } from './records/plan';

const TODAY = '2026-11-21' as Day;

test.each([
	['tel:+15550100', 'call'],
	['sms:+15550100?&body=Max', 'text'],
	['https://wa.me/15550100?text=Max', 'message'],
	['mailto:ada@example.org', 'email'],
	['TEL:123', 'call'],
	['https://wa.mean.example/15550100', undefined],
	['https://maps.apple.com/?q=Home', undefined],
	['#/people/1', undefined],
	['https://example.org/?next=tel:123', undefined]
])('%s begins %s', (href, kind) => {
	expect(kindBegunBy(href)).toBe(kind);
});

function aPlan(fields: Partial<Plan> = {}): Plan {
	const day = TODAY;
	return {
		id: anId(),
		person: anId<'person'>(),
		day,
		kind: 'call',
		purpose: 'business',
		...fields
	};
}

const call = aPlan({ time: '15:00' });
const early = aPlan({ time: '09:00' });
const text = aPlan({ kind: 'text', time: '16:00' });
const missed = aPlan({ day: '2026-11-18' as Day });
const longMissed = aPlan({ day: '2026-11-01' as Day });
const visit = aPlan({ kind: 'visit' });
const later = aPlan({ day: '2026-11-22' as Day });
const closed = aPlan({ closedOn: TODAY });

test.each([
	['today’s before one that was missed', [missed, call], 'call', call],
	['the last one missed', [longMissed, missed], 'call', missed],
	['the one of its kind', [early, text], 'text', text],
	['the earliest of two', [call, early], 'call', early],
	['another kind where there is none of its own', [call], 'email', call],
	['no visit', [visit], 'call', undefined],
	['nothing to come', [later], 'call', undefined],
	['nothing closed', [closed], 'call', undefined],
	['nothing of nothing', [], 'call', undefined]
] as const)('it does %s', (_, plans, kind, done) => {
	expect(planDoneBy(plans, kind, TODAY)).toBe(done);
	expect(planDoneBy(plans.toReversed(), kind, TODAY)).toBe(done);
});
