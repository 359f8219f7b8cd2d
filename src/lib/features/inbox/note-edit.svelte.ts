// A note being changed in place: saved as one types, a little behind the keys, and never emptied.
import type { Note } from '$lib/domain/records/note';
import type { Kith } from '$lib/state/kith.svelte';
import { editNote, trashNote } from '$lib/state/notes';

const PAUSE_MS = 400;

/** One note in the middle of being changed. */
export class NoteEdit {
	readonly #kith: Kith;
	readonly #note: Note;
	#written: string;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#body = $state('');
	/** Whether all words are on disk; undefined before anything was changed. */
	isSaved = $state<boolean>();

	constructor(kith: Kith, note: Note) {
		this.#kith = kith;
		this.#note = note;
		this.#body = this.#written = note.body;
	}

	get id(): Note['id'] {
		return this.#note.id;
	}

	get body(): string {
		return this.#body;
	}

	set body(body: string) {
		if (body === this.#body) return;
		this.#body = body;
		this.isSaved = false;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.write(), PAUSE_MS);
	}

	/** Puts into the book what is not there yet. A note without a word is left as it was. */
	write(): void {
		clearTimeout(this.#timer);
		const body = this.#body;
		if (body === this.#written || body.trim() === '') return;
		this.#written = body;
		editNote(this.#kith, this.#note.id, body);
		void this.#kith.book.saved().then(() => {
			if (this.#body === body) this.isSaved = true;
		});
	}

	/** Ends it. Who has taken out every word wants the note gone: it goes to the trash, words and all. */
	finish(): void {
		this.write();
		if (this.#body.trim() === '') trashNote(this.#kith, this.#note);
	}
}
