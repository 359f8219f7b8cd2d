// Every key there is. What works everywhere is matched from the same list that is shown, so that the
// frame, the sheet and the About page cannot disagree.

/** What a key does wherever one is. */
export type Deed = 'find' | 'undo' | 'redo' | 'note' | 'people' | 'keys' | 'cover';

interface Combination {
	readonly key: string;
	/** With Ctrl, or ⌘ on a Mac. */
	readonly isHeld?: boolean;
	readonly isShifted?: boolean;
}

/** What works wherever one is. */
export interface Shortcut {
	readonly deed: Deed;
	readonly on: readonly [Combination, ...Combination[]];
	readonly does: string;
}

/** A key that works where something else is: shown only, since that place sees to it. */
export interface PlaceKeys {
	readonly where: string;
	readonly keys: readonly { readonly shown: readonly string[]; readonly does: string }[];
}

/** The letters and signs alone can be turned off. */
export const shortcuts: readonly Shortcut[] = [
	{
		deed: 'find',
		on: [{ key: 'k', isHeld: true }],
		does: 'Find a person, a place or something to do'
	},
	{ deed: 'undo', on: [{ key: 'z', isHeld: true }], does: 'Take the last change back' },
	{
		deed: 'redo',
		on: [
			{ key: 'z', isHeld: true, isShifted: true },
			{ key: 'y', isHeld: true }
		],
		does: 'Do it again'
	},
	{ deed: 'cover', on: [{ key: '.', isHeld: true }], does: 'Cover the screen, and uncover it' },
	{ deed: 'note', on: [{ key: 'n' }], does: 'New note' },
	{ deed: 'people', on: [{ key: '/' }], does: 'Search people' },
	{ deed: 'keys', on: [{ key: '?' }], does: 'All keys' }
];

/** What works in one place only. */
export function placeKeys(isMac: boolean): readonly PlaceKeys[] {
	const held = heldKey(isMac);
	return [
		{
			where: 'In a note',
			keys: [
				{ shown: ['@'], does: 'Pick a person' },
				{ shown: [held, 'Enter'], does: 'Save the note' },
				{ shown: ['Esc'], does: 'Close; the words stay' }
			]
		},
		{
			where: 'In lists and choices',
			keys: [
				{ shown: ['↑', '↓'], does: 'Another line, or another choice' },
				{ shown: ['Enter'], does: 'Take it' },
				{ shown: ['Esc'], does: 'Close, and empty the search' }
			]
		},
		{
			where: 'On the handle of a Top Ten place',
			keys: [
				{ shown: ['Space'], does: 'Lift it, and put it down' },
				{ shown: ['↑', '↓'], does: 'Move it' },
				{ shown: ['Esc'], does: 'Leave it where it was' }
			]
		},
		{
			where: 'While you change something',
			keys: [
				{ shown: ['Enter'], does: 'Add a tag' },
				{ shown: ['Esc'], does: 'Done; it is kept as you type' },
				{ shown: [held, 'Z'], does: 'In a text: take words back' }
			]
		}
	];
}

/** Whether this machine has ⌘ where others have Ctrl. */
export function hasCommandKey(): boolean {
	return /mac|iphone|ipad/i.test(navigator.platform);
}

/** The caps of a combination, as they are printed on the keys. */
export function shownKeys({ key, isHeld, isShifted }: Combination, isMac: boolean): string[] {
	return [
		...(isHeld ? [heldKey(isMac)] : []),
		...(isShifted ? [isMac ? '⇧' : 'Shift'] : []),
		key.toUpperCase()
	];
}

/** Where the letters alone are off, what is left. */
export function shortcutsOn(lettersAreOn: boolean): readonly Shortcut[] {
	return lettersAreOn ? shortcuts : shortcuts.filter(({ on: [first] }) => first.isHeld);
}

/** What a key press asks for, if anything. */
export function deedOf(
	event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
	{ isMac, lettersAreOn }: { readonly isMac: boolean; readonly lettersAreOn: boolean }
): Shortcut | undefined {
	const [held, other] = isMac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
	if (other || event.altKey) return undefined;
	const key = event.key.toLowerCase();
	return shortcutsOn(lettersAreOn).find(({ on }) =>
		on.some((one) => {
			if (one.key !== key || held !== Boolean(one.isHeld)) return false;
			// A sign may need Shift to be typed, as / does on a German keyboard; a letter does not.
			const isSign = key.toUpperCase() === key;
			return isSign || event.shiftKey === Boolean(one.isShifted);
		})
	);
}

function heldKey(isMac: boolean): string {
	return isMac ? '⌘' : 'Ctrl';
}
