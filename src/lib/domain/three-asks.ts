// Whether the rep only asked lately: the last three touches all wanted something.
import type { Day } from './day';
import type { Touch } from './records/touch';

/** So many in a row are worth a word. */
const IN_A_ROW = 3;

/** Whether the last three touches up to today were all for asking. */
export function wereAllAsks(touches: readonly Touch[], today: Day): boolean {
	const last: Touch[] = [];
	for (const touch of touches) {
		if (touch.day > today) continue;
		const at = last.findIndex((other) => isLater(touch, other));
		last.splice(at < 0 ? last.length : at, 0, touch);
		if (last.length > IN_A_ROW) last.pop();
	}
	return last.length === IN_A_ROW && last.every(({ purpose }) => purpose === 'asked');
}

function isLater(one: Touch, other: Touch): boolean {
	return one.day === other.day ? one.id > other.id : one.day > other.day;
}
