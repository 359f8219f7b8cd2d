// A fact: one thing known about a person. A changed answer is a new fact that revises the old one.
import * as v from 'valibot';
import { day, everyRecord, idOf, owner, whole, words } from './field';

export const factSources = ['told-me', 'observed', 'heard', 'public'] as const;

/** What a free fact tells about somebody, where it is one of these. */
export const aspects = ['interest', 'preference', 'aspiration', 'goal', 'challenge'] as const;

export const fact = v.object({
	...everyRecord,
	id: idOf<'fact'>(),
	person: idOf<'person'>(),
	/** The number of the Mackay topic, or absent for a free fact. */
	topic: v.exactOptional(whole(1, 66)),
	label: v.exactOptional(v.string()),
	aspect: v.exactOptional(v.picklist(aspects)),
	text: words,
	source: v.exactOptional(v.picklist(factSources)),
	/** The day it was learned. */
	day,
	sensitive: v.exactOptional(v.boolean()),
	owner: v.exactOptional(owner),
	/** The note it was taken from. */
	note: v.exactOptional(idOf<'note'>()),
	/** The older answer this one replaces; that one stays readable. */
	revises: v.exactOptional(idOf<'fact'>())
});

export type Aspect = (typeof aspects)[number];
export type Fact = Readonly<v.InferOutput<typeof fact>>;
