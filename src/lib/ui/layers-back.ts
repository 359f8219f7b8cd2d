// What lies over a page is a step of the browser's history of its own: Back closes it and leaves the page
// alone, and a layer closed in any other way leaves no step behind. The router is told of none of it.

import { beforeRouter } from './before-router';

const LAYER = 'kith:layer';
/** The router's number of an entry: a layer has that of the page under it. */
const INDEX = 'sveltekit:history';
/** A move the browser has not made by then, it will not make. */
const PATIENCE = 1000;

type Entry = Readonly<Record<string, unknown>> | null;

interface Layer {
	readonly close: () => void;
}

const open: Layer[] = [];
/** The entry under the lowest layer, as words: what the layers of one page have in common. */
let ground: string | undefined;
/** What the router wrote over a layer's entry; it belongs to the page under it. */
let rewritten:
	{ readonly state: Entry; readonly url?: string | URL | null | undefined } | undefined;
/** A move this made itself is under way; the browser makes it later. */
let moving: ReturnType<typeof setTimeout> | undefined;
/** By how many steps. */
let movingBy = 0;
/** A page has come meanwhile. */
let isOvertaken = false;

/** How many layers the entry has below it, itself among them. */
function layersOf(state: Entry): number {
	return Number(state?.[LAYER] ?? 0);
}

function without(state: Entry): Entry {
	if (state === null || !(LAYER in state)) return state;
	const { [LAYER]: _, ...own } = state;
	return own;
}

function isOnGround(state: Entry): boolean {
	const words = JSON.stringify(state);
	return words === ground || (rewritten !== undefined && words === JSON.stringify(rewritten.state));
}

function here(): Entry {
	return history.state as Entry;
}

function move(by: number): void {
	clearTimeout(moving);
	movingBy = by;
	moving = setTimeout(() => {
		moving = undefined;
		// The page that came kept the browser from it: no step is to be taken back.
		if (isOvertaken) forget();
		isOvertaken = false;
	}, PATIENCE);
	history.go(by);
}

/** The history has as many steps as there are layers. */
function stand(): void {
	if (moving !== undefined) return;
	const there = layersOf(here());
	if (there > open.length) {
		ground ??= JSON.stringify(without(here()));
		move(open.length - there);
	}
	if (there === 0 && open.length > 0) {
		ground = JSON.stringify(here());
		rewritten = undefined;
	}
	for (let next = there + 1; next <= open.length; next++) {
		History.prototype.pushState.call(history, { ...here(), [LAYER]: next }, '');
	}
	if (layersOf(here()) > 0) claim();
}

/* While the entry on top is a layer's: a page reached from it takes its place, so that Back from there is
   the page and not the layer; and what is written over it is meant for the page. */
function claim(): void {
	history.pushState = (state: Entry, unused, url) => {
		release();
		history.replaceState(without(state), unused, url);
		isOvertaken = moving !== undefined;
		if (!isOvertaken) forget();
	};
	history.replaceState = (state: Entry, unused, url) => {
		rewritten = { state: without(state), url };
		const kept = { ...state, [LAYER]: layersOf(here()) };
		History.prototype.replaceState.call(history, kept, unused, url);
	};
}

function release(): void {
	// The browser's own are those of the prototype.
	Reflect.deleteProperty(history, 'pushState');
	Reflect.deleteProperty(history, 'replaceState');
}

/** What was written over a layer is the page's from here on. */
function settle(at: number): void {
	if (!rewritten) return;
	const kept = at > 0 ? { ...rewritten.state, [LAYER]: at } : rewritten.state;
	History.prototype.replaceState.call(history, kept, '', rewritten.url);
}

/** No layer of this page has a step any more. */
function forget(): void {
	ground = undefined;
	rewritten = undefined;
}

function onpopstate(event: PopStateEvent): void {
	const state = event.state as Entry;
	const at = layersOf(state);
	const isOwn = moving !== undefined;
	clearTimeout(moving);
	moving = undefined;
	if (isOwn && isOvertaken) {
		// It was the page that was meant to stay.
		isOvertaken = false;
		event.stopImmediatePropagation();
		settle(at);
		forget();
		move(-movingBy);
		return;
	}
	const isSamePage = ground === undefined ? isOwn : isOnGround(without(state));
	if (isSamePage) {
		event.stopImmediatePropagation();
		settle(at);
	} else {
		forget();
		if (at > 0) ground = JSON.stringify(without(state));
	}
	if (at === 0) {
		release();
		forget();
	}
	if (isSamePage && !isOwn) for (const layer of open.splice(at).reverse()) layer.close();
	// A layer that is no more, come upon from another page or by Forward, is gone past.
	if (at > open.length) stand();
	else if (isOwn && isSamePage) stand();
}

function listen(): void {
	beforeRouter.popped = onpopstate;
}

/**
 * Something lies over the page now.
 * @param close closes it, because the person went Back
 * @returns what to call when it has gone
 */
export function layOver(close: () => void): () => void {
	listen();
	const layer = { close };
	open.push(layer);
	stand();
	return () => {
		const at = open.indexOf(layer);
		if (at >= 0) open.splice(at, 1);
		// The next layer or the next page may be coming; either takes the place.
		setTimeout(stand);
	};
}

/** The page was loaded where a layer had been: one step back, if it is still there, is the page without it. */
export function forgetLayers(): void {
	const { loaded } = beforeRouter;
	// Once: whoever asks again finds it done, or under way.
	beforeRouter.loaded = null;
	listen();
	const isThere = loaded !== null && here()?.[INDEX] === loaded[INDEX];
	if (isThere && open.length === 0 && layersOf(loaded) > 0) move(-layersOf(loaded));
}
