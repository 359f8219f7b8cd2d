// Whether a few words are somebody's name, and the name as it is kept.
import { fold } from './fold';
import {
	AFTER_NAME,
	BEFORE_NAME,
	CLOSING,
	COMPANY,
	COUNTRY,
	DEGREE,
	NO_NAME,
	PARTICLE,
	ROLE_BOX,
	TITLE
} from './signature-words';

const NAME_WORD = /^[\p{Lu}\p{Lo}\p{Lt}][\p{L}\p{M}'’.-]*$/u;
const LONGEST = 60;

/** A name without what is put before and after it; academic degrees in front stay. */
export function plainName(words: string): string {
	let bare = words
		.replace(/["“”„]/g, '')
		.replace(BEFORE_NAME, '')
		.trim();
	for (let again = 0; again < 4 && AFTER_NAME.test(bare); again++) {
		bare = bare.replace(AFTER_NAME, '');
	}
	return bare.replace(/\s+/g, ' ').replace(/[\s,;:–-]+$/u, '');
}

/** "Whitlock, Dana" as she is called. */
export function turned(name: string): string {
	const [family = '', given = '', ...more] = name.split(/,\s*/);
	if (given === '' || more.length > 0 || COMPANY.test(given)) return name;
	return `${given} ${family}`;
}

/** Whether words can be a name. @param fewest one word is a name only where a name has to be */
export function isName(words: string, fewest = 2): boolean {
	const name = plainName(words);
	if (name === '' || name.length > LONGEST || /[\d@:!?;/\\]/.test(name)) return false;
	const bare = withoutDegrees(name);
	const all = bare.split(' ').filter((word) => word !== '');
	const proper = all.filter((word) => !PARTICLE.test(word));
	if (all.length > 6 || proper.length < fewest || proper.length === 0) return false;
	if (COUNTRY.test(bare) || COMPANY.test(bare) || CLOSING.test(bare) || TITLE.test(bare)) {
		return false;
	}
	return proper.every((word) => NAME_WORD.test(word) && !NO_NAME.test(word));
}

/** Whether an address may be this person's: a word of the name stands in it. */
export function isOf(email: string, name: string): boolean {
	const [box = ''] = email.split('@');
	const folded = fold(box);
	return fold(withoutDegrees(name))
		.split(/[^\p{L}]+/u)
		.some((word) => word.length > 2 && folded.includes(word));
}

/** A name an address spells out: `dana.whitlock@…`. */
export function nameInEmail(email: string): string | undefined {
	const [box = ''] = email.split('@');
	const parts = box.replace(/\+.*$/, '').split(/[._]/);
	const isSpelt =
		parts.length >= 2 &&
		parts.length <= 3 &&
		parts.every((part) => /^\p{L}{2,20}(?:-\p{L}{2,20})?$/u.test(part) && !ROLE_BOX.test(part));
	return isSpelt ? parts.map(capitalised).join(' ') : undefined;
}

function withoutDegrees(name: string): string {
	let bare = name;
	for (let again = 0; again < 4 && DEGREE.test(bare); again++) bare = bare.replace(DEGREE, '');
	return bare;
}

function capitalised(word: string): string {
	return word.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}
