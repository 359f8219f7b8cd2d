// The names of the files in an archive: plain letters that every system takes and no unpacking garbles, and
// never twice the same, since each begins with its number.
import { fold } from './fold';

const LONGEST = 40;
/** A zip counts its files in two bytes, and folders with more pages are slow to open. */
const MOST_PAGES = 20_000;

/** How many people stand on a page, so that there are never more pages than `most`. */
export function peopleOnPage(people: number, most = MOST_PAGES): number {
	return Math.max(1, Math.ceil(people / most));
}

/** A page of several people: `000041-000045.html`. @param index of the first, from 0 */
export function sharedPageNameOf(index: number, many: number, of: number): string {
	const [first, last] = [index, index + many - 1].map((place) => numberOf(place, of));
	return `${first}-${last}.html`;
}

/** Where on a page of several somebody stands. */
export function anchorOf(index: number, of: number): string {
	return `n${numberOf(index, of)}`;
}

/** The page of a person: `00042-dana-whitlock.html`. @param index from 0, @param of how many there are */
export function pageNameOf(name: string, index: number, of: number): string {
	const words = fold(name.slice(0, LONGEST * 4)).match(/[a-z0-9]+/g);
	const plain = (words ?? []).join('-').slice(0, LONGEST).replace(/-$/, '');
	return `${numberOf(index, of)}${plain === '' ? '' : `-${plain}`}.html`;
}

function numberOf(index: number, of: number): string {
	return String(index + 1).padStart(Math.max(3, String(of).length), '0');
}
