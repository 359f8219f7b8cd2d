// A note that comes back among what is written since, and goes again: what was there before stays.
import { expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import { NOTHING, withBack, withoutBack } from './come-back';

const due = '2026-12-01' as Day;
const photos = { text: 'The photos', due };
const article = { text: 'The article', due };

test('a promise made before stays, and none is there twice', () => {
	const here = { ...NOTHING, text: 'They sail', promises: [photos] };
	const back = { ...NOTHING, text: 'Max is 9', promises: [article, photos] };
	const both = withBack(back, here);
	expect(both.promises).toEqual([article, photos]);
	expect(withoutBack(back, here, both)).toEqual(here);
	expect(withoutBack(back, NOTHING, both)?.promises).toEqual([]);
});

test('how the person was seen stays as well', () => {
	const here = { ...NOTHING, text: 'They sail', purpose: 'asked', met: 'visit' } as const;
	const back = { ...NOTHING, text: 'Max is 9' };
	const both = withBack(back, here);
	expect(both).toMatchObject({ purpose: 'asked', met: 'visit' });
	expect(withoutBack(back, here, both)).toEqual(here);
	const other = { ...back, met: 'meal' } as const;
	expect(withBack(other, here).met).toBe('meal');
	expect(withoutBack(other, here, withBack(other, here))).toEqual(here);
});
