// The places the navigation leads to, and which of them the reader is at.
import inbox from '$lib/ui/icons/inbox.svg?raw';
import in_ from '$lib/ui/icons/in.svg?raw';
import more from '$lib/ui/icons/more.svg?raw';
import people from '$lib/ui/icons/people.svg?raw';
import ten from '$lib/ui/icons/ten.svg?raw';
import today from '$lib/ui/icons/today.svg?raw';
import lock from '$lib/ui/icons/lock.svg?raw';

/** One place of the navigation. */
export interface Place {
	readonly path: string;
	readonly name: string;
	readonly svg: string;
}

export const TODAY: Place = { path: '/', name: 'Today', svg: today };
export const TOP_TEN: Place = { path: '/top-ten', name: 'Top Ten', svg: ten };
export const PEOPLE: Place = { path: '/people', name: 'People', svg: people };
export const MORE: Place = { path: '/more', name: 'More', svg: more };
export const INBOX: Place = { path: '/inbox', name: 'Inbox', svg: inbox };
export const IMPORT: Place = { path: '/import', name: 'Import', svg: in_ };
export const BACKUP: Place = { path: '/backup', name: 'Backup', svg: lock };

/** Whether a path lies at or below a place. */
export function isAt(path: string, place: Place): boolean {
	return place.path === '/'
		? path === '/'
		: path === place.path || path.startsWith(`${place.path}/`);
}
