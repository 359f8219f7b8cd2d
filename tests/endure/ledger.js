// What the app has said it saved, against what is there: a note counts as lost, twice, or torn.

/** @typedef {{ text: string, at: number }} Acknowledged */
/** @typedef {{ lost: Acknowledged[], twice: string[], torn: string[] }} Difference */

const WORDS = [
	'harvest',
	'Zoë',
	'pump',
	'Łódź',
	'daughter',
	'tender',
	'東京',
	'quarry',
	'🙂',
	'“maybe”',
	'Tuesday',
	'valve'
];
const NOTE = /⟨([\w.]+)⟩ [^⟨⟩]* ⟨\/\1⟩/gu;
const MARK = /⟨\/?[\w.]+⟩/gu;

/**
 * The words of one note, with its name at both ends, so that half a note is seen to be half.
 * @param {string} name
 * @param {import('./chance.js').Chance} chance
 */
export function noteText(name, chance) {
	// Now and then a long one, which takes the database more than one block.
	const length = chance.isTrue(0.03) ? chance.between(500, 3_000) : chance.between(1, 30);
	const words = Array.from({ length }, () => chance.pick(WORDS));
	return `⟨${name}⟩ ${words.join(chance.isTrue(0.1) ? '\n' : ' ')} ⟨/${name}⟩`;
}

/**
 * The name that a text written here carries.
 * @param {string} text
 */
export function nameOf(text) {
	return /⟨([\w.]+)⟩/u.exec(text)?.[1] ?? '?';
}

/** Keeps what was acknowledged, and when. */
export class Ledger {
	/** @type {Map<string, Acknowledged>} */
	#acknowledged = new Map();
	/** @type {Map<string, string>} */
	#asked = new Map();

	get size() {
		return this.#acknowledged.size;
	}

	/** The names of all notes that were acknowledged. */
	get names() {
		return [...this.#acknowledged.keys()];
	}

	/**
	 * Somebody is going to write this; it may come to be, whole, or not.
	 * @param {readonly string[]} texts
	 */
	ask(texts) {
		for (const text of texts) this.#asked.set(nameOf(text), text);
	}

	/**
	 * The app has said that these are saved.
	 * @param {readonly string[]} texts
	 */
	acknowledge(texts) {
		const at = Date.now();
		for (const text of texts) this.#acknowledged.set(nameOf(text), { text, at });
	}

	/**
	 * Compares with the bodies of all notes in the book. A body may hold several of ours: words that
	 * came back as a draft are saved together with what stood in the box.
	 * @param {readonly string[]} bodies
	 * @returns {Difference}
	 */
	compare(bodies) {
		/** @type {Map<string, string[]>} */
		const found = new Map();
		/** @type {string[]} */
		const torn = [];
		for (const body of bodies) {
			const whole = [...body.matchAll(NOTE)];
			for (const [text, name = ''] of whole) found.set(name, [...(found.get(name) ?? []), text]);
			if (body.match(MARK)?.length !== whole.length * 2) torn.push(body);
		}
		for (const [name, texts] of found) {
			const asked = this.#asked.get(name);
			for (const text of texts) if (text !== asked) torn.push(text);
		}
		return {
			lost: [...this.#acknowledged.values()].filter(({ text }) => !found.has(nameOf(text))),
			twice: [...found].filter(([, texts]) => texts.length > 1).map(([name]) => name),
			torn
		};
	}
}

/**
 * What is wrong, in a few words; undefined when nothing is.
 * @param {Difference} difference
 * @param {number} [until] when the book was last seen alive, to say how fresh the lost notes were
 */
export function faultIn({ lost, twice, torn }, until) {
	const faults = [];
	if (lost.length > 0) {
		const age = until === undefined ? NaN : until - Math.min(...lost.map(({ at }) => at));
		const fresh = Number.isNaN(age) ? '' : `, the oldest saved ${age} ms before the end`;
		faults.push(`${lost.length} lost (${some(lost.map(({ text }) => nameOf(text)))}${fresh})`);
	}
	if (twice.length > 0) faults.push(`${twice.length} there twice (${some(twice)})`);
	if (torn.length > 0) faults.push(`${torn.length} torn (${some(torn.map(nameOf))})`);
	return faults.length > 0 ? faults.join(', ') : undefined;
}

/** @param {readonly string[]} names */
function some(names) {
	return names.length > 4 ? `${names.slice(0, 4).join(' ')} …` : names.join(' ');
}
