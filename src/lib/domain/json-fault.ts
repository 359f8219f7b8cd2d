// Where a text stops being JSON, in every engine alike: at a character, or because it ends too early.

/** The first place at which a text is not JSON. */
export interface JsonFault {
	/** The text is right as far as it goes, but it ends before the value does. */
	readonly isEnd: boolean;
	/** Both from 1. */
	readonly line: number;
	readonly column: number;
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const HALF_NUMBER = /(?:-|\.|[eE][+-]?)$/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const HALF_ESCAPE = /\\(?:u[\da-fA-F]{0,3})?$/y;
const WORDS = ['true', 'false', 'null'] as const;
const [QUOTE, BACKSLASH, LOWEST] = [0x22, 0x5c, 0x20];

type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'nothing';

/** Finds the first fault of a text that JSON.parse refused; undefined when there is none. */
export function findJsonFault(text: string): JsonFault | undefined {
	const reader = new Reader(text);
	const open: ('{' | '[')[] = [];
	let want: Wanted = 'value';
	const close = (): Wanted => {
		open.pop();
		return open.length > 0 ? ', or end' : 'nothing';
	};
	for (;;) {
		reader.eat(SPACE);
		const next = reader.next;
		if (next === '') return want === 'nothing' ? undefined : reader.fault(true);
		const ends = open.at(-1) === '{' ? '}' : ']';
		if (want === ':' && next === ':') {
			reader.at++;
			want = 'value';
		} else if (next === ends && want === (ends === '}' ? 'key or }' : 'value or ]')) {
			reader.at++;
			want = close();
		} else if (want === ', or end' && next === ends) {
			reader.at++;
			want = close();
		} else if (want === ', or end' && next === ',') {
			reader.at++;
			want = ends === '}' ? 'key' : 'value';
		} else if (want === 'key' || want === 'key or }') {
			if (next !== '"') return reader.fault(false);
			if (!reader.eatString()) return reader.fault(reader.isAtEnd);
			want = ':';
		} else if (want === 'value' || want === 'value or ]') {
			if (next === '{' || next === '[') {
				open.push(next);
				reader.at++;
				want = next === '{' ? 'key or }' : 'value or ]';
			} else {
				if (!reader.eatScalar(next)) return reader.fault(reader.isAtEnd);
				want = open.length > 0 ? ', or end' : 'nothing';
			}
		} else {
			return reader.fault(reader.eat(HALF_NUMBER));
		}
	}
}

/** A place in a text, moved on by what is read; it stays at a fault. */
class Reader {
	readonly #text: string;
	at = 0;

	constructor(text: string) {
		this.#text = text;
	}

	get next(): string {
		return this.#text[this.at] ?? '';
	}

	get isAtEnd(): boolean {
		return this.at >= this.#text.length;
	}

	eat(pattern: RegExp): boolean {
		pattern.lastIndex = this.at;
		if (!pattern.test(this.#text)) return false;
		this.at = pattern.lastIndex;
		return true;
	}

	/** By hand: a regular expression would need a stack as deep as the string is long. */
	eatString(): boolean {
		this.at++;
		for (;;) {
			const unit = this.#text.charCodeAt(this.at);
			if (Number.isNaN(unit) || unit < LOWEST) return false;
			if (unit === BACKSLASH) {
				if (this.eat(ESCAPE)) continue;
				this.eat(HALF_ESCAPE);
				return false;
			}
			this.at++;
			if (unit === QUOTE) return true;
		}
	}

	eatScalar(next: string): boolean {
		if (next === '"') return this.eatString();
		if (this.eat(NUMBER)) return true;
		const rest = this.#text.slice(this.at, this.at + 5);
		const word = WORDS.find((known) => rest.startsWith(known) || known.startsWith(rest));
		if (word === undefined) {
			this.eat(HALF_NUMBER);
			return false;
		}
		this.at = Math.min(this.at + word.length, this.#text.length);
		return rest.length >= word.length;
	}

	fault(isEnd: boolean): JsonFault {
		let line = 1;
		let start = 0;
		for (;;) {
			const end = this.#text.indexOf('\n', start);
			if (end < 0 || end >= this.at) return { isEnd, line, column: this.at - start + 1 };
			line++;
			start = end + 1;
		}
	}
}
