// What the rep closed on the slip stays closed.
import { expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import { Slip } from './slip.svelte';

test('another kind of moment may close it, and never opens what the rep closed', () => {
	const selected = { words: 'Knee', sentence: 'Knee', day: '2026-11-21' as Day };
	const slip = new Slip('moment', selected, [], undefined);
	slip.chooseMoment('surgery');
	expect(slip.sensitive).toBe(true);
	slip.chooseMoment('trip');
	expect(slip.sensitive).toBe(true);
	slip.sensitive = false;
	slip.chooseMoment('other');
	expect(slip.sensitive).toBe(false);
});
