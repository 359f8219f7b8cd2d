// How often something comes back, as one chooses and says it.
import type { Repeat } from '$lib/domain/records/field';
import { count } from './say';

const CHOICES = [
	{ every: 1, unit: 'week', words: 'Every week' },
	{ every: 2, unit: 'week', words: 'Every 2 weeks' },
	{ every: 1, unit: 'month', words: 'Every month' },
	{ every: 3, unit: 'month', words: 'Every 3 months' },
	{ every: 1, unit: 'year', words: 'Every year' }
] as const;

const EACH: Readonly<Record<Repeat['unit'], string>> = {
	day: 'Every day',
	week: 'Every week',
	month: 'Every month',
	year: 'Every year'
};

/** The choice that stands for "does not come back". */
const ONCE = '';

/** The choices of a form; one more where something comes back in a way that is not among them. */
export function repeatChoices(now: Repeat | undefined): { value: string; label: string }[] {
	const listed = CHOICES.map(({ words, ...repeat }) => ({ value: choiceOf(repeat), label: words }));
	const own = choiceOf(now);
	const isListed = own === ONCE || listed.some(({ value }) => value === own);
	return [
		{ value: ONCE, label: 'Only once' },
		...listed,
		...(now && !isListed ? [{ value: own, label: repeatInWords(now) }] : [])
	];
}

/** The choice a form shows for it. */
export function choiceOf(repeat: Repeat | undefined): string {
	return repeat ? `${repeat.every} ${repeat.unit}` : ONCE;
}

/** What was chosen; the day of the month it belongs to stays where nothing was changed. */
export function repeatOf(choice: string, before: Repeat | undefined): Repeat | undefined {
	if (choice === ONCE) return undefined;
	if (before && choice === choiceOf(before)) return before;
	const [every, unit] = choice.split(' ');
	return { every: Number(every), unit: unit as Repeat['unit'] };
}

/** "Every 2 weeks". */
export function repeatInWords({ every, unit }: Repeat): string {
	if (every === 1) return EACH[unit];
	switch (unit) {
		case 'day':
			return `Every ${count(every, 'day')}`;
		case 'week':
			return `Every ${count(every, 'week')}`;
		case 'month':
			return `Every ${count(every, 'month')}`;
		case 'year':
			return `Every ${count(every, 'year')}`;
	}
}
