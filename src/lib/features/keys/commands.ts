// What the palette can do and where it can lead, and which of it a few letters mean.
import { BACKUP, IMPORT, INBOX, MORE, PEOPLE, TODAY, TOP_TEN } from '$lib/features/shell/places';
import { MORE_PLACES } from '$lib/features/shell/more-places';
import { fold, wordsOf } from '$lib/domain/fold';
import { glanceOf } from '$lib/state/glance.svelte';
import type { Kith } from '$lib/state/kith.svelte';
import { isLocked } from '$lib/state/plain-store';
import { summonedOver } from '$lib/state/summoned.svelte';
import { doAgain, nextToTakeBack, takeBackLatest } from '$lib/state/taking-back';
import { ThemeChoice, type Theme } from '$lib/state/theme.svelte';
import keyboard from '$lib/ui/icons/keyboard.svg?raw';
import laptop from '$lib/ui/icons/laptop.svg?raw';
import lock from '$lib/ui/icons/lock.svg?raw';
import moon from '$lib/ui/icons/moon.svg?raw';
import note from '$lib/ui/icons/note.svg?raw';
import out from '$lib/ui/icons/out.svg?raw';
import person from '$lib/ui/icons/person.svg?raw';
import sun from '$lib/ui/icons/sun.svg?raw';
import ten from '$lib/ui/icons/ten.svg?raw';
import thanks from '$lib/ui/icons/thanks.svg?raw';
import unseen from '$lib/ui/icons/unseen.svg?raw';
import eye from '$lib/ui/icons/eye.svg?raw';
import undo from '$lib/ui/icons/undo.svg?raw';
import redo from '$lib/ui/icons/swap.svg?raw';
import { globalKeys } from './global-keys';
import type { Deed } from './shortcuts';

/** A line of the palette that is no person. */
export interface Command {
	readonly name: string;
	readonly svg: string;
	/** Where it leads; absent for what is done on the spot by `run`. */
	readonly path?: string;
	readonly run?: () => unknown;
	/** What it will do to what. */
	readonly why?: string | undefined;
	/** Other words one may look for it by. */
	readonly also?: string;
	/** The keys that do the same. */
	readonly keys?: readonly string[] | undefined;
}

/** Everything that can be done from here, then every place. */
export function commandsFor(kith: Kith): readonly Command[] {
	const summoned = summonedOver(kith);
	const keys = new Map(globalKeys().map(({ deed, shown: [first] }) => [deed, first]));
	const keysFor = (deed: Deed) => keys.get(deed);
	const next = nextToTakeBack(kith);
	const glance = glanceOf(kith);
	const look = (theme: Theme) => () => (new ThemeChoice().current = theme);
	const places = [TODAY, TOP_TEN, PEOPLE, INBOX, ...MORE_PLACES, IMPORT, BACKUP, MORE];
	return [
		{ name: 'New note', svg: note, path: '/new', keys: keysFor('note') },
		...(kith.steps.latest
			? [
					{
						...{ name: 'Take the last change back', svg: undo, why: next, also: 'Undo' },
						...{ run: () => takeBackLatest(kith), keys: keysFor('undo') }
					}
				]
			: []),
		...(kith.steps.undone
			? [
					{
						...{ name: 'Do again what was taken back', svg: redo, also: 'Redo' },
						...{ run: () => doAgain(kith), keys: keysFor('redo') }
					}
				]
			: []),
		{
			...{ name: 'Add person', svg: person, also: 'New contact, customer' },
			run: () => (summoned.current = { what: 'person', name: '' })
		},
		{
			...{ name: 'Begin the weekly walk', svg: ten, also: 'Start, ritual' },
			path: '/top-ten/ritual'
		},
		{
			...{ name: 'Write thank-yous', svg: thanks, also: 'Card, letter' },
			path: '/thanks'
		},
		{
			...{ name: 'Back up now', svg: out, also: 'Save a copy, backup file' },
			run: () => import('$lib/state/save-copy').then(({ saveCopy }) => saveCopy(kith))
		},
		...(isLocked()
			? [{ name: 'Lock now', svg: lock, also: 'Close the book', run: () => lockNow(kith) }]
			: []),
		{
			...{ name: 'Cover the screen', svg: unseen, also: 'Hide, blank, quick cover' },
			...{ run: () => glance.cover(), keys: keysFor('cover') }
		},
		{
			name: glance.isSafe ? 'Glance-safe off' : 'Glance-safe on',
			...{ svg: eye, also: 'Privacy, initials, hide names' },
			run: () => (glance.isSafe = !glance.isSafe)
		},
		{ name: 'Dark', svg: moon, also: 'Theme, night, look', run: look('dark') },
		{ name: 'Light', svg: sun, also: 'Theme, day, bright, look', run: look('light') },
		{
			...{ name: 'Light or dark as the device', svg: laptop, also: 'Theme, system, look' },
			run: look('system')
		},
		{
			...{ name: 'All keys', svg: keyboard, also: 'Shortcuts, help, keyboard' },
			...{ run: () => (summoned.current = { what: 'keys' }), keys: keysFor('keys') }
		},
		...places.map((place) => ({
			...{ name: place.name, svg: place.svg, also: 'Go to, open' },
			path: place.path
		}))
	];
}

/** Those whose words begin as the query's do, with the closest first: the name before other words. */
export function commandsFound(commands: readonly Command[], query: string): readonly Command[] {
	const wanted = wordsOf(query);
	if (wanted.length === 0) return commands;
	const all = wanted.join(' ');
	return commands
		.flatMap((command) => {
			const name = fold(command.name);
			const words = ` ${name} ${fold(command.also ?? '').replaceAll(',', '')}`;
			if (!wanted.every((word) => words.includes(` ${word}`))) return [];
			return [{ command, rank: name.startsWith(all) ? 0 : name.includes(all) ? 1 : 2 }];
		})
		.sort((one, other) => one.rank - other.rank)
		.map(({ command }) => command);
}

async function lockNow(kith: Kith): Promise<void> {
	const [{ deviceLockOf }, { lockTroubles }] = await Promise.all([
		import('$lib/state/device-lock.svelte'),
		import('$lib/state/device-lock-words')
	]);
	const trouble = await deviceLockOf(kith).lock();
	if (trouble) kith.toasts.show(lockTroubles[trouble]);
}
