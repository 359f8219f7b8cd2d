// A person's own particulars as fields that save as the rep writes.
import { isAnyDay } from '$lib/domain/day';
import { mergeLists, mergeTexts } from '$lib/domain/three-way';
import type { Id } from '$lib/domain/id';
import type { Address, Person, Reach } from '$lib/domain/records/person';
import type { Autosave, AutosaveField } from './autosave.svelte';
import type { Kith } from './kith.svelte';
import type { PersonChange } from './people';

/** Fields of plain text that may be empty. */
type TextField = 'company' | 'title' | 'nickname' | 'about';

/** The particulars that are edited in place. */
export interface PersonForm {
	readonly name: AutosaveField<string>;
	readonly company: AutosaveField<string>;
	readonly title: AutosaveField<string>;
	/** '', YYYY-MM-DD or --MM-DD. */
	readonly since: AutosaveField<string>;
	readonly nickname: AutosaveField<string>;
	readonly about: AutosaveField<string>;
	readonly phones: AutosaveField<readonly Reach[]>;
	readonly emails: AutosaveField<readonly Reach[]>;
	readonly links: AutosaveField<readonly Reach[]>;
	readonly addresses: AutosaveField<readonly Address[]>;
}

/** The fields of one person. */
export function personForm(kith: Kith, autosave: Autosave, id: Id<'person'>): PersonForm {
	const person = (): Person | undefined => kith.live.get('person', id);

	const text = (field: TextField): AutosaveField<string> =>
		autosave.field<string>({
			stored: () => person()?.[field] ?? '',
			merge: mergeTexts,
			write: (draft, value) => {
				const change: PersonChange = { [field]: value.trim() === '' ? undefined : value };
				draft.edit('person', id, change);
			}
		});

	const reach = (field: 'phones' | 'emails' | 'links'): AutosaveField<readonly Reach[]> =>
		autosave.field<readonly Reach[]>({
			stored: () => person()?.[field] ?? [],
			merge: mergeLists,
			write: (draft, items) => {
				const change: PersonChange = { [field]: orNone(items.flatMap(cleanReach)) };
				draft.edit('person', id, change);
			}
		});

	return {
		name: autosave.field<string>({
			stored: () => person()?.name ?? '',
			refuse: (name) =>
				name.trim() === '' ? `A person needs a name. It is still “${person()?.name}”.` : undefined,
			write: (draft, name) => draft.edit('person', id, renamed(person(), name.trim()))
		}),
		company: text('company'),
		title: text('title'),
		since: autosave.field<string>({
			stored: () => person()?.since ?? '',
			write: (draft, day) => draft.edit('person', id, { since: isAnyDay(day) ? day : undefined })
		}),
		nickname: text('nickname'),
		about: text('about'),
		phones: reach('phones'),
		emails: reach('emails'),
		links: reach('links'),
		addresses: autosave.field<readonly Address[]>({
			stored: () => person()?.addresses ?? [],
			merge: mergeLists,
			write: (draft, items) =>
				draft.edit('person', id, { addresses: orNone(items.flatMap(cleanAddress)) })
		})
	};
}

/** A new name; given and family name follow it as far as they can be told from it. */
function renamed(person: Person | undefined, name: string): PersonChange {
	if (!person || (person.givenName === undefined && person.familyName === undefined)) {
		return { name };
	}
	const { givenName = '', familyName = '' } = person;
	const fits = [givenName, familyName].every((part) => part === '' || name.includes(part));
	return fits ? { name } : { name, givenName: undefined, familyName: undefined };
}

function cleanReach({ value, label }: Reach): Reach[] {
	if (value.trim() === '') return [];
	return [{ value: value.trim(), ...(label?.trim() ? { label: label.trim() } : {}) }];
}

function cleanAddress(address: Address): Address[] {
	const parts = Object.entries(address).flatMap(([part, text]) =>
		text.trim() ? [[part, text.trim()]] : []
	);
	const isEmpty = parts.every(([part]) => part === 'label');
	return isEmpty ? [] : [Object.fromEntries(parts) as Address];
}

function orNone<Item>(items: readonly Item[]): readonly Item[] | undefined {
	return items.length > 0 ? items : undefined;
}
