// Naming a person with @ in a text box: when the list is open, what is in it, and what picking does.
import { tick } from 'svelte';
import { fold } from '$lib/domain/fold';
import { mentionAt } from '$lib/domain/mention';
import type { Person } from '$lib/domain/records/person';
import type { Capture } from './capture.svelte';

/** One line of the list. */
export type PersonOption =
	| { readonly person: Person; readonly query: string }
	| { readonly person?: undefined; readonly query: string };

const LINES = 5;
/** More words than this after the @ are no name. */
const LONGEST_NAME = 3;

/** The lines for what follows an @: the best matches, and last the name as a new person. */
export function optionsFor(
	query: string,
	find: (query: string, limit: number) => readonly Person[]
): PersonOption[] {
	const name = query.trim();
	const isName = /\p{L}/u.test(name) && name.split(/\s+/).length <= LONGEST_NAME;
	const people = find(query, isName ? LINES - 1 : LINES);
	const isKnown = people.some((person) => fold(person.name) === fold(name));
	return [
		...people.map((person) => ({ person, query: name })),
		...(isName && !isKnown ? [{ query: name }] : [])
	];
}

/** The list that opens under an @. */
export class Mentioning {
	readonly #capture: Capture;
	#box: HTMLTextAreaElement | undefined;
	#caret = $state(0);
	/** Where the mention begins whose list was closed with Escape. */
	#closedAt = $state<number>();
	/** The line chosen by the arrow keys, and for which query. */
	#chosen = $state.raw({ query: '', line: 0 });

	/** What is being named at the caret, if the list is open. */
	readonly mention = $derived.by(() => {
		const mention = mentionAt(this.#capture.text, this.#caret);
		return mention && mention.start !== this.#closedAt ? mention : undefined;
	});
	readonly options: readonly PersonOption[] = $derived.by(() =>
		this.mention
			? optionsFor(this.mention.query, (query, limit) => this.#capture.index.find(query, limit))
			: []
	);
	readonly isOpen = $derived(this.options.length > 0);
	readonly selected = $derived(
		this.#chosen.query === this.mention?.query
			? Math.min(this.#chosen.line, this.options.length - 1)
			: 0
	);

	constructor(capture: Capture) {
		this.#capture = capture;
	}

	/** Takes a text box in hand; gives what lets go of it. */
	take(box: HTMLTextAreaElement): () => void {
		this.#box = box;
		return () => (this.#box = undefined);
	}

	get caret(): number {
		return this.#caret;
	}

	/** Puts the cursor into the box. */
	focus(): void {
		this.#box?.focus();
	}

	/** Takes note of where the caret stands. */
	look(): void {
		const box = this.#box;
		if (!box) return;
		this.#caret = box.selectionStart === box.selectionEnd ? box.selectionStart : 0;
		if (mentionAt(box.value, this.#caret)?.start !== this.#closedAt) this.#closedAt = undefined;
	}

	/** Writes an @ at the caret, so that the list opens. */
	begin(): void {
		const box = this.#box;
		if (!box) return;
		box.focus();
		const before = box.value.slice(0, box.selectionStart);
		this.#closedAt = undefined;
		this.#type(before === '' || /[\s(]$/.test(before) ? '@' : ' @');
	}

	/** The keys of the list; true when one was used. */
	key(event: KeyboardEvent): boolean {
		if (!this.isOpen || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
			return false;
		}
		const last = this.options.length - 1;
		if (event.key === 'ArrowDown') this.#choose(this.selected < last ? this.selected + 1 : 0);
		else if (event.key === 'ArrowUp') this.#choose(this.selected > 0 ? this.selected - 1 : last);
		else if (event.key === 'Escape') this.#closedAt = this.mention?.start;
		else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey)
			this.#pickSelected();
		else return false;
		event.preventDefault();
		return true;
	}

	/** Puts the name in place of the @… and links the person; the caret stands right after it. */
	pick({ person, query }: PersonOption): void {
		const { mention } = this;
		const box = this.#box;
		if (!mention || !box) return;
		const name = person?.name ?? query;
		box.focus();
		box.setSelectionRange(mention.start, mention.start + 1 + mention.query.length);
		this.#type(name);
		if (person) this.#capture.link(person);
		else this.#capture.linkNew(name);
	}

	/** The words of a note taken back: the caret goes to their end. */
	async toEnd(): Promise<void> {
		await tick();
		this.#box?.setSelectionRange(this.#box.value.length, this.#box.value.length);
		this.#box?.focus();
		this.look();
	}

	#choose(line: number): void {
		this.#chosen = { query: this.mention?.query ?? '', line };
	}

	#pickSelected(): void {
		const option = this.options[this.selected];
		if (option) this.pick(option);
	}

	/** Types at the selection as the keyboard would, so that the browser's own undo knows of it. */
	#type(words: string): void {
		const box = this.#box;
		if (!box) return;
		const at = box.selectionStart;
		const wanted = box.value.slice(0, at) + words + box.value.slice(box.selectionEnd);
		/* eslint-disable @typescript-eslint/no-deprecated -- the only way into a text box's undo history */
		const done =
			typeof document.execCommand === 'function' &&
			document.execCommand('insertText', false, words);
		/* eslint-enable @typescript-eslint/no-deprecated */
		if (!done || box.value !== wanted) {
			box.value = wanted;
			box.setSelectionRange(at + words.length, at + words.length);
		}
		this.#capture.text = box.value;
		this.look();
	}
}
