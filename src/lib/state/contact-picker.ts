// The phone's own contacts, chosen in the phone's own picker: Kith sees only those that were chosen, and
// only once.
import { pickedToVcards, type PickedContact } from '$lib/domain/picked-contact';
import { holdFor } from './arrived-kept';

type Property = 'name' | 'tel' | 'email' | 'address';

interface ContactsManager {
	getProperties?(): Promise<readonly string[]>;
	select(
		properties: readonly Property[],
		options: { readonly multiple: boolean }
	): Promise<readonly PickedContact[]>;
}

/** What came of choosing. */
export type Picked =
	| { readonly is: 'chosen'; readonly many: number; readonly vcards: string }
	/** The rep chose nobody. */
	| { readonly is: 'nobody' }
	/** The phone showed no picker, or would not give the contacts. */
	| { readonly is: 'refused' };

const WANTED: readonly Property[] = ['name', 'email', 'tel', 'address'];
const TYPE = 'text/vcard';

/** What is said where the phone gives no contacts. */
export const refusedWords =
	'The phone did not give its contacts. Nothing was taken; you can try again, or bring a file.';

/** Whether this browser can show the phone's contacts. */
export function canPickContacts(): boolean {
	return contactsOf() !== undefined;
}

/** Shows the phone's contacts. Call it in a tap. */
export async function pickContacts(): Promise<Picked> {
	const contacts = contactsOf();
	if (!contacts) return { is: 'refused' };
	try {
		// Where a property is unknown, all of the request is refused.
		const known = (await contacts.getProperties?.()) ?? WANTED;
		const asked = WANTED.filter((property) => known.includes(property));
		const chosen = await contacts.select(asked, { multiple: true });
		const vcards = pickedToVcards(chosen);
		const many = vcards.split('BEGIN:VCARD').length - 1;
		return vcards === '' ? { is: 'nobody' } : { is: 'chosen', many, vcards };
	} catch {
		return { is: 'refused' };
	}
}

/** Chosen contacts as a file, for the way every file takes. */
export function pickedFile(vcards: string): File {
	return new File([vcards], 'Contacts of this phone.vcf', { type: TYPE });
}

/** Hands chosen contacts to the Import screen, which is about to open; nothing of them is written. */
export function leaveForImport(vcards: string): void {
	holdFor('import', pickedFile(vcards));
}

function contactsOf(): ContactsManager | undefined {
	const { contacts } = navigator as { contacts?: ContactsManager };
	return typeof contacts?.select === 'function' ? contacts : undefined;
}
