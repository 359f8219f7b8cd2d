// What somebody of the book is given when his turn comes: as planned, as far as he still lacks it. He may
// have been written to since, by the rep or from another device.
import { canonicalJson } from '$lib/domain/canonical';
import type { ContactDraft } from '$lib/domain/contact-draft';
import { filledBetween, fillIn } from '$lib/domain/fill-in';
import type { Id } from '$lib/domain/id';
import type { Employment } from '$lib/domain/records/employment';
import type { ContactImport, FilledFields } from '$lib/domain/records/import';
import { heldContact } from './contact-looks';
import {
	aroundOf,
	movedBy,
	sizeOf,
	type Around,
	type Filling,
	type ImportPlan,
	type Moved
} from './contacts-plan';
import type { Kith } from './kith.svelte';
import { standsFor } from './merged';

/** What one person is given. */
export interface Gift {
	readonly to: Id<'person'>;
	readonly fields: FilledFields;
	/** His fields afterwards, as far as they change. */
	readonly change: Readonly<Record<string, unknown>>;
	readonly around: Around;
	readonly moved?: Moved;
	readonly oldPost?: Employment;
}

/** A filling that was carried out otherwise than planned, or, without a gift, not at all. */
export interface Differing {
	readonly filling: Filling;
	readonly gift: Gift | undefined;
}

/** What a filling gives as the book is by now; undefined where its person has gone. */
export function giftNow(kith: Kith, filling: Filling): Gift | undefined {
	const to = standsFor(kith, filling.to);
	const person = kith.book.get('person', to);
	const contact = heldContact(kith, to);
	if (!person || !contact) return undefined;
	const { moved: planned, oldPost } = filling;
	const isStill = planned && job.every((field) => isSame(person[field], planned.before[field]));
	const move = isStill ? movedBy(person, planned.now) : undefined;
	const held = { ...contact, ...move?.changed } as ContactDraft;
	const after = fillIn(held, lackingOf(filling));
	const all = filledBetween(held, after);
	const fields = pick(all, Object.keys(filling.fields)) as FilledFields;
	const change = { ...move?.changed, ...pick(after, Object.keys(fields)) };
	const around = aroundOf(after, held);
	return {
		...{ to, fields, change, around },
		...(move ? { moved: move.moved } : {}),
		...(move && oldPost ? { oldPost: { ...oldPost, person: to } } : {})
	};
}

/** Whether the record of the import, as planned, would say something else. */
export function isOtherwise(filling: Filling, { fields, moved, oldPost, around }: Gift): boolean {
	const planned = aroundOf(filling.after, filling.before);
	return (
		!isSame(filling.fields, fields) ||
		!isSame(filling.moved, moved) ||
		(filling.oldPost === undefined) !== (oldPost === undefined) ||
		sizeOf(planned) !== sizeOf(around)
	);
}

/** What the record of an import says that people of the book were given. */
export function givenIn(
	plan: Pick<ImportPlan, 'fillings'>
): Pick<ContactImport, 'filled' | 'moved'> {
	const filled = plan.fillings.flatMap(({ to, fields, moved, before, after }) =>
		filledEntry({ to, fields, around: aroundOf(after, before), ...(moved ? { moved } : {}) })
	);
	const moved = plan.fillings.flatMap(({ to, moved: move }) => (move ? [{ to, ...move }] : []));
	return { ...(filled.length > 0 ? { filled } : {}), ...(moved.length > 0 ? { moved } : {}) };
}

/** The change that lets the record of an import say what was given indeed. */
export function correctedBy(
	kith: Kith,
	{ filled = [], moved = [] }: ContactImport,
	differing: readonly Differing[]
): { readonly filled: ContactImport['filled']; readonly moved: ContactImport['moved'] } {
	let [gifts, jobs] = [[...filled], [...moved]];
	for (const { filling, gift } of differing) {
		const isTo = (id: Id<'person'>): boolean => standsFor(kith, id) === standsFor(kith, filling.to);
		const [gone] = gifts.filter(({ to, fields }) => isTo(to) && isSame(fields, filling.fields));
		gifts = gifts.filter((one) => one !== gone);
		if (gift) gifts.push(...filledEntry(gift));
		const { moved: planned } = filling;
		if (!planned) continue;
		const [left] = jobs.filter(
			({ to, now, after }) => isTo(to) && isSame(now, planned.now) && isSame(after, planned.after)
		);
		jobs = jobs.filter((one) => one !== left);
		if (gift?.moved) jobs.push({ to: gift.to, ...gift.moved });
	}
	return {
		filled: gifts.length > 0 ? gifts : undefined,
		moved: jobs.length > 0 ? jobs : undefined
	};
}

/** How many records fewer than planned are written. */
export function fewerBy({ filling, gift }: Differing): number {
	const planned = sizeOf(aroundOf(filling.after, filling.before)) + (filling.oldPost ? 1 : 0);
	return planned - (gift ? sizeOf(gift.around) + (gift.oldPost ? 1 : 0) : 0);
}

/** One job: it is taken over as a whole or not at all. */
const job = ['company', 'title', 'since'] as const;

/** Nothing but what the plan adds, as a contact of its own. */
function lackingOf({ fields, before, after }: Filling): ContactDraft {
	const { company = after.company } = fields;
	return {
		...aroundOf(after, before),
		...fields,
		// A title belongs to its company, the parts of a name to that name.
		...(company === undefined ? {} : { company }),
		name: before.name,
		vcard: fields.vcard ?? []
	};
}

function filledEntry({
	to,
	fields,
	moved,
	around
}: Pick<Gift, 'to' | 'fields' | 'moved' | 'around'>): NonNullable<ContactImport['filled']> {
	const isMore = sizeOf(around) > 0;
	return Object.keys(fields).length > 0 || (isMore && !moved) ? [{ to, fields }] : [];
}

function pick(from: object, fields: readonly string[]): Readonly<Record<string, unknown>> {
	const all: Readonly<Record<string, unknown>> = { ...from };
	return Object.fromEntries(
		fields.flatMap((field) => (all[field] === undefined ? [] : [[field, all[field]]]))
	);
}

function isSame(one: unknown, other: unknown): boolean {
	return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}
