// A pasted signature on its way into the form: what each piece of it was taken for, changed with one tap,
// and taken back. What the rep had written stays; what nobody could place becomes a note.
import type { Address, Person, Reach } from '$lib/domain/records/person';
import { readSignature, type ReadSignature } from '$lib/domain/signature';
import { addressLine } from './address-line';

/** The fields of the form, as they are written in. */
export interface PersonFields {
	name: string;
	company: string;
	phone: string;
	email: string;
}

/** What a piece is taken for. */
export type PartPlace =
	'name' | 'company' | 'title' | 'phone' | 'email' | 'link' | 'address' | 'note' | 'none';

/** One piece of what was pasted. */
export interface PastedPart {
	readonly id: number;
	readonly text: string;
	/** What it can be taken for. */
	readonly places: readonly PartPlace[];
	readonly reach?: Reach;
	readonly address?: Address;
}

/** What a person gets of it beyond the fields. */
export type PastedMore = Pick<Person, 'title' | 'phones' | 'emails' | 'links' | 'addresses'>;

/** Everything before a paste. */
interface State {
	readonly inField: ReadonlyMap<Field, PastedPart>;
	readonly wrote: ReadonlyMap<Field, string>;
	readonly fields: Readonly<PersonFields>;
	readonly parts: readonly PastedPart[];
	readonly placeById: ReadonlyMap<number, PartPlace>;
	readonly leftOut: readonly string[];
	readonly isGuess: boolean;
}

type Field = keyof PersonFields;

const WORDS: readonly PartPlace[] = ['name', 'company', 'title', 'note', 'none'];
const ONE = new Set<PartPlace>(['name', 'company', 'title']);

/** All that was pasted into one form. */
export class PastedPerson {
	readonly #fields: PersonFields;
	/** The piece that stands in a field, as it was put there. */
	#inField = new Map<Field, PastedPart>();
	/** What was last written into a field from here; anything else in it was typed. */
	#wrote = new Map<Field, string>();
	#parts = $state.raw<readonly PastedPart[]>([]);
	#placeById = $state.raw<ReadonlyMap<number, PartPlace>>(new Map());
	#leftOut = $state.raw<readonly string[]>([]);
	#isGuess = $state(false);
	#before = $state.raw<readonly State[]>([]);
	#last = 0;

	/** @param fields the fields themselves: they are written into */
	constructor(fields: PersonFields) {
		this.#fields = fields;
	}

	/** Every piece, in the order of the form. */
	get parts(): readonly PastedPart[] {
		return this.#parts;
	}

	/** Lines that are nobody's: greetings, and what a company has to say by law. */
	get leftOut(): readonly string[] {
		return this.#leftOut;
	}

	/** Whether the name is only what an e-mail address spells. */
	get isGuess(): boolean {
		const name = this.#inField.get('name');
		return this.#isGuess && name !== undefined && this.#fields.name === name.text;
	}

	/** Whether something else was written in a field a piece would have gone to. */
	get isBeside(): boolean {
		return this.#parts.some((part) => part.places.includes('name') && this.#wasKept.has(part.id));
	}

	/** What a piece is taken for. */
	placeOf({ id }: PastedPart): PartPlace {
		return this.#placeById.get(id) ?? 'none';
	}

	readonly #wasKept = new Set<number>();

	/** Reads a text and fills in what is empty. */
	take(text: string): void {
		const read = readSignature(text);
		this.#before = [...this.#before, this.#now()];
		this.#leftOut = [...this.#leftOut, ...read.leftOut];
		this.#isGuess = read.isGuess === true;
		for (const [part, place] of this.#partsOf(read)) {
			this.#parts = [...this.#parts, part];
			this.#put(part, this.#isFree(part, place) ? place : 'note');
		}
	}

	/** Takes a piece for something else; what it takes the place of becomes part of the note. */
	choose(part: PastedPart, place: PartPlace): void {
		if (this.placeOf(part) === place) return;
		this.#leave(part);
		const other = this.#parts.find(
			(one) => one !== part && ONE.has(place) && this.placeOf(one) === place
		);
		if (other) this.#put(other, 'note');
		if (place === 'name' || place === 'company') {
			this.#write(place, '');
			this.#inField.delete(place);
		}
		this.#put(part, place);
		this.#refill('phone');
		this.#refill('email');
	}

	/** Takes the last paste back, with all that was chosen since; what was typed since stays. */
	undo(): void {
		const before = this.#before.at(-1);
		if (!before) return;
		this.#before = this.#before.slice(0, -1);
		for (const [field, text] of this.#wrote) {
			if (this.#fields[field] === text) this.#fields[field] = before.fields[field];
		}
		this.#parts = before.parts;
		this.#placeById = before.placeById;
		this.#leftOut = before.leftOut;
		this.#isGuess = before.isGuess;
		this.#inField = new Map(before.inField);
		this.#wrote = new Map(before.wrote);
	}

	/** What goes with the fields. */
	get more(): PastedMore {
		const of = (place: PartPlace): PastedPart[] =>
			this.#parts.filter((part) => this.placeOf(part) === place);
		const reach = (field: 'phone' | 'email'): Reach[] => {
			const first = this.#inField.get(field);
			const value = this.#fields[field].trim();
			const label = first?.text === value ? first.reach?.label : undefined;
			const shown = value === '' ? [] : [label === undefined ? { value } : { value, label }];
			return [...shown, ...of(field).flatMap((part) => (part === first ? [] : (part.reach ?? [])))];
		};
		const [title] = of('title');
		const [phones, emails] = [reach('phone'), reach('email')];
		const links = of('link').flatMap((part) => part.reach ?? []);
		const addresses = of('address').flatMap((part) => part.address ?? []);
		return {
			...(title ? { title: title.text } : {}),
			...(phones.length > 0 ? { phones } : {}),
			...(emails.length > 0 ? { emails } : {}),
			...(links.length > 0 ? { links } : {}),
			...(addresses.length > 0 ? { addresses } : {})
		};
	}

	/** The words that become a note; '' without any. */
	get note(): string {
		const words = this.#parts.filter((part) => this.placeOf(part) === 'note');
		return words.map(({ text }) => text).join('\n');
	}

	#partsOf(read: ReadSignature): [PastedPart, PartPlace][] {
		const one = (
			text: string | undefined,
			place: PartPlace,
			more: Partial<PastedPart> = {}
		): [PastedPart, PartPlace][] => {
			if (text === undefined) return [];
			const places: readonly PartPlace[] =
				more.reach || more.address ? [place, 'note', 'none'] : WORDS;
			return [[{ id: ++this.#last, text, places, ...more }, place]];
		};
		const reach = (all: readonly Reach[], place: PartPlace) =>
			all.flatMap((reach) => one(reach.value, place, { reach }));
		return [
			...one(read.name, 'name'),
			...one(read.title, 'title'),
			...one(read.company, 'company'),
			...reach(read.phones, 'phone'),
			...reach(read.emails, 'email'),
			...reach(read.links, 'link'),
			...read.addresses.flatMap((address) =>
				one(addressLine(address).replace(/\n+/g, ', '), 'address', { address })
			),
			...read.rest.flatMap((text) => one(text, 'note'))
		];
	}

	/** Whether a piece can go where it belongs without taking the place of anything. */
	#isFree(part: PastedPart, place: PartPlace): boolean {
		if (place === 'title') return !this.#parts.some((one) => this.placeOf(one) === 'title');
		if (place !== 'name' && place !== 'company') return true;
		const written = this.#fields[place].trim();
		const isFree = written === '' || written === part.text;
		if (!isFree) this.#wasKept.add(part.id);
		return isFree;
	}

	#put(part: PastedPart, place: PartPlace): void {
		this.#placeById = new Map(this.#placeById).set(part.id, place);
		if (place !== 'name' && place !== 'company' && place !== 'phone' && place !== 'email') return;
		if (this.#fields[place].trim() !== '' && this.#fields[place].trim() !== part.text) return;
		this.#write(place, part.text);
		this.#inField.set(place, part);
	}

	/** Takes a piece out of its field, where it still stands there as it was. */
	#leave(part: PastedPart): void {
		this.#placeById = new Map(this.#placeById).set(part.id, 'none');
		for (const [field, there] of this.#inField) {
			if (there !== part) continue;
			if (this.#fields[field] === part.text) this.#write(field, '');
			this.#inField.delete(field);
		}
	}

	#write(field: Field, text: string): void {
		this.#fields[field] = text;
		this.#wrote.set(field, text);
	}

	/** The next number takes the place of one that is gone. */
	#refill(field: 'phone' | 'email'): void {
		if (this.#fields[field] !== '') return;
		const next = this.#parts.find((part) => this.placeOf(part) === field);
		if (next) this.#put(next, field);
	}

	#now(): State {
		return {
			inField: new Map(this.#inField),
			wrote: new Map(this.#wrote),
			fields: { ...this.#fields },
			parts: this.#parts,
			placeById: this.#placeById,
			leftOut: this.#leftOut,
			isGuess: this.#isGuess
		};
	}
}
