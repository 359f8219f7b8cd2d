// Names on the page become initials, on every screen and in every sentence, before anything is painted;
// lifted, each text is as Kith wrote it. It works on what is shown, so that no screen has to know of it.
// Fields and words of the rep's are never changed, unless a name is all they are. What a button is called
// is: who reads that back from the page, as a swipe does, shows initials as well.
import type { HiddenNames } from '$lib/domain/hidden-names';
import { initialsOf } from '$lib/domain/initials';

/** Words of the rep's, which Veil.svelte covers. Where one is a name and nothing else, it is initials. */
export const WORDS = [
	'[dir="auto"]',
	'bdi',
	'.said',
	'.words',
	'.who > .why',
	'.sheet .title > .why',
	'.p > :is(.co, .tg, .line)',
	'q'
].join(', ');

const ONE_NAME = [WORDS, '.name', 'h1', 'h2'].join();
/** Where Kith quotes words of the rep's amid its own. */
const QUOTING = '.toast, .sheet .title, [role="option"]';
/** From the first mark to the last: what is quoted may quote in turn, or be cut short. */
const QUOTED = /(“)(.+)(”)|(„)(.+)([“”])/su;
/** What is never read on the page, or is the rep's to type in. */
const LEFT_ALONE = ['textarea', 'script', 'style', '[data-unseen]'].join();
/** The last is heard, and printed on the screen by who steers it by voice. */
const HINTS = ['placeholder', 'title', 'aria-label'] as const;
const HINTING = HINTS.map((hint) => `[${hint}]`).join();

/** What Kith wrote, and what stands there instead. */
interface Instead {
	readonly was: string;
	readonly is: string;
}

/** Hides the names below an element until it is lifted. */
export class Veil {
	readonly #root: HTMLElement;
	readonly #texts = new WeakMap<Text, Instead>();
	readonly #hints = new WeakMap<Element, Map<string, Instead>>();
	readonly #observer: MutationObserver;
	#names: HiddenNames;

	constructor(root: HTMLElement, names: HiddenNames) {
		this.#root = root;
		this.#names = names;
		this.#observer = new MutationObserver((records) => this.#follow(records));
		this.#cover(root);
		this.#observer.observe(root, {
			...{ subtree: true, childList: true, characterData: true },
			attributeFilter: [...HINTS]
		});
	}

	/** Somebody has come, gone, or is called something else. */
	rename(names: HiddenNames): void {
		if (names === this.#names) return;
		this.#names = names;
		this.#cover(this.#root);
		this.#observer.takeRecords();
	}

	/** Everything as it was. */
	lift(): void {
		this.#observer.disconnect();
		for (const text of textsIn(this.#root)) {
			const instead = this.#texts.get(text);
			if (instead?.is === text.data) text.data = instead.was;
		}
		for (const element of this.#root.querySelectorAll(`[data-initials], ${HINTING}`)) {
			element.removeAttribute('data-initials');
			for (const [hint, { was, is }] of this.#hints.get(element) ?? []) {
				if (element.getAttribute(hint) === is) element.setAttribute(hint, was);
			}
		}
	}

	#follow(records: readonly MutationRecord[]): void {
		for (const { type, target, addedNodes, removedNodes } of records) {
			if (type === 'attributes') this.#hint(target as Element);
			else if (type === 'characterData') this.#cover(target);
			else for (const node of addedNodes) this.#cover(node);
			// What is left may be a name by itself now, or none any more.
			const one = removedNodes.length > 0 && (target as Element).closest<HTMLElement>(ONE_NAME);
			if (one && !one.closest(LEFT_ALONE)) this.#oneName(one);
		}
		// What was changed here is known here.
		this.#observer.takeRecords();
	}

	#cover(node: Node): void {
		if (!node.isConnected) return;
		const done = new Set<Element>();
		for (const text of node instanceof Text ? [node] : textsIn(node)) this.#text(text, done);
		if (!(node instanceof Element)) return;
		this.#hint(node);
		for (const element of node.querySelectorAll(HINTING)) this.#hint(element);
	}

	#text(text: Text, done: Set<Element>): void {
		const parent = text.parentElement;
		if (!parent || parent.closest(LEFT_ALONE)) return;
		const one = parent.closest<HTMLElement>(ONE_NAME);
		if (!one) {
			this.#write(text, this.#hide(text, this.#written(text)));
		} else if (!done.has(one)) {
			done.add(one);
			this.#oneName(one);
		}
	}

	/** An element that may be a name and nothing else, also where a search has marked a part of it. */
	#oneName(element: HTMLElement): void {
		const texts = [...textsIn(element)];
		const written = texts.map((text) => this.#written(text));
		const whole = written.join('');
		const isName = this.#names.isName(whole);
		if (isName) element.dataset['initials'] = '';
		else delete element.dataset['initials'];
		const isCovered = element.matches(WORDS) || element.parentElement?.closest(WORDS);
		let first = true;
		for (const [at, text] of texts.entries()) {
			const was = written[at] ?? '';
			if (!isName) {
				this.#write(text, isCovered ? was : this.#hide(text, was));
			} else if (was !== '') {
				this.#write(text, first ? initialsOf(whole.trim()) : '');
				first = false;
			}
		}
	}

	/** The names in it as initials, and nothing of what is quoted. */
	#hide(text: Text, was: string): string {
		const isQuoting = text.parentElement?.closest(QUOTING);
		const own = isQuoting ? was.replace(QUOTED, '$1$4…$3$6') : was;
		return this.#names.hide(own);
	}

	#written(text: Text): string {
		const instead = this.#texts.get(text);
		return instead?.is === text.data ? instead.was : text.data;
	}

	#write(text: Text, is: string): void {
		const was = this.#written(text);
		this.#texts.set(text, { was, is });
		if (text.data !== is) text.data = is;
	}

	#hint(element: Element): void {
		for (const hint of HINTS) {
			const now = element.getAttribute(hint);
			if (now === null) continue;
			const kept = this.#hints.get(element) ?? new Map<string, Instead>();
			const instead = kept.get(hint);
			const was = instead?.is === now ? instead.was : now;
			const is = this.#names.hide(was);
			this.#hints.set(element, kept.set(hint, { was, is }));
			if (is !== now) element.setAttribute(hint, is);
		}
	}
}

function* textsIn(node: Node): Generator<Text> {
	const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) yield walker.currentNode as Text;
}
