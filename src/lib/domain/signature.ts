// Reads what people paste to add somebody: a signature, the head of a mail, a line of text, a vCard. What
// it is unsure of stays in the rest, so that nothing of the text is lost. Over 300 lines, because what a piece
// is depends on all that was found before it.
import type { Address, Reach } from './records/person';
import { AddressGathering } from './signature-address';
import { contactCard, type CardText } from './signature-card';
import { isName, isOf, nameInEmail, plainName, turned } from './signature-name';
import { linesOf, piecesOf, splitAt } from './signature-lines';
import { emailsIn, takeReach } from './signature-reach';
import {
	CLOSING,
	COMPANY,
	FROM,
	HEAD,
	LABELS,
	LEGAL,
	NOTICE,
	REPLY,
	TITLE
} from './signature-words';

/** What a pasted text says of one person. */
export interface ReadSignature {
	readonly name?: string;
	/** The name was only spelt out in an e-mail address. */
	readonly isGuess?: boolean;
	readonly company?: string;
	readonly title?: string;
	readonly phones: readonly Reach[];
	readonly emails: readonly Reach[];
	readonly links: readonly Reach[];
	readonly addresses: readonly Address[];
	/** What nobody could place, line by line, in its order. */
	readonly rest: readonly string[];
	/** What is nobody's: greetings, and what a company has to say by law. */
	readonly leftOut: readonly string[];
}

/** More than any signature; what comes after it is rest. */
const MOST = 20_000;
/** Nobody's name, number or company is in a longer line. */
const LONGEST_LINE = 400;
const SENTENCE = /[.!?]$/;
/** Somebody in angle brackets, as mail programs write it. */
const SENDER =
	/^\s*"?([^"<>@]{0,120}?)"?\s*[<[(](?:mailto:)?([^\s<>()[\]]{1,64}@[^\s<>()[\]]{3,120})[>\])][;,]?\s*(.*)$/iu;

/** Reads a text. Whatever it is, the answer is a value, in time that grows with its length. */
export function readSignature(text: string): ReadSignature {
	const [head, tail] = splitAt(text, MOST);
	const card = contactCard(head);
	const read = card ? fromCard(card) : new Reading(head).all();
	return tail.trim() === '' ? read : { ...read, rest: [...read.rest, tail.trim()] };
}

/** Whether a text is about how to reach one person, and about little else. */
export function isContactText(text: string): boolean {
	if (text.length > MOST) return false;
	const { name, isGuess, phones, emails, rest } = readSignature(text);
	if (name === undefined || isGuess || phones.length + emails.length === 0) return false;
	const unplaced = rest.reduce((length, line) => length + line.length, 0);
	return unplaced * 3 <= text.trim().length;
}

function fromCard({ contact, rest }: CardText): ReadSignature {
	const { name, company, title, phones = [], emails = [], links = [], addresses = [] } = contact;
	return {
		name,
		...(company === undefined ? {} : { company }),
		...(title === undefined ? {} : { title }),
		...{ phones, emails, links, addresses, rest, leftOut: [] }
	};
}

/** One reading of a text that is no card. */
class Reading {
	#name: string | undefined;
	#company: string | undefined;
	#title: string | undefined;
	readonly #phones = new Map<string, Reach>();
	readonly #emails = new Map<string, Reach>();
	readonly #links = new Map<string, Reach>();
	readonly #addresses = new AddressGathering();
	readonly #rest: string[] = [];
	readonly #leftOut: string[] = [];
	/** Short words whose meaning shows only once all is read. */
	readonly #unknown: string[] = [];
	readonly #lines: readonly string[];
	/** Every address in the text: a name is believed sooner where one of them spells it. */
	readonly #all: readonly string[];
	readonly #isOneLine: boolean;

	constructor(text: string) {
		this.#lines = linesOf(text);
		this.#all = emailsIn(this.#lines.map((line) => line.slice(0, LONGEST_LINE)).join('\n'));
		this.#isOneLine = this.#lines.filter((line) => line !== '').length === 1;
	}

	all(): ReadSignature {
		this.#readLines();
		const { addresses, left } = this.#addresses.finish();
		this.#unknown.push(...left);
		this.#settle();
		const [spelt] =
			this.#name === undefined ? this.#all.flatMap((one) => nameInEmail(one) ?? []) : [];
		const name = this.#name ?? spelt;
		return {
			...(name === undefined ? {} : { name }),
			...(spelt === undefined ? {} : { isGuess: true }),
			...(this.#company === undefined ? {} : { company: this.#company }),
			...(this.#title === undefined ? {} : { title: this.#title }),
			phones: [...this.#phones.values()],
			emails: [...this.#emails.values()],
			links: [...this.#links.values()],
			addresses,
			rest: this.#rest,
			leftOut: this.#leftOut
		};
	}

	#readLines(): void {
		const lines = this.#lines;
		const closing = lines.findIndex((line) => CLOSING.test(line));
		const begin = lines.slice(closing + 1).some((line) => line !== '') ? closing : -1;
		let isOver = false;
		let isNotice = false;
		for (const [at, line] of lines.entries()) {
			if (line === '') {
				isNotice = false;
				continue;
			}
			isOver ||= at > begin && this.#isSomebodyElses(at);
			isNotice ||= NOTICE.test(line.slice(0, LONGEST_LINE));
			if (isOver) this.#rest.push(line);
			else if (isNotice) this.#leftOut.push(line);
			else if (at < begin) this.#readBefore(line);
			else this.#readLine(line);
		}
	}

	/** Above the end of a letter stands the letter; only its sender is looked for. */
	#readBefore(line: string): void {
		if (!FROM.test(line) || !this.#readSender(line)) this.#rest.push(line);
	}

	/** Whether somebody else begins here: a mail that was answered, or another person's lines. */
	#isSomebodyElses(at: number): boolean {
		const line = this.#lines[at] ?? '';
		const hasReach = this.#emails.size + this.#phones.size > 0;
		const known = this.#name !== undefined && hasReach;
		if (REPLY.test(line)) return known;
		if (!known) return false;
		if (FROM.test(line) || SENDER.test(line) || CLOSING.test(line)) return true;
		const after = this.#lines.slice(at, at + 8);
		const end = after.indexOf('');
		const block = (end < 0 ? after : after.slice(0, end)).map((one) => one.slice(0, LONGEST_LINE));
		const [first = ''] = takeReach(block[0] ?? '').words;
		const name = turned(first);
		if (!isName(name) || this.#isSame(name)) return false;
		return emailsIn(block.join('\n')).some((one) => !this.#emails.has(one) && isOf(one, name));
	}

	/** `"Whitlock, Dana" <dana@acme.example>` with or without `From:` before it. */
	#readSender(line: string): boolean {
		const sender = SENDER.exec(line.replace(FROM, '').slice(0, LONGEST_LINE));
		if (!sender) return false;
		const [, written = '', email = '', after = ''] = sender;
		if (this.#name !== undefined || /@/.test(after)) return false;
		const [, who = written, firm] = /^(.+?)\s*\(([^()]+)\)$/u.exec(written) ?? [];
		const name = plainName(turned(plainName(who)));
		if (name !== '' && !isName(name, 1)) return false;
		if (name !== '') this.#name = name;
		if (firm !== undefined) this.#company ??= firm;
		const value = email.toLowerCase();
		this.#emails.set(value, { value });
		if (after !== '') this.#readLine(after);
		return true;
	}

	#readLine(line: string): void {
		if (line.length > LONGEST_LINE) {
			this.#rest.push(line);
			return;
		}
		if (CLOSING.test(line)) {
			const after = line.replace(CLOSING, '');
			this.#leftOut.push(line.slice(0, line.length - after.length).trim());
			if (after !== '') this.#readLine(after);
			return;
		}
		if (this.#readSender(line)) return;
		if (HEAD.test(line)) {
			this.#rest.push(line);
			return;
		}
		for (const piece of piecesOf(line)) this.#readPiece(piece);
	}

	#readPiece(piece: string): void {
		if (CLOSING.test(piece) || LEGAL.test(piece)) {
			this.#leftOut.push(piece);
			return;
		}
		const [is, label] = LABELS.find(([, pattern]) => pattern.test(piece)) ?? [];
		const said = label ? piece.replace(label, '') : piece;
		if (is === 'note') this.#rest.push(said);
		else if (is === 'name') this.#name ??= plainName(turned(said));
		else if (is === 'company') this.#company ??= said;
		else if (is === 'title') this.#title ??= said;
		else if (said.includes('@') || !this.#addresses.take(said)) this.#readReach(said);
	}

	#readReach(piece: string): void {
		const { phones, emails, links, words, others } = takeReach(piece);
		const has = phones.length + emails.length + links.length > 0;
		const said = words.filter((some) => some !== '');
		// Another's number on a line with his name: whose it is, the rep can see.
		const isOthers =
			has &&
			this.#name !== undefined &&
			this.#phones.size + this.#emails.size > 0 &&
			said.some((some) => isName(some) && !this.#isSame(some) && !this.#isFirm(some));
		if (isOthers) {
			this.#rest.push(piece);
			return;
		}
		for (const one of phones) put(this.#phones, one.value.replace(/\D/g, ''), one);
		for (const one of emails) put(this.#emails, one.value, one);
		for (const one of links) put(this.#links, linkKeyOf(one.value), one);
		this.#rest.push(...others);
		const isLine = has || this.#isOneLine;
		for (const some of said)
			for (const word of this.#commaParts(some, isLine)) this.#readWords(word);
	}

	/** Commas part what a line lists, and belong to a name or a company elsewhere. */
	#commaParts(words: string, isLine: boolean): readonly string[] {
		const parts = words
			.split(
				/,\s+(?!(?:inc|llc|ltd|llp|plc|corp|mba|ph\.?d|m\.?sc|b\.?sc|ll\.?m|jr|sr|esq|md)\b)/iu
			)
			.filter((part) => part.trim() !== '');
		const [first = '', second = ''] = parts;
		if (parts.length < 2) return parts;
		const isTurned = parts.length === 2 && isName(turned(words)) && !/\s/.test(first.trim());
		if (isTurned && this.#name === undefined && this.#believes(turned(words), second)) {
			return [turned(words)];
		}
		const isList =
			isLine || isName(first) || (TITLE.test(first) && COMPANY.test(parts.at(-1) ?? ''));
		return isList ? parts : [words];
	}

	/** "Berlin, Germany" is nobody; "Whitlock, Dana" is where an address says so or nothing else is there. */
	#believes(name: string, given: string): boolean {
		return this.#all.some((email) => isOf(email, name)) || (this.#isOneLine && isName(given, 1));
	}

	#readWords(written: string): void {
		const words = written.replace(/^[\s,;:.–—-]+|[\s,;:–—-]+$/gu, '');
		if (!/[\p{L}\p{N}]/u.test(words)) return;
		const name = plainName(words);
		const isFirst = this.#name === undefined;
		if (isFirst && isName(name, this.#fewest(name))) {
			this.#name = name;
		} else if (this.#isLonger(name)) {
			this.#name = name;
		} else if (!isFirst && this.#isSame(name)) {
			// Said twice.
		} else if (words.length > 80 || (SENTENCE.test(words) && words.split(' ').length > 6)) {
			this.#rest.push(words);
		} else if (COMPANY.test(words) && !this.#readTitleAt(words)) {
			if (this.#company === undefined) this.#company = words;
			else if (words !== this.#company) this.#rest.push(words);
		} else if (TITLE.test(words)) {
			if (!this.#readTitleAt(words)) {
				if (this.#title === undefined) this.#title = words;
				else this.#rest.push(words);
			}
		} else if (!COMPANY.test(words)) this.#unknown.push(words);
	}

	/** "Head of Purchasing at Acme Foods". */
	#readTitleAt(words: string): boolean {
		const [, title = '', company = ''] = /^(.+?)\s+(?:at|bei|@|chez)\s+(.+)$/u.exec(words) ?? [];
		if (!TITLE.test(title) || this.#title !== undefined) return false;
		this.#title = title;
		if (this.#company === undefined) this.#company = company;
		else this.#rest.push(company);
		return true;
	}

	/** A first name alone is a name below "Cheers," or where an address spells it. */
	#fewest(name: string): number {
		if (this.#all.some((email) => isOf(email, name))) return 1;
		const isBelow = this.#leftOut.length > 0 && this.#unknown.length === 0;
		return isBelow ? 1 : 2;
	}

	/** "Dana" stood first, and here is all of it. */
	#isLonger(name: string): boolean {
		const known = this.#name;
		if (known === undefined || known.includes(' ') || !isName(name)) return false;
		return name.split(' ').includes(known);
	}

	#isSame(name: string): boolean {
		return this.#name?.toLowerCase() === plainName(name).toLowerCase();
	}

	/** Whether the part of an address behind the @ is called so. */
	#isFirm(words: string): boolean {
		const bare = words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
		return this.#all.some((email) => {
			const host = (email.split('@')[1] ?? '').split('.').slice(0, -1).join('').replaceAll('-', '');
			return (
				host.length > 2 && (bare.startsWith(host) || (bare.length > 3 && host.startsWith(bare)))
			);
		});
	}

	/** Of what was unknown, one may be the company: the one the address names, else the first by the name. */
	#settle(): void {
		const named = this.#unknown.find((words) => this.#isFirm(words));
		const first = this.#unknown.find(
			(words) =>
				/^[\p{Lu}\p{Lo}\p{N}]/u.test(words) && !SENTENCE.test(words) && words.split(' ').length < 6
		);
		const firm = named ?? (this.#name === undefined ? undefined : first);
		const company = this.#company === undefined ? firm : undefined;
		this.#company ??= company;
		for (const words of this.#unknown) if (words !== company) this.#rest.push(words);
	}
}

function put(all: Map<string, Reach>, key: string, reach: Reach): void {
	if (!all.has(key)) all.set(key, reach);
}

function linkKeyOf(link: string): string {
	return link
		.toLowerCase()
		.replace(/^https?:\/\/|^www\.|\/$/g, '')
		.replace(/^www\./, '');
}
