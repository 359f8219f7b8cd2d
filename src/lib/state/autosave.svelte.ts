// Fields that save as the rep writes: a short pause after the last keystroke, and at once when the
// field, the screen or the page is left. What another tab or device writes meanwhile is kept too.
import type { Draft } from '$lib/store/change';
import type { Step } from '$lib/store/change';
import type { Kith } from './kith.svelte';
import { undo, whenUndone } from './undoing';
import { write as writeStep } from './writing';

/** The pause after a keystroke before the words go into the book. */
export const PAUSE_MS = 400;
/** Words wait no longer than this, however fast the rep writes on. */
export const LONGEST_WAIT_MS = 2_000;
/** After a rest this long, going on is a new step for undo. */
export const NEW_STEP_MS = 10_000;

/** What a field stands for in the book. */
export interface FieldSource<Value> {
	/** The value as the book has it now. */
	readonly stored: () => Value;
	/** Puts a value into a draft. */
	readonly write: (draft: Draft, value: Value) => void;
	/** Joins what the rep wrote with what came from elsewhere; else what he wrote stands. */
	readonly merge?: (base: Value, mine: Value, theirs: Value) => Value;
	/** Why a value cannot be kept; the book then keeps the one before. */
	readonly refuse?: (value: Value) => string | undefined;
}

/** One field: the rep's own words while he writes, the book's otherwise. */
export class AutosaveField<Value> {
	readonly #autosave: Autosave;
	readonly #source: FieldSource<Value>;
	#isMine = $state(false);
	#mine = $state.raw() as Value;
	#problem = $state<string>();
	/** What the rep's words began from, as he saw it. */
	#base: Value | undefined;
	#written = '';
	#step = {};
	#steppedAt = 0;

	/** Made by `Autosave.field`. */
	constructor(autosave: Autosave, source: FieldSource<Value>) {
		this.#autosave = autosave;
		this.#source = source;
	}

	get value(): Value {
		return this.#isMine ? this.#mine : this.#source.stored();
	}

	set value(value: Value) {
		if (!this.#isMine) {
			this.#base = this.#source.stored();
			this.#written = JSON.stringify(this.#base);
			this.#isMine = true;
		}
		this.#mine = value;
		this.#problem = undefined;
		this.#autosave.wait();
	}

	/** Why the latest words were not taken over. */
	get problem(): string | undefined {
		return this.#problem;
	}

	/** Hands over what is new; false when it could not be taken. */
	flush(): boolean {
		const mine = this.#mine;
		const text = JSON.stringify(mine);
		if (!this.#isMine || text === this.#written) return true;
		this.#problem = this.#source.refuse?.(mine);
		if (this.#problem !== undefined) return true;
		const base = this.#base as Value;
		const merged = this.#source.merge?.(base, mine, this.#source.stored()) ?? mine;
		const done = this.#autosave.write((draft) => this.#source.write(draft, merged), this.#join());
		if (!done) return false;
		this.#base = mine;
		this.#written = text;
		return true;
	}

	/** The rep leaves the field: it follows the book again, once his words are in it. */
	leave(): void {
		if (this.flush()) this.forget();
	}

	/** Shows what the book has; words not handed over are gone. */
	forget(): void {
		this.#isMine = false;
		this.#step = {};
	}

	#join(): object {
		const now = this.#autosave.now();
		if (now - this.#steppedAt > NEW_STEP_MS) this.#step = {};
		this.#steppedAt = now;
		return this.#step;
	}
}

/** The fields of one form, saved together and taken back one step at a time. */
export class Autosave {
	readonly #kith: Kith;
	readonly #fields: { flush(): boolean; forget(): void }[] = [];
	#steps = $state.raw<readonly Step[]>([]);
	#savedAt = $state<number>();
	#writes = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#waitingSince: number | undefined;

	constructor(kith: Kith) {
		this.#kith = kith;
	}

	/** Adds a field to the form. */
	field<Value>(source: FieldSource<Value>): AutosaveField<Value> {
		const field = new AutosaveField(this, source);
		this.#fields.push(field);
		return field;
	}

	/** When the latest words reached the disk; undefined while some have not, or none were written. */
	get savedAt(): number | undefined {
		return this.#savedAt;
	}

	/** Whether there is a step of this form to take back. */
	get canUndo(): boolean {
		return this.#steps.length > 0;
	}

	/** Takes back the latest step of this form. */
	undo(): void {
		this.flush();
		const step = this.#steps.at(-1);
		this.#steps = this.#steps.slice(0, -1);
		this.#forgetAll();
		if (step) undo(this.#kith, step);
	}

	/** Hands over everything at once. */
	flush(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#waitingSince = undefined;
		for (const field of this.#fields) field.flush();
	}

	/**
	 * Hands over everything whenever the page is hidden or left, until the function given back is
	 * called; that one hands over the rest.
	 */
	run(): () => void {
		const onhide = (): void => {
			if (document.visibilityState === 'hidden') this.flush();
		};
		const onleave = (): void => this.flush();
		document.addEventListener('visibilitychange', onhide);
		window.addEventListener('pagehide', onleave);
		return () => {
			document.removeEventListener('visibilitychange', onhide);
			window.removeEventListener('pagehide', onleave);
			this.flush();
		};
	}

	/** Milliseconds since 1970. */
	now(): number {
		return this.#kith.clock.exactly();
	}

	/** Something is new: it goes into the book after the pause. */
	wait(): void {
		this.#savedAt = undefined;
		this.#waitingSince ??= this.now();
		const left = this.#waitingSince + LONGEST_WAIT_MS - this.now();
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.flush(), Math.max(0, Math.min(PAUSE_MS, left)));
	}

	/** Writes one step of a field; false when the book cannot be written. */
	write(fill: (draft: Draft) => void, join: object): boolean {
		const { steps } = this.#kith;
		const before = steps.latest;
		if (!writeStep(this.#kith, fill, undefined, join)) return false;
		const after = steps.latest;
		const isJoined = after !== undefined && before !== undefined && goesOn(after, before);
		const held = this.#steps.at(-1) === before && isJoined ? -1 : undefined;
		if (after) {
			this.#steps = [...this.#steps.slice(0, held), after];
			whenUndone(after, {
				back: () => this.#dropped(after),
				again: () => this.#forgetAll()
			});
		}
		this.#tellWhenSaved();
		return true;
	}

	/* Taken back from here or from anywhere else: the form shows what the book has. */
	#dropped(step: Step): void {
		this.#steps = this.#steps.filter((other) => other !== step);
		this.#forgetAll();
		this.#tellWhenSaved();
	}

	#forgetAll(): void {
		for (const field of this.#fields) field.forget();
	}

	#tellWhenSaved(): void {
		const write = ++this.#writes;
		this.#savedAt = undefined;
		void this.#kith.book.saved().then(() => {
			const isLatest = write === this.#writes && this.#waitingSince === undefined;
			if (isLatest) this.#savedAt = this.now();
		});
	}
}

/* A joined step begins with the traces of the one it goes on from. */
function goesOn(step: Step, before: Step): boolean {
	return before.traces.length > 0 && step.traces[0] === before.traces[0];
}
