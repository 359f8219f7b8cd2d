// What the screen says of a restore point.
import type { PointReason, RestorePoint } from '$lib/domain/restore-points';
import { dayOfDate, type Day } from '$lib/domain/day';
import { count, shortDay, timeOf } from './say';

const reasons: Readonly<Record<PointReason, string>> = {
	import: 'Before an import',
	restore: 'Before a backup was brought in',
	'going-back': 'Before you went back',
	'first-merge': 'Before two books met',
	daily: 'As every day',
	'by-hand': 'Made by you'
};

/** "Today, 14:02". */
export function pointName({ at }: RestorePoint, today: Day): string {
	const date = new Date(at);
	const day = shortDay(dayOfDate(date), today);
	return `${day.charAt(0).toUpperCase()}${day.slice(1)}, ${timeOf(date.getTime())}`;
}

/** "Before an import · 1,204 people, 18,332 notes". */
export function pointLine({ why, people, notes }: RestorePoint): string {
	return `${reasons[why]} · ${count(people, 'person', 'people')}, ${count(notes, 'note')}`;
}
