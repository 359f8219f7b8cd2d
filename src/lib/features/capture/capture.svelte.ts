// A note being written: its words, who it is about, what was noticed in it, and keeping and saving it.
// Over 300 lines, because the words, their draft and their saving share one state.
import type { Day } from '$lib/domain/day';
import type { Id } from '$lib/domain/id';
import { readNote, sentenceAt, type DayFinder, type ReadTouch } from '$lib/domain/note-reading';
import type { Person } from '$lib/domain/records/person';
import { fold } from '$lib/domain/fold';
import { purposes, type Purpose } from '$lib/domain/records/touch';
import type { SeenKind } from '$lib/domain/thanks';
import type { DraftContent, DraftStores } from '$lib/state/drafts';
import type { Kith } from '$lib/state/kith.svelte';
import { noteLanguage, type NoteLanguage } from '$lib/state/note-language';
import { saveNote, type SavedNote } from '$lib/state/notes';
import { PeopleIndex, prepareIndex } from '$lib/state/people-index.svelte';
import { bookedAndDone } from '$lib/state/plan-done';
import { undo, whenUndone, type Along } from '$lib/state/undoing';
import { isSeen } from '$lib/state/visits';
import { NOTHING, withBack, withoutBack } from './come-back';
import { JustSaved, type Handed } from './just-saved.svelte';
import { Keeping } from './keeping.svelte';

/** A promise that will be saved with the note, unless it is waved away. */
export interface NoticedPromise {
	/** Stays the same while the sentence grows at its end. */
	readonly key: string;
	readonly text: string;
	readonly due: Day;
}

/** What one starts a note with. */
export interface Beginning {
	readonly person?: string | undefined;
	readonly text?: string | undefined;
	/** The rep comes from seeing the person: such a touch is logged with the note. */
	readonly met?: SeenKind | undefined;
	/** The part of the address that says so; '' when nothing does. */
	readonly from: string;
}

const KEY_LENGTH = 12;

/** The note that is being written in this tab, by book. */
const boxes = new WeakMap<Kith, Capture>();

/** The state of New note. */
export class Capture {
	readonly #kith: Kith;
	readonly #keeping: Keeping;
	readonly #language: NoteLanguage;
	/** Whether names and days may be looked for yet: the box comes first. */
	#isReading = $state(false);
	#findDays = $state.raw<DayFinder>();
	#purpose = $state<Purpose>();
	#met = $state<SeenKind>();
	#declined = $state.raw<ReadonlySet<string>>(new Set());
	#ownPromises = $state.raw<DraftContent['promises']>([]);
	#picked = $state.raw<readonly Id<'person'>[]>([]);
	#text = $state('');

	readonly index: PeopleIndex;
	/** What has been saved from here. */
	readonly just: JustSaved;
	#named = $state.raw<readonly string[]>([]);
	/** Names of people to add with the note: picked as new, and still standing in the text. */
	readonly newPeople: readonly string[] = $derived.by(() => {
		const text = fold(this.#text);
		return this.#named.filter((name) => text.includes(fold(name)));
	});

	readonly #reading = $derived.by(() =>
		readNote(this.#text, this.#kith.clock.today, this.#language.words, this.#findDays)
	);
	/** The people the note is about: picked ones, then those whose full names stand in it. */
	readonly people: readonly Person[] = $derived.by(() => {
		const people = new Map<string, Person>();
		for (const id of this.#picked) {
			const person = this.#kith.live.get('person', id);
			if (person && person.trashedAt === undefined) people.set(id, person);
		}
		for (const person of this.#isReading ? this.index.named(this.#text) : []) {
			if (!this.#declined.has(`person:${person.id}`)) people.set(person.id, person);
		}
		return [...people.values()];
	});
	/** What happened, once there is somebody it happened with. */
	readonly touch = $derived.by(() => {
		const { touch } = this.#reading;
		const purpose = this.#purpose ?? touch?.purpose ?? 'just-talked';
		if (this.#met) {
			const day = isSeen(touch?.kind) ? touch.day : this.#kith.clock.today;
			return { kind: this.#met, outcome: 'reached', purpose, day } satisfies ReadTouch;
		}
		if (!touch || this.#declined.has(`touch:${touch.kind}`)) return undefined;
		if (this.people.length + this.newPeople.length === 0) return undefined;
		return { ...touch, purpose };
	});
	readonly promises: readonly NoticedPromise[] = $derived.by(() => {
		const own = this.#ownPromises.map(({ text, due }) => ({
			key: `own:${due}`,
			text: text || sentenceAt(this.#text, this.#text.length),
			due
		}));
		const read = this.#reading.promises
			.map(({ text, due }) => ({
				key: `promise:${due}:${text.slice(0, KEY_LENGTH).toLowerCase()}`,
				text,
				due
			}))
			.filter(
				({ key, text }) =>
					!this.#declined.has(key) &&
					!own.some((other) => text.startsWith(other.text) && other.text)
			);
		return [...new Map([...own, ...read].map((promise) => [promise.key, promise])).values()];
	});

	constructor(
		kith: Kith,
		{ person, text = '', met, from }: Beginning,
		language: NoteLanguage = noteLanguage
	) {
		this.#kith = kith;
		this.#language = language;
		this.index = new PeopleIndex(kith);
		this.just = new JustSaved(kith, () => this.#keep());
		this.#keeping = new Keeping(kith, from, this, this.just);
		this.#text = text;
		this.#met = met;
		const about = person === undefined ? undefined : kith.book.get('person', person);
		if (about) this.#picked = [about.id];
	}

	get text(): string {
		return this.#text;
	}

	set text(text: string) {
		if (text === this.#text) return;
		this.#text = text;
		this.#keep();
	}

	/** Whether what is written outlives this tab; undefined until it is known. */
	get isKept(): boolean | undefined {
		return this.#keeping.isKept;
	}

	/** Looks for a draft left behind, and from now on keeps this one; gives what ends that. */
	open(stores: DraftStores): () => void {
		const close = this.#keeping.open(stores);
		boxes.set(this.#kith, this);
		return () => {
			if (boxes.get(this.#kith) === this) boxes.delete(this.#kith);
			close();
		};
	}

	/**
	 * Learns names and days once the box has the cursor; until then nothing is read about them.
	 * @param pause lets the browser do what it has to
	 * @param dayFirst whether 3/4 is the third of April
	 */
	async learn(pause: () => Promise<void>, dayFirst: boolean): Promise<void> {
		await pause();
		await prepareIndex(this.#kith, pause);
		this.#isReading = true;
		await pause();
		const { words, dayFinder } = this.#language;
		const findDays = await dayFinder(dayFirst);
		// The first reading prepares its patterns, which would be felt while typing.
		findDays(words.aDay, this.#kith.clock.today);
		this.#findDays = findDays;
	}

	/** Links a person. */
	link(person: Person): void {
		this.#declined = without(this.#declined, `person:${person.id}`);
		if (!this.#picked.includes(person.id)) this.#picked = [...this.#picked, person.id];
		this.#keep();
	}

	/** The note is not about this person after all, even if the name stands in it. */
	unlink(person: Person): void {
		this.#picked = this.#picked.filter((id) => id !== person.id);
		this.#decline(`person:${person.id}`);
	}

	/** Links somebody who is not in the book yet. */
	linkNew(name: string): void {
		const isNamed = this.#named.some((other) => fold(other) === fold(name));
		if (!isNamed) this.#named = [...this.#named, name];
		this.#keep();
	}

	unlinkNew(name: string): void {
		this.#named = this.#named.filter((other) => other !== name);
		this.#keep();
	}

	/** How the rep saw the person he comes from; undefined for any other note. */
	get met(): SeenKind | undefined {
		return this.#met;
	}

	/** He saw the person in this way. */
	meet(kind: SeenKind): void {
		this.#met = kind;
		this.#keep();
	}

	/** What it was for. */
	choosePurpose(purpose: Purpose): void {
		this.#purpose = purpose;
		this.#keep();
	}

	/** Nothing of the kind happened. */
	declineTouch(): void {
		if (this.#met) {
			this.#met = undefined;
			this.#keep();
		} else if (this.touch) this.#decline(`touch:${this.touch.kind}`);
	}

	/** The next purpose in turn. */
	turnPurpose(): void {
		if (!this.touch) return;
		const at = purposes.indexOf(this.touch.purpose);
		this.#purpose = purposes[(at + 1) % purposes.length];
		this.#keep();
	}

	/** Makes the sentence at the caret a promise for a day. */
	promiseBy(due: Day, caret: number): void {
		const text = sentenceAt(this.#text, caret);
		const others = this.#ownPromises.filter((own) => own.due !== due && own.text !== text);
		this.#ownPromises = [...others, { text, due }];
		this.#keep();
	}

	declinePromise({ key, due }: NoticedPromise): void {
		this.#ownPromises = this.#ownPromises.filter(
			(own) => `own:${own.due}` !== key || own.due !== due
		);
		this.#decline(key);
	}

	/** Saves the note as it stands; false when there are no words, or the book is read-only. */
	save(): boolean {
		const body = this.#text.trim();
		if (body === '') return false;
		const content = this.content;
		const touch = this.touch;
		const [first] = this.people;
		const plan = touch && first && bookedAndDone(this.#kith, first.id, touch);
		const saved = saveNote(this.#kith, {
			body,
			people: this.people.map(({ id }) => id),
			newPeople: this.newPeople,
			...(touch ? { touch } : {}),
			...(plan ? { plan } : {}),
			promises: this.promises.map(({ text, due }) => ({ text: text || body, due }))
		});
		if (!saved) return false;
		const step = this.#kith.steps.latest;
		if (step) whenUndone(step, this.#along(saved, content));
		this.fill(NOTHING);
		this.just.add(saved, content);
		this.#keep();
		return true;
	}

	/** Takes a saved note back: it leaves the book, and its words return to the box. */
	undo(handed: Handed): void {
		handed.undo();
	}

	/* However it is taken back and saved again, and though the box may be closed by now. */
	#along(saved: SavedNote, content: DraftContent): Along {
		let before = NOTHING;
		const back = (): void => {
			this.just.forget(saved.id);
			const box = this.#keeping.isClosed ? boxes.get(this.#kith) : this;
			before = box?.content ?? NOTHING;
			box?.merge(content);
			if (box) box.#keep();
			else this.#keeping.leave(content);
		};
		const again = (): void => {
			const { latest } = this.#kith.steps;
			if (latest && !this.#keeping.isClosed) {
				this.just.add({ ...saved, undo: () => void undo(this.#kith, latest) }, content);
			}
			// The words may stand in another box by now, taken up from where they were left.
			const box = boxes.get(this.#kith);
			const rest = box && withoutBack(content, before, box.content);
			if (rest) box.fill(rest);
			else this.#keeping.takeAway(content, before);
			if (box) box.#keep();
		};
		return { back, again };
	}

	/** The note as a draft. */
	get content(): DraftContent {
		return {
			text: this.#text,
			people: [...this.#picked],
			newPeople: [...this.newPeople],
			declined: [...this.#declined],
			promises: [...this.#ownPromises],
			...(this.#purpose ? { purpose: this.#purpose } : {}),
			...(this.#met ? { met: this.#met } : {})
		};
	}

	#decline(key: string): void {
		this.#declined = new Set([...this.#declined, key]);
		this.#keep();
	}

	#keep(): void {
		this.#keeping.keep();
	}

	/** Becomes another note. */
	fill({ text, people, newPeople, declined, promises, purpose, met }: DraftContent): void {
		this.#text = text;
		this.#picked = people;
		this.#named = newPeople;
		this.#declined = new Set(declined);
		this.#ownPromises = promises;
		this.#purpose = purpose;
		this.#met = isSeen(met) ? met : undefined;
	}

	/** Puts words that come back before those written since. */
	merge(back: DraftContent): void {
		this.fill(withBack(back, this.content));
	}
}

function without(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
	return new Set([...set].filter((other) => other !== key));
}
