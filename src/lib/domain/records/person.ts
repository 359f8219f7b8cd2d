// A person the rep knows: names, ways to reach them, tags, cadence.
import * as v from 'valibot';
import { kindsOfCloseness } from './closeness';
import { anyDay, day, everyRecord, idOf, listOf, whole, words } from './field';

/** A way to reach someone: the number or address as written, and what it is called. */
const reach = v.object({ value: words, label: v.exactOptional(v.string()) });

const address = v.object({
	label: v.exactOptional(v.string()),
	street: v.exactOptional(v.string()),
	city: v.exactOptional(v.string()),
	region: v.exactOptional(v.string()),
	postcode: v.exactOptional(v.string()),
	country: v.exactOptional(v.string())
});

const job = v.object({
	company: words,
	title: v.exactOptional(v.string()),
	from: v.exactOptional(anyDay),
	to: v.exactOptional(anyDay)
});

export const texting = ['not-yet', 'they-texted', 'we-text'] as const;

export const person = v.object({
	...everyRecord,
	id: idOf<'person'>(),
	name: words,
	givenName: v.exactOptional(v.string()),
	familyName: v.exactOptional(v.string()),
	nickname: v.exactOptional(v.string()),
	company: v.exactOptional(v.string()),
	title: v.exactOptional(v.string()),
	/** Since when at the present company; the work anniversary is counted from it. */
	since: v.exactOptional(anyDay),
	/** Earlier employers as an address book or an older version wrote them; newer ones are `employment`. */
	jobs: v.exactOptional(listOf(job)),
	phones: v.exactOptional(listOf(reach)),
	emails: v.exactOptional(listOf(reach)),
	links: v.exactOptional(listOf(reach)),
	addresses: v.exactOptional(listOf(address)),
	tags: v.exactOptional(listOf(words)),
	/** Days that may pass between qualifying touches; 0 when the person is not tracked. */
	cadence: v.exactOptional(whole(0)),
	texting: v.exactOptional(v.picklist(texting)),
	/** As it was before it was dated; the latest `closeness` record counts before it. */
	closeness: v.exactOptional(v.picklist(kindsOfCloseness)),
	/** The rep's note to self. */
	about: v.exactOptional(v.string()),
	introducedBy: v.exactOptional(idOf<'person'>()),
	/** Not to be suggested before this day. */
	snoozedUntil: v.exactOptional(day),
	/** vCard properties Kith has no place for, as unfolded lines, kept for the way out. */
	vcard: v.exactOptional(listOf(v.string())),
	/** The UID the person had in the address book it came from. */
	uid: v.exactOptional(v.string()),
	/** The record this one became part of, when two were the same person; this one is in the trash then. */
	mergedInto: v.exactOptional(idOf<'person'>()),
	/** What of this record the other has taken over, as a check sum: it changes when more comes in. */
	mergedAs: v.exactOptional(v.string())
});

export type Person = Readonly<v.InferOutput<typeof person>>;
export type Reach = Readonly<v.InferOutput<typeof reach>>;
export type Address = Readonly<v.InferOutput<typeof address>>;
