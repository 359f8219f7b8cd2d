// One cell with several values, taken apart. A cell may be as long as a whole file, so nothing here looks at
// a character more often than a few times.

const BETWEEN_NAMES = /[;,&+\n]| and | und /;
/** Begins what belongs to the number before it. */
const EXTENSION = /^(ext|x|app|dw|durchwahl|nst)[a-z]*[.: ]*\d/i;
/** No number to call has fewer figures, except inside a house. */
const FIGURES = 6;

/** The names in a cell, blanks around them still there. */
export function splitNames(text: string): string[] {
	return text.split(BETWEEN_NAMES);
}

/** The numbers in a cell; what is no number by itself, such as an extension, stays with the one before. */
export function splitPhones(text: string): string[] {
	return splitWhere(text, (part) => hasFigures(part, FIGURES) && !EXTENSION.test(part));
}

/** The e-mail addresses in a cell. */
export function splitEmails(text: string): string[] {
	return splitWhere(text, (part) => part.includes('@'));
}

/** Whether a text has so many figures. */
export function hasFigures(text: string, many: number): boolean {
	let found = 0;
	for (let at = 0; at < text.length && found < many; at++) {
		const code = text.charCodeAt(at);
		if (code >= 48 && code <= 57) found++;
	}
	return found >= many;
}

/** Parts the text between two that may each stand alone. */
function splitWhere(text: string, standsAlone: (part: string) => boolean): string[] {
	const found: string[] = [];
	let pieces: string[] = [];
	let separators = '';
	let isWhole = false;
	const close = (): void => {
		if (pieces.length > 0) found.push(pieces.join(''));
		pieces = [];
	};
	// With the separators, so that what stays together stays as it was written.
	for (const [index, each] of text.split(/([;,\n])/).entries()) {
		if (index % 2 === 1) {
			separators += each === '\n' ? ' ' : each;
			continue;
		}
		const part = each.trim();
		if (part === '') continue;
		const isOwn = standsAlone(part);
		if (isOwn && isWhole) {
			close();
			isWhole = false;
		}
		const blank = each.startsWith(' ') ? ' ' : '';
		pieces.push(pieces.length > 0 ? `${separators}${blank}${part}` : part);
		isWhole ||= isOwn;
		separators = '';
	}
	close();
	return found;
}
