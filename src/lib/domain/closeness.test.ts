// The latest day stands; what was said before it was dated comes last.
import { expect, test } from 'vitest';
import { anId, aPerson } from '../../../tests/support/books';
import { closenessHistory, type KindOfCloseness } from './closeness';
import type { Day } from './day';
import type { Closeness } from './records/closeness';

const dana = aPerson({ closeness: 'colleague' });

function on(day: string, kind: KindOfCloseness): Closeness {
	return { id: anId<'closeness'>(), person: dana.id, kind, on: day as Day };
}

test('latest first, on one day the one written later, the undated last', () => {
	const records = [
		on('2025-05-03', 'customer'),
		on('2026-01-01', 'customer'),
		on('2026-01-01', 'friend'),
		on('2024-01-01', 'friend')
	];
	const seen = closenessHistory(dana, records).map(({ kind, on: day }) => [kind, day]);
	expect(seen).toEqual([
		['friend', '2026-01-01'],
		['customer', '2026-01-01'],
		['customer', '2025-05-03'],
		['friend', '2024-01-01'],
		['colleague', undefined]
	]);
	expect(closenessHistory(aPerson(), [])).toEqual([]);
});
