// How it is said what became of files that came from outside.
import type { ArrivedPlace } from '$lib/domain/arrived-kind';

const SCREENS: Readonly<Record<ArrivedPlace, string>> = {
	import: 'Import',
	backup: 'Backup',
	devices: 'Devices'
};

/** Files that wait under other screens, as in "2 more files wait under Backup". */
export function waitingLine(waiting: ReadonlyMap<ArrivedPlace, number>): string {
	const [first, ...rest] = [...waiting].map(([place, many]) => ({ many, under: SCREENS[place] }));
	if (!first) return '';
	const files = first.many === 1 ? '1 more file waits' : `${first.many} more files wait`;
	const others = rest.map(({ many, under }) => `, ${many} under ${under}`).join('');
	return `${files} under ${first.under}${others}`;
}

/** Files the system handed over but did not let be read. */
export function unreadWords(many: number): string {
	return many === 1
		? 'A file could not be read. Nothing of it was taken in; open it with Kith once more.'
		: `${many} files could not be read. Nothing of them was taken in; open them with Kith once more.`;
}
