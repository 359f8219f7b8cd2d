// The friends question: when it is asked again, and which answer stands for a quarter.
import { describe, expect, test } from 'vitest';
import type { Day } from './day';
import { askAgainOn, friendsByQuarter, isFriendsQuestionDue, lastAnswer } from './friends';
import type { FriendsAnswer } from './records/friends-answer';

let made = 0;
function answer(on: string, friends = 0): FriendsAnswer {
	made++;
	return {
		id: `answer ${String(made).padStart(3, '0')}` as FriendsAnswer['id'],
		on: on as Day,
		asked: [],
		friends: Array.from(
			{ length: friends },
			(_, index) => `friend ${index}` as FriendsAnswer['friends'][number]
		)
	};
}

test.each([
	['2026-10-02', '2027-01-01'],
	['2026-01-01', '2026-04-01'],
	['2026-12-28', '2027-02-08'],
	['2026-03-31', '2026-05-12'],
	['2026-08-20', '2026-10-01']
])('answered on %s it is asked again on %s', (on, again) => {
	expect(askAgainOn(answer(on))).toBe(again);
	const day = again as Day;
	expect(isFriendsQuestionDue([answer(on)], day)).toBe(true);
	expect(isFriendsQuestionDue([answer('2020-01-01'), answer(on)], on as Day)).toBe(false);
});

describe('the answers', () => {
	test('never asked, it is due', () => {
		expect(isFriendsQuestionDue([], '2026-11-22' as Day)).toBe(true);
		expect(lastAnswer([])).toBeUndefined();
	});

	test('stand by quarter, oldest first, the latest of each; none is an answer', () => {
		const answers = [answer('2026-11-22', 3), answer('2025-10-05', 1), answer('2026-10-01', 2)];
		expect(
			friendsByQuarter([...answers, answer('2026-04-30', 0)]).map(({ year, quarter, answer }) => [
				...[year, quarter, answer.friends.length]
			])
		).toEqual([
			[2025, 4, 1],
			[2026, 2, 0],
			[2026, 4, 3]
		]);
	});
});
