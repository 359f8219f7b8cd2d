// What the plots show, added up in one pass over touches and gestures that may stop and go on.
import { balanceOf, type Balance } from './ledger';
import type { Day } from './day';
import { finder, type Period } from './insights-period';
import type { Gesture } from './records/gesture';
import type { Purpose, Touch } from './records/touch';
import type { Slot } from './records/slot';

/** A number for each piece of the period. */
export type Row = readonly number[];

/** The sums so far. A touch with several people is one; it is with the ten when one of them sat there that day. */
export class Tally {
	readonly #find: (day: Day) => number | undefined;
	readonly #seats = new Map<string, Slot[]>();
	readonly #gestures: Gesture[] = [];
	readonly #days = new Map<Day, number>();
	/** Touches by purpose, with everybody. */
	readonly byPurpose: Readonly<Record<Purpose, number[]>>;
	/** Touches with whoever sat in the ten. */
	readonly withTen: { readonly talked: number[]; readonly selling: number[] };
	readonly given: number[];
	readonly received: number[];

	/** @param slots memberships in the ten, ended ones too */
	constructor(pieces: readonly Period[], slots: Iterable<Slot>) {
		const none = (): number[] => pieces.map(() => 0);
		this.#find = finder(pieces);
		this.byPurpose = { 'just-talked': none(), business: none(), asked: none() };
		this.withTen = { talked: none(), selling: none() };
		this.given = none();
		this.received = none();
		for (const slot of slots) {
			const seats = this.#seats.get(slot.person);
			if (seats) seats.push(slot);
			else this.#seats.set(slot.person, [slot]);
		}
	}

	/** Adds touches. */
	addTouches(touches: Iterable<Touch>): void {
		for (const { day, purpose, people } of touches) {
			const at = this.#find(day);
			if (at === undefined) continue;
			add(this.byPurpose[purpose], at);
			this.#days.set(day, (this.#days.get(day) ?? 0) + 1);
			if (!people.some((person) => this.#satThere(person, day))) continue;
			add(purpose === 'just-talked' ? this.withTen.talked : this.withTen.selling, at);
		}
	}

	/** Adds lines of give and take. */
	addGestures(gestures: Iterable<Gesture>): void {
		for (const gesture of gestures) {
			const at = this.#find(gesture.day);
			if (at === undefined) continue;
			this.#gestures.push(gesture);
			add(gesture.direction === 'given' ? this.given : this.received, at);
		}
	}

	/** How many touches each day had; days without any are not in it. */
	get days(): ReadonlyMap<Day, number> {
		return this.#days;
	}

	/** Which way give and take lean; undefined while there is too little to say. */
	get balance(): Balance | undefined {
		return balanceOf(this.#gestures);
	}

	#satThere(person: string, day: Day): boolean {
		const seats = this.#seats.get(person);
		// The last day counts for whoever left and for whoever came.
		return seats?.some(({ from, to }) => from <= day && (to === undefined || day <= to)) ?? false;
	}
}

/** The sum of a row. */
export function sum(row: Row): number {
	return row.reduce((total, one) => total + one, 0);
}

/** The first of some days and one more; undefined when there are none. */
export function firstDay(days: Iterable<Day>, known?: Day): Day | undefined {
	let first = known;
	for (const day of days) if (first === undefined || day < first) first = day;
	return first;
}

function add(row: number[], at: number): void {
	row[at] = (row[at] ?? 0) + 1;
}
