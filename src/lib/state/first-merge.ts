// The look before two grown books meet: who on the other device may be the same person as somebody here.
import type { Pace } from '$lib/domain/backup';
import { ContactIndex, type DuplicateReason } from '$lib/domain/duplicates';
import { isLikely } from '$lib/domain/likely';
import type { Person } from '$lib/domain/records/person';
import type { IsApart } from '$lib/domain/same-person';
import type { Alike, AlikeSide } from './devices-view';

type PersonThere = import('$lib/sync/talk').PersonThere;

const reasonWords: Readonly<Record<DuplicateReason, string>> = {
	uid: 'same entry of one address book',
	email: 'same email',
	profile: 'same LinkedIn profile',
	phone: 'same phone',
	'name-and-company': 'same name and company',
	name: 'same name'
};

/**
 * Who is alike, in the order of the other book. A record both hold already is one and is not listed, and
 * neither is anybody twice.
 *
 * They start out as the same person where `isLikely` says so; the others the rep is to tick himself. A
 * likely one goes before others, so that of two with one mailbox each meets herself.
 * @param pace called often, so that the page stays alive
 * @param isApart whether the rep has said of two that they are not the same
 */
export async function alikePeople(
	here: readonly Person[],
	there: readonly PersonThere[],
	pace: Pace,
	isApart: IsApart = () => false
): Promise<Alike[]> {
	const of = here.length + there.length;
	const idsThere = new Set<string>(there.map(({ id }) => id));
	const byId = new Map(here.map((person) => [person.id as string, person]));
	const index = new ContactIndex();
	let done = 0;
	for (const person of here) {
		if (!idsThere.has(person.id)) index.add(person.id, person);
		await pace(++done, of);
	}
	const taken = new Set<string>();
	const alike: Alike[] = [];
	for (const other of there) {
		await pace(++done, of);
		if (byId.has(other.id)) continue;
		const open = index.find(other).filter(({ id }) => !taken.has(id) && !isApart(id, other.id));
		const likely = open.find(({ id, reasons }) =>
			isLikely(reasons, byId.get(id)?.name ?? '', other.name)
		);
		const found = likely ?? open[0];
		const person = found && byId.get(found.id);
		if (!person) continue;
		taken.add(found.id);
		const said = found.reasons.map((reason) => reasonWords[reason]).join(', ');
		alike.push({
			here: sideOf(person),
			there: sideOf(other),
			reasons: `${said[0]?.toUpperCase() ?? ''}${said.slice(1)}`,
			same: likely !== undefined
		});
	}
	return alike;
}

function sideOf({ id, name, company }: PersonThere): AlikeSide {
	return { id, name, ...(company === undefined ? {} : { company }) };
}
