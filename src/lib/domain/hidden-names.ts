// Names as somebody looking over the rep's shoulder may see them: initials, wherever they stand in a text.
import { initialsOf } from './initials';

/** The names to be hidden. */
export interface HiddenNames {
	/** Whether a text is one of the names and nothing else. */
	isName(text: string): boolean;
	/** The text with each name in it as initials; "Call Dana Whitlock" becomes "Call D. W.". */
	hide(text: string): string;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const NEXT = /^[\p{L}\p{M}\p{N}]/u;

/**
 * @param people their names, of which the first word is a name by itself as well
 * @param companies names that are only hidden whole
 * @param spared words that mean something else where they stand alone, as the months do
 */
export function hiddenNames(
	people: Iterable<string>,
	companies: Iterable<string> = [],
	spared: ReadonlySet<string> = new Set()
): HiddenNames {
	const whole = new Set<string>();
	const byFirstWord = new Map<string, string[]>();
	const add = (name: string): void => {
		if (name === '' || whole.has(name)) return;
		whole.add(name);
		const [first] = name.match(WORD) ?? [];
		if (first === undefined || spared.has(name)) return;
		const from = name.slice(name.indexOf(first));
		const others = byFirstWord.get(first);
		if (others) others.push(from);
		else byFirstWord.set(first, [from]);
	};
	for (const name of people) {
		add(name.trim());
		const [first = ''] = name.trim().split(/\s/);
		if (first.length > 1) add(first);
	}
	for (const name of companies) add(name.trim());
	// "Dana Whitlock" before "Dana".
	for (const found of byFirstWord.values()) found.sort((a, b) => b.length - a.length);

	return {
		isName: (text) => whole.has(text.trim()),
		hide(text) {
			let hidden = '';
			let done = 0;
			for (const { 0: word, index } of text.matchAll(WORD)) {
				if (index < done) continue;
				const name = byFirstWord
					.get(word)
					?.find(
						(one) => text.startsWith(one, index) && !NEXT.test(text.slice(index + one.length))
					);
				if (name === undefined) continue;
				hidden += text.slice(done, index) + initialsOf(name);
				done = index + name.length;
			}
			return done === 0 ? text : hidden + text.slice(done);
		}
	};
}
