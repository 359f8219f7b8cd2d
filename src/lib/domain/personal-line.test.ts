// @vitest-environment node
// A line of one's own has words in it that are neither the title nor the link.
import { expect, test } from 'vitest';
import { isOwnLine } from './personal-line';

test.each([
	['', false],
	['  ', false],
	['!', false],
	['Hi', false],
	['What bees do in winter', false],
	['what bees do in winter https://example.com/bees', false],
	['https://example.com/for-your-hives', false],
	['For your hives', true],
	['Thought of you: What bees do in winter', true],
	['给你的 蜂箱', true]
])('“%s”: %s', (line, is) => {
	expect(isOwnLine(line, { title: 'What bees do in winter' })).toBe(is);
});
