// What a key press asks for, on either kind of keyboard, and that the list shown is the list obeyed.
import { describe, expect, test } from 'vitest';
import { deedOf, placeKeys, shortcuts, shortcutsOn, shownKeys } from './shortcuts';

const bare = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const pc = { isMac: false, lettersAreOn: true };
const mac = { isMac: true, lettersAreOn: true };
const deed = (press: Partial<typeof bare> & { key: string }, on = pc) =>
	deedOf({ ...bare, ...press }, on)?.deed;

test.each([
	['Ctrl K', { key: 'k', ctrlKey: true }, pc, 'find'],
	['⌘ K on a Mac', { key: 'k', metaKey: true }, mac, 'find'],
	['Ctrl K on a Mac, which deletes to the end of the line there', { key: 'k', ctrlKey: true }, mac],
	['Ctrl Z', { key: 'z', ctrlKey: true }, pc, 'undo'],
	['Ctrl Shift Z', { key: 'Z', ctrlKey: true, shiftKey: true }, pc, 'redo'],
	['Ctrl Y', { key: 'y', ctrlKey: true }, pc, 'redo'],
	['n', { key: 'n' }, pc, 'note'],
	['Ctrl N, which is the browser’s', { key: 'n', ctrlKey: true }, pc],
	['Shift N', { key: 'N', shiftKey: true }, pc],
	['/ as on a German keyboard', { key: '/', shiftKey: true }, pc, 'people'],
	['?', { key: '?', shiftKey: true }, pc, 'keys'],
	['Alt K', { key: 'k', altKey: true, ctrlKey: true }, pc],
	['any other letter', { key: 'q' }, pc]
] as const)('%s', (_, press, on, ...[wanted]: readonly string[]) => {
	expect(deed(press, on)).toBe(wanted);
});

describe('letters and signs alone', () => {
	const off = { isMac: false, lettersAreOn: false };

	test('do nothing once they are turned off, and are not listed', () => {
		for (const key of ['n', '/', '?']) expect(deed({ key }, off)).toBeUndefined();
		expect(deed({ key: 'k', ctrlKey: true }, off)).toBe('find');
		expect(shortcutsOn(false).every(({ on }) => on.every(({ isHeld }) => isHeld))).toBe(true);
	});
});

test('every shortcut shown is obeyed, and none hides another', () => {
	const seen = new Set<string>();
	for (const { deed: wanted, on } of shortcuts) {
		for (const one of on) {
			const shown = shownKeys(one, false).join(' ');
			expect(seen).not.toContain(shown);
			seen.add(shown);
			const press = {
				key: one.key,
				ctrlKey: one.isHeld ?? false,
				shiftKey: one.isShifted ?? false
			};
			expect(deed(press)).toBe(wanted);
		}
	}
});

test('the caps are those of the machine', () => {
	expect(shownKeys({ key: 'z', isHeld: true, isShifted: true }, true)).toEqual(['⌘', '⇧', 'Z']);
	expect(placeKeys(false).flatMap(({ keys }) => keys.flatMap(({ shown }) => shown))).toContain(
		'Ctrl'
	);
});
