// All tables of the book: which document keeps them, how a record is checked, whom it is about.
import type * as v from 'valibot';
import type { Id } from '$lib/domain/id';
import { article, type Article } from './article';
import { circle, type Circle } from './circle';
import { closeness, type Closeness } from './closeness';
import { device, type Device } from './device';
import { employment, type Employment } from './employment';
import { fact, type Fact } from './fact';
import { friendsAnswer, type FriendsAnswer } from './friends-answer';
import { gesture, type Gesture } from './gesture';
import { contactImport, type ContactImport } from './import';
import { moment, type Moment } from './moment';
import { note, type Note } from './note';
import { notSame, type NotSame } from './not-same';
import { person, type Person } from './person';
import { plan, type Plan } from './plan';
import { promise, type RepPromise } from './promise';
import { settings, type Settings } from './settings';
import { slot, type Slot } from './slot';
import { thankYou, type ThankYou } from './thank-you';
import { touch, type Touch } from './touch';
import { walk, type Walk } from './walk';

/** The record type of each table. */
export interface Records {
	person: Person;
	circle: Circle;
	fact: Fact;
	moment: Moment;
	promise: RepPromise;
	plan: Plan;
	slot: Slot;
	article: Article;
	settings: Settings;
	device: Device;
	touch: Touch;
	note: Note;
	gesture: Gesture;
	thankYou: ThankYou;
	import: ContactImport;
	walk: Walk;
	friendsAnswer: FriendsAnswer;
	employment: Employment;
	closeness: Closeness;
	notSame: NotSame;
}

export type Table = keyof Records;
export type AnyRecord = Records[Table];

/** Records of any tables: what an import, a sample book or a backup brings. */
export type Content = { readonly [T in Table]?: readonly Records[T][] };

/** How one table is kept. */
export interface TableSpec {
	/** The one core document, or the journal of the year the record's id carries. */
	readonly home: 'core' | 'journal';
	readonly schema: v.GenericSchema;
	/** Fields that are sets: every member merges on its own, so two added apart both stay. */
	readonly sets: readonly string[];
	/** Whether the record has a body of mergeable text beside its fields. */
	readonly body: boolean;
}

function table(
	home: TableSpec['home'],
	schema: v.GenericSchema,
	more: Partial<TableSpec> = {}
): TableSpec {
	return { home, schema, sets: [], body: false, ...more };
}

/** Every table by name. New tables are added at the end; none is ever renamed. */
export const tables: Readonly<Record<Table, TableSpec>> = {
	person: table('core', person, { sets: ['tags'] }),
	circle: table('core', circle),
	fact: table('core', fact),
	moment: table('core', moment),
	promise: table('core', promise),
	plan: table('core', plan),
	slot: table('core', slot),
	article: table('core', article, { sets: ['tags'] }),
	settings: table('core', settings),
	device: table('core', device),
	touch: table('journal', touch),
	note: table('journal', note, { body: true }),
	gesture: table('journal', gesture),
	thankYou: table('journal', thankYou),
	import: table('core', contactImport),
	walk: table('core', walk, { sets: ['passed'] }),
	friendsAnswer: table('core', friendsAnswer),
	employment: table('core', employment),
	closeness: table('core', closeness),
	notSame: table('core', notSame)
};

export const tableNames = Object.keys(tables) as Table[];

/** The persons a record is about: none for a person's own record and what concerns no person. */
export function peopleOf(record: AnyRecord): readonly Id<'person'>[] {
	if ('people' in record) return record.people;
	if ('person' in record) return [record.person];
	return [];
}
