// Words left in a form wait for it; saved ones do not.
import { beforeEach, expect, test } from 'vitest';
import { leaveWords, wordsLeft } from './words-left';

beforeEach(() => {
	localStorage.clear();
});

test('words wait for the form they were typed into, and only for that', () => {
	leaveWords('touch:ada', 'The boat is in the water.');
	expect(wordsLeft('touch:ada')).toBe('The boat is in the water.');
	expect(wordsLeft('touch:bo')).toBe('');
});

test('nothing is left behind once they are let go of', () => {
	leaveWords('touch:ada', 'x');
	leaveWords('touch:ada', '');
	expect(wordsLeft('touch:ada')).toBe('');
	expect(localStorage).toHaveLength(0);
});
