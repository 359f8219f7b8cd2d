// From the bytes of a contacts file to its people, a slice at a time, or to what the file is instead.
import type { ContactDraft } from './contact-draft';
import type { Mapped } from './contact-mapping';
import { fileKindOf, otherKindOf, type FileKind } from './file-kind';
import { bytesToText } from './text-encoding';
import { readVcards, type VcardProblem } from './vcard';
import { vcardToContact } from './vcard-contact';

/** The people of a file and what was wrong with it, or what it looks like when it holds no vCards. */
export type ContactFile =
	| {
			readonly ok: true;
			readonly contacts: readonly ContactDraft[];
			readonly problems: readonly VcardProblem[];
			/** Cards that gave nobody. */
			readonly unread: number;
			/** What of it goes where. */
			readonly mapped: readonly Mapped[];
	  }
	| { readonly ok: false; readonly kind: FileKind };

/** How far a file has been read, in cards. */
export interface ReadSoFar {
	readonly done: number;
	readonly of: number;
}

/** Reads a file; gives back control after every `slice` cards. */
export function* readContactFile(
	bytes: Uint8Array,
	slice = 250
): Generator<ReadSoFar, ContactFile> {
	const kind = fileKindOf(bytes);
	if (kind) return { ok: false, kind };
	const { cards, problems: inFile } = readVcards(bytesToText(bytes).text);
	if (cards.length === 0) return { ok: false, kind: otherKindOf(bytes) };
	const contacts: ContactDraft[] = [];
	const problems = [...inFile];
	let done = 0;
	for (const card of cards) {
		const reading = vcardToContact(card);
		if (reading.ok) {
			contacts.push(reading.contact);
			for (const problem of reading.problems) problems.push(problem);
		} else {
			problems.push(reading.problem);
		}
		if (++done % slice === 0) yield { done, of: cards.length };
	}
	problems.sort((a, b) => a.line - b.line);
	return { ok: true, contacts, problems, unread: cards.length - contacts.length, mapped: [] };
}
