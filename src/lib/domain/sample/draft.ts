// The sample book while it is written: records by table, ids, and how many entries may still come.
import { newId, type Id } from '$lib/domain/id';
import type { Random } from '$lib/domain/random';
import type { Article } from '$lib/domain/records/article';
import type { Circle } from '$lib/domain/records/circle';
import type { Closeness } from '$lib/domain/records/closeness';
import type { Employment } from '$lib/domain/records/employment';
import type { Fact } from '$lib/domain/records/fact';
import type { Gesture } from '$lib/domain/records/gesture';
import type { Moment } from '$lib/domain/records/moment';
import type { Note } from '$lib/domain/records/note';
import type { Person } from '$lib/domain/records/person';
import type { Plan } from '$lib/domain/records/plan';
import type { RepPromise } from '$lib/domain/records/promise';
import type { Slot } from '$lib/domain/records/slot';
import type { ThankYou } from '$lib/domain/records/thank-you';
import type { Touch } from '$lib/domain/records/touch';
import type { Calendar } from './calendar';
import type { SampleWords } from './sample-words';

type Entries = Pick<Draft, 'touch' | 'note' | 'gesture' | 'thankYou'>;

/** The batch every record of the sample book carries, so that it can be taken out again. */
export const SAMPLE_BATCH = 'sample';

/** Records that only grow in number; plain lists, so that pushing is checked by the compiler. */
export class Draft {
	readonly person: Person[] = [];
	readonly circle: Circle[] = [];
	readonly fact: Fact[] = [];
	readonly moment: Moment[] = [];
	readonly promise: RepPromise[] = [];
	readonly plan: Plan[] = [];
	readonly slot: Slot[] = [];
	readonly article: Article[] = [];
	readonly employment: Employment[] = [];
	readonly closeness: Closeness[] = [];
	readonly touch: Touch[] = [];
	readonly note: Note[] = [];
	readonly gesture: Gesture[] = [];
	readonly thankYou: ThankYou[] = [];

	readonly calendar: Calendar;
	readonly random: Random;
	readonly words: SampleWords;
	/** Touches, notes, gestures and thank-yous that may still be added. */
	room: number;

	constructor(calendar: Calendar, random: Random, words: SampleWords, entries: number) {
		this.calendar = calendar;
		this.random = random;
		this.words = words;
		this.room = entries;
	}

	/** Id and batch of a record made on the day so many days ago, in the rep's waking hours. */
	mark<Table extends string>(
		ago: number,
		minutes = this.minutes()
	): { readonly id: Id<Table>; readonly batch: string } {
		const year = Number(this.calendar.ago(ago).slice(0, 4));
		const id = newId<Table>(year, this.calendar.instant(ago, minutes), this.random);
		return { id, batch: SAMPLE_BATCH };
	}

	/** Some minute of a working day, with a fraction. */
	minutes(): number {
		return 480 + this.random() * 600;
	}

	/** Adds an entry if one may still come; its id, or undefined when the book is full. */
	enter<Table extends keyof Entries>(
		table: Table,
		record: Draft[Table][number]
	): Id<Table> | undefined {
		if (this.room <= 0) return undefined;
		this.room -= 1;
		const list: Draft[Table][number][] = this[table];
		list.push(record);
		return record.id as Id<Table>;
	}
}
