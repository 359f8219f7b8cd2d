// Names become initials wherever they stand, and nothing that only looks like one does.
import { expect, test } from 'vitest';
import { hiddenNames } from './hidden-names';
import { initialsOf } from './initials';

const { hide, isName } = hiddenNames(
	['Dana Whitlock', 'Dana Whitlock-Marsh', 'Oskar', 'May Lund', 'Zoë O’Neil', '李雷', ''],
	['Halvorsen Pumps', 'The Mill'],
	new Set(['May'])
);

test.each([
	['Dana Whitlock', 'D. W.'],
	['Call Dana', 'Call D.'],
	['Did you reach Dana?', 'Did you reach D.?'],
	['Dana’s birthday, with Oskar', 'D.’s birthday, with O.'],
	['Dana Whitlock-Marsh and Dana Whitlock', 'D. W. and D. W.'],
	['Zoë O’Neil', 'Z. O.'],
	['At Halvorsen Pumps', 'At H. P.'],
	['李雷', '李.']
])('%s becomes %s', (text, hidden) => {
	expect(hide(text)).toBe(hidden);
});

test.each(['Danaë calls', 'The Halvorsen trip', 'Oskarshamn', 'Nobody today', ''])(
	'"%s" stays',
	(text) => {
		expect(hide(text)).toBe(text);
	}
);

test('a month that is somebody’s name stays a month, and the whole name is hidden', () => {
	expect(hide('3 May')).toBe('3 May');
	expect(hide('May Lund, 3 May')).toBe('M. L., 3 May');
});

test('a text is a name only when there is nothing else in it', () => {
	expect(isName(' Dana Whitlock\n')).toBe(true);
	expect(isName('Dana')).toBe(true);
	expect(isName('Dana Whitlock, plant manager')).toBe(false);
});

test('a name in lower case begins with a capital as initials', () => {
	expect(initialsOf('bell hooks')).toBe('B. H.');
});
