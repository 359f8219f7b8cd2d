// The names of the files in an archive: plain letters that every system takes and no unpacking garbles, and
// never twice the same, since each begins with its number.
import { fold } from './fold';

const LONGEST = 40;

/** The page of a person: `people/00042-dana-whitlock.html`. @param index from 0, @param of how many there are */
export function pageNameOf(name: string, index: number, of: number): string {
	const digits = Math.max(3, String(of).length);
	const number = String(index + 1).padStart(digits, '0');
	const words = fold(name.slice(0, LONGEST * 4)).match(/[a-z0-9]+/g);
	const plain = (words ?? []).join('-').slice(0, LONGEST).replace(/-$/, '');
	return `people/${number}${plain === '' ? '' : `-${plain}`}.html`;
}
