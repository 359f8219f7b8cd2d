import { expect, test } from 'vitest';
import { filesOutcome, isToWait, outcomeOf } from './carried-words';

type Taken = import('$lib/sync/carried').Taken;
type Hindered = import('$lib/sync/carried').Hindered;

const nothing: Taken = {
	...{ files: 0, devices: [], level: [], waiting: [], refused: [], written: 0 },
	trouble: undefined
};
const nameOf = (id: string): string | undefined => (id === 'laptop' ? 'Work laptop' : undefined);
/** What came of files by hand that were left for these reasons. */
function left(...reasons: (Hindered['why'] | undefined)[]): Taken {
	const each = reasons.flatMap((why, at) => (why ? [[at, { why, from: 'laptop' }] as const] : []));
	return { ...nothing, left: new Map(each) };
}

test('what may be read later waits, the rest is let go of', () => {
	const reasons = ['early', 'declined', 'future', 'other-key', 'lacks-key'] as const;
	const never = ['foreign', 'damaged', 'removed', 'old-key', 'empty', 'placeholder'] as const;
	reasons.forEach((_, at) => expect(isToWait(left(...reasons), at)).toBe(true));
	never.forEach((_, at) => expect(isToWait(left(...never), at)).toBe(false));
	expect(isToWait(left(undefined), 0)).toBe(false);
	expect(isToWait({ ...nothing, trouble: 'no-key' }, 0)).toBe(true);
});

test('each file that was left has its name; kept is said of those that are', () => {
	const names = ['a.kith', 'b.kith', 'c.kith'];
	const taken = left('early', undefined, 'foreign');
	const kept = filesOutcome(taken, { names, areKept: true }, nameOf).details;
	expect(kept).toEqual([
		'“a.kith” from Work laptop builds on changes that have not come yet. Take in those as well.',
		'“c.kith” from Work laptop is not made by Kith for carrying changes. Nothing was read from it.',
		'1 file waits on this device and can be tried again.'
	]);
	const loose = filesOutcome(taken, { names, areKept: false }, nameOf).details;
	expect(loose).toHaveLength(2);
	expect(loose[0]).toContain('Then choose it again.');
	expect(loose.join()).not.toContain('waits');
	const noKey = { ...nothing, trouble: 'no-key' } as const;
	expect(filesOutcome(noKey, { names, areKept: true }, nameOf).details).toEqual([
		'3 files wait on this device and can be tried again.'
	]);
});

test('in a folder a key that is not here is told apart from another book', () => {
	const one = (why: Hindered['why']): string => {
		const refused = [{ why, from: 'laptop', files: 2 }];
		return outcomeOf({ ...nothing, refused }, nameOf).details[0] ?? '';
	};
	expect(one('lacks-key')).toContain('2 files, each from Work laptop is sealed with a key');
	expect(one('lacks-key')).toContain(
		'may have been removed from the book, or lacks the newest key'
	);
	expect(one('lacks-key')).not.toContain('another book');
	expect(one('other-key')).toContain('another book');
});
