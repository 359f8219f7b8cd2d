// What is gathered while a card is read, and what all readers of its properties share.
import type { CircleDraft, MomentDraft, NoteDraft } from './contact-draft';
import type { Address, Reach } from './records/person';
import type { VcardProblem } from './vcard';
import type { VcardProperty } from './vcard-property';
import { unescapeText } from './vcard-text';

/** What a card has given so far. */
export interface Gathering {
	readonly draft: {
		-readonly [
			Field in 'name' | 'givenName' | 'familyName' | 'nickname' | 'company' | 'title' | 'uid'
		]?: string;
	} & {
		readonly circle: CircleDraft[];
		readonly moments: MomentDraft[];
		readonly notes: NoteDraft[];
	};
	/** The name that the parts of N make. */
	composedName?: string;
	readonly phones: Reach[];
	readonly emails: Reach[];
	readonly links: Reach[];
	readonly addresses: Address[];
	readonly tags: Set<string>;
	readonly problems: VcardProblem[];
	/** What `isNew` has been asked. */
	readonly seen: Set<string>;
	/** Whether the card has these elsewhere, so that ROLE and LABEL need not stand in. */
	readonly hasTitle: boolean;
	readonly hasAddress: boolean;
	/** The name of the first card in a text. */
	readonly nameIn: (text: string) => string | undefined;
}

/** False leaves the property's line with the contact, whether or not something was taken. */
export type Reader = (to: Gathering, property: VcardProperty, label: string | undefined) => boolean;

/** The text of a property that is not structured. */
export function textOf(property: VcardProperty): string {
	return unescapeText(property.value).trim();
}

/** A text on one line. */
export function inline(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/** Whether a card says something for the first time: programs write the same thing twice. */
export function isNew({ seen }: Gathering, ...said: readonly (string | undefined)[]): boolean {
	const size = seen.size;
	return seen.add(said.join('\0')).size > size;
}
