// From one row of a table to a contact: each cell goes where its column goes. What has no place becomes
// a line of one note that names the file, so that nothing of a row is lost unseen.
import type { CircleDraft, ContactDraft, MomentDraft, NoteDraft } from './contact-draft';
import { isDay, type AnyDay, type Day } from './day';
import type { Reach } from './records/person';
import { addressOf, type WrittenAddress } from './table-address';
import { cellText } from './table-cell';
import { dayOfWritten, isNoDate, readDate, type DateOrder } from './table-date';
import type { TableFormat } from './table-format';
import { splitEmails, splitNames, splitPhones } from './table-split';
import { dayPlaces, type ColumnPlace, type TablePlace } from './table-place';
import type { TableProblem, TableRow } from './table-row';
import { momentOf, relationOf } from './vcard-labels';

/** All that is settled about a table before its rows are read. */
export interface TablePlan {
	/** The file's name. */
	readonly file: string;
	readonly format: TableFormat | undefined;
	readonly heads: readonly string[];
	readonly places: readonly ColumnPlace[];
	/** By the number of the column, for those with dates in figures. */
	readonly orders: ReadonlyMap<number, DateOrder>;
	/** No date with a year of two figures is after it. */
	readonly today: Day;
}

/** What a row gave. */
export interface RowReading {
	readonly contact: ContactDraft | undefined;
	readonly problems: readonly TableProblem[];
}

/** How Google joins several values in one cell. */
const JOINT = ' ::: ';
/** Google's labels, in capitals; elsewhere labels are written small. */
const USUAL = /^(home|work|mobile|main|pager|home fax|work fax|profile|blog|homepage)$/i;
/** It says no more than the person's sex. */
const PLAIN_PREFIX = /^(mrs?|ms|miss|mx|herr|frau|hr|fr)\.?$/i;
const DETAIL_LENGTH = 60;

type NamePart = 'name' | 'given' | 'middle' | 'family' | 'prefix' | 'suffix';
type Single = NamePart | 'nickname' | 'company' | 'title' | 'about';

/** One value of a cell, and what it is called. */
interface Value {
	readonly head: string;
	readonly text: string;
	readonly label: string | undefined;
	/** Tells the several values of one cell apart. */
	readonly group: string;
	readonly order: DateOrder;
}

/** The contact of a row, if there is anything to call the person by. */
export function rowToContact(row: TableRow, plan: TablePlan): RowReading {
	const reading = new ReadingOfRow(row, plan);
	return { contact: reading.contact(), problems: reading.problems };
}

class ReadingOfRow {
	readonly problems: TableProblem[] = [];
	readonly #row: TableRow;
	readonly #plan: TablePlan;
	readonly #singles: { [part in Single]?: string } = {};
	readonly #phones: Reach[] = [];
	readonly #emails: Reach[] = [];
	readonly #links: Reach[] = [];
	/** What is in each of these lists, since one cell may have a million of them. */
	readonly #values = new Map<Reach[], Set<string>>();
	readonly #addresses = new Map<string, WrittenAddress>();
	readonly #tags = new Set<string>();
	readonly #circle: CircleDraft[] = [];
	readonly #moments: MomentDraft[] = [];
	readonly #notes: NoteDraft[] = [];
	readonly #lines: string[] = [];

	constructor(row: TableRow, plan: TablePlan) {
		this.#row = row;
		this.#plan = plan;
		const { cells } = row;
		for (let index = 0; index < plan.heads.length; index++) {
			const text = cellText(cells[index]);
			if (text !== '') this.#takeCell(index, text);
		}
		const beyond = cells.slice(plan.heads.length).filter((cell) => cell.trim() !== '');
		if (beyond.length > 0) {
			this.#problem('row-too-long', beyond[0]);
			this.#lines.push(`Beyond the last column: ${beyond.join(', ')}`);
		}
	}

	contact(): ContactDraft | undefined {
		const { nickname, company, title, about } = this.#singles;
		const name = this.#name();
		if (name === undefined) {
			this.#problem('row-without-name', this.#row.cells.filter(Boolean).join(' '));
			return undefined;
		}
		const { given, family } = this.#namesFor(name);
		if (this.#lines.length > 0) {
			this.#notes.push({ body: `From ${this.#plan.file}:\n${this.#lines.join('\n')}` });
		}
		const addresses = [...this.#addresses.values()].map(addressOf);
		return {
			name,
			...(given === undefined ? {} : { givenName: given }),
			...(family === undefined ? {} : { familyName: family }),
			...(nickname === undefined ? {} : { nickname }),
			...(company === undefined ? {} : { company }),
			...(title === undefined ? {} : { title }),
			...(about === undefined ? {} : { about }),
			...(this.#phones.length > 0 ? { phones: this.#phones } : {}),
			...(this.#emails.length > 0 ? { emails: this.#emails } : {}),
			...(this.#links.length > 0 ? { links: this.#links } : {}),
			...(addresses.length > 0 ? { addresses } : {}),
			...(this.#tags.size > 0 ? { tags: [...this.#tags] } : {}),
			circle: this.#circle,
			moments: this.#moments,
			notes: this.#notes,
			vcard: []
		};
	}

	#takeCell(index: number, text: string): void {
		const { heads, places, orders } = this.#plan;
		const { place, label, group = '' } = places[index] ?? { place: 'left-out' };
		if (place === 'left-out' || place === 'label') return;
		const head = heads[index] ?? '';
		const order = orders.get(index) ?? 'day-month';
		const labels = this.#labelsOf(group);
		const texts = place === 'note' || place === 'about' ? [text] : text.split(JOINT);
		texts.forEach((each, number) => {
			const own = labels[number] ?? (labels.length === 1 ? labels[0] : undefined) ?? label;
			const value = { head, text: each.trim(), label: own, group: `${group} ${number}`, order };
			if (value.text !== '') this.#take(place, value);
		});
	}

	#labelsOf(group: string): (string | undefined)[] {
		if (group === '') return [];
		const { places, format } = this.#plan;
		const text = places
			.map((each, index) =>
				each.place === 'label' && each.group === group ? cellText(this.#row.cells[index]) : ''
			)
			.findLast((label) => label !== '');
		if (text === undefined) return [];
		return text.split(JOINT).map((label) => {
			if (format === 'kith') return label;
			const plain = label.replace(/^\*\s*/, '').trim();
			if (/^other$/i.test(plain)) return undefined;
			return USUAL.test(plain) ? plain.toLowerCase() : plain || undefined;
		});
	}

	#take(place: TablePlace, value: Value): void {
		if (dayPlaces.has(place)) return this.#takeDay(place, value);
		const { head, text, label, group } = value;
		switch (place) {
			case 'phone':
				return this.#reach(this.#phones, splitPhones(text), label);
			case 'email':
				return this.#reach(this.#emails, splitEmails(text), label);
			case 'link':
				return this.#reach(this.#links, [text], label);
			case 'street':
			case 'city':
			case 'region':
			case 'postcode':
			case 'country':
			case 'address':
				return this.#addressPart(group, place, text, label);
			case 'tags':
				return this.#takeTags(text);
			case 'note':
				this.#notes.push({ body: text.replace(/\r\n?/g, '\n') });
				return;
			case 'line':
				if (text !== 'Unspecified') this.#lines.push(`${label ?? head}: ${text}`);
				return;
			case 'spouse':
				return this.#around([text], 'spouse');
			case 'child':
				return this.#around(splitNames(text), 'child');
			case 'assistant':
				return this.#around([text], 'assistant');
			case 'manager':
				return this.#around([text], 'manager');
			case 'relative':
				return this.#around([text], label ?? '');
			case 'prefix':
				if (PLAIN_PREFIX.test(text)) this.#lines.push(`${head}: ${text}`);
				else this.#once(place, value);
				return;
			default:
				this.#once(place as Single, value);
		}
	}

	/** Of what a person has one of, the first is taken; another becomes a line. */
	#once(place: Single, { head, text }: Value): void {
		const words = place === 'about' ? text.replace(/\r\n?/g, '\n') : text.replace(/\s+/g, ' ');
		this.#singles[place] ??= words;
		if (this.#singles[place] !== words) this.#lines.push(`${head}: ${text}`);
	}

	#reach(list: Reach[], texts: readonly string[], label: string | undefined): void {
		for (const text of texts) {
			const value = text
				.replace(/^(mailto|tel):/i, '')
				.replace(/\s+/g, ' ')
				.trim();
			const known = this.#values.get(list) ?? new Set<string>();
			if (value === '' || known.has(value)) continue;
			this.#values.set(list, known.add(value));
			list.push(label === undefined ? { value } : { value, label });
		}
	}

	#addressPart(group: string, part: string, text: string, label: string | undefined): void {
		const known = this.#addresses.get(group) ?? { parts: new Map<string, string[]>() };
		if (label !== undefined) known.label = label;
		const texts = known.parts.get(part);
		if (texts) texts.push(text);
		else known.parts.set(part, [text]);
		this.#addresses.set(group, known);
	}

	/** Google's own groups begin with a star: everybody is in one. */
	#takeTags(text: string): void {
		const { format } = this.#plan;
		const isGoogles = format === 'google' || format === 'google-old';
		const parts = isGoogles || format === 'kith' ? [text] : text.split(/[;,|\n]/);
		for (const part of parts) {
			const tag = part.trim();
			if (tag !== '' && !(isGoogles && tag.startsWith('* '))) this.#tags.add(tag);
		}
	}

	#around(names: readonly string[], label: string): void {
		const relation = relationOf(label);
		for (const each of names) {
			const name = each.replace(/\s+/g, ' ').trim();
			if (name !== '') this.#circle.push({ name, ...relation });
		}
	}

	#takeDay(place: TablePlace, { head, text, label, order }: Value): void {
		if (isNoDate(text)) return;
		const written = readDate(text);
		const day = written && dayOfWritten(written, order, this.#plan.today);
		if (day === undefined) {
			this.#problem('bad-date', text);
			this.#lines.push(`${label ?? head}: ${text}`);
		} else if (place === 'connected') {
			if (isDay(day)) this.#notes.push({ body: 'Connected on LinkedIn.', day });
			else this.#lines.push(`${head}: ${text}`);
		} else {
			const kind = momentOf(place === 'day' ? (label ?? head) : place);
			const isTaken =
				kind.kind === 'birthday' && this.#moments.some((known) => known.kind === 'birthday');
			if (isTaken) this.#lines.push(`${label ?? head}: ${text}`);
			else this.#moments.push({ ...kind, day, yearly: this.#comesBack(place, kind.kind, day) });
		}
	}

	/** A day nobody has called a birthday or the like was once, except where a program has no other kind. */
	#comesBack(place: TablePlace, kind: MomentDraft['kind'], day: AnyDay): boolean {
		const { format } = this.#plan;
		return place !== 'day' || kind !== 'other' || !isDay(day) || format !== undefined;
	}

	#name(): string | undefined {
		const { name, given, middle, family, prefix, suffix, nickname, company } = this.#singles;
		const composed = [prefix, given, middle, family, suffix].filter(Boolean).join(' ');
		const own = name ?? (composed || undefined) ?? nickname;
		// On LinkedIn everybody has a name: who has none there has closed the account.
		const other = this.#plan.format === 'linkedin' ? undefined : company;
		return own ?? other ?? this.#emails[0]?.value ?? this.#phones[0]?.value;
	}

	/** Kith writes the whole name as the first one of those who have no other. */
	#namesFor(name: string): { readonly given?: string; readonly family?: string } {
		const { given, family } = this.#singles;
		if (this.#plan.format === 'kith' && family === undefined && given === name) return {};
		return {
			...(given === undefined ? {} : { given }),
			...(family === undefined ? {} : { family })
		};
	}

	#problem(code: TableProblem['code'], text = ''): void {
		const { line, row } = this.#row;
		const detail = text.trim().slice(0, DETAIL_LENGTH);
		this.problems.push(detail === '' ? { code, line, row } : { code, line, row, detail });
	}
}
