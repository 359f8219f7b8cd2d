// A rep who never stops: writes note after note on the screen New note, and believes only *Saved*.
import { noteText } from './ledger.js';
import { openAnew } from './screens.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */
/** @typedef {{ ended: Promise<void>, stop: () => Promise<void> }} Writing `ended` resolves after the last note, when one is never saved, or with the page */

const SAID = 'kithTrialSaid';
const ENOUGH = 'kith-trial-enough';
/** As long as one save may take; a rep would have given up by then. */
const PATIENCE_MS = 60_000;

/**
 * Who hears of each page's notes as they are acknowledged, by a name for the page.
 * @type {WeakMap<BrowserContext, Map<string, (upTo: number) => void>>}
 */
const listeners = new WeakMap();

/**
 * @param {string} name
 * @param {number} count
 * @param {import('./chance.js').Chance} chance
 */
export function notesFor(name, count, chance) {
	return Array.from({ length: count }, (_, n) => noteText(`${name}.${n}`, chance));
}

/**
 * Opens New note and writes as fast as it goes, some notes on each other's heels.
 * @param {Page} page
 * @param {string} url
 * @param {object} what
 * @param {string} what.name of this writing, its own in this browser
 * @param {readonly string[]} what.texts
 * @param {import('./ledger.js').Ledger} what.ledger
 * @param {import('./chance.js').Chance} what.chance
 * @param {number} [what.burst] how many on each other's heels; by chance when left out
 * @returns {Promise<Writing>}
 */
export async function write(page, url, { name, texts, ledger, chance, burst }) {
	const heard = await hearing(page.context());
	let known = 0;
	heard.set(name, (upTo) => {
		ledger.acknowledge(texts.slice(known, upTo));
		known = upTo;
	});
	ledger.ask(texts);
	await openAnew(page, `${url}#/new`);
	const box = await page.getByRole('textbox', { name: 'Note', exact: true }).elementHandle();
	const save = await page.getByRole('button', { name: 'Save', exact: true }).elementHandle();
	const ended = page.evaluate(writeInPage, {
		box: /** @type {import('@playwright/test').ElementHandle<HTMLTextAreaElement>} */ (box),
		save: /** @type {import('@playwright/test').ElementHandle<HTMLButtonElement>} */ (save),
		name,
		said: SAID,
		enough: ENOUGH,
		texts,
		patienceMs: PATIENCE_MS,
		bursts: Array.from(
			{ length: 7 },
			() => burst ?? (chance.isTrue(0.3) ? chance.between(2, 6) : 1)
		)
	});
	return {
		// A page that is killed, reloaded or closed ends its writing; that is no fault of anybody.
		ended: ended.catch(() => undefined),
		async stop() {
			await page.evaluate((name) => document.dispatchEvent(new Event(name)), ENOUGH);
			await ended;
		}
	};
}

/** @param {BrowserContext} context */
async function hearing(context) {
	const known = listeners.get(context);
	if (known) return known;
	/** @type {Map<string, (upTo: number) => void>} */
	const heard = new Map();
	listeners.set(context, heard);
	await context.exposeBinding(SAID, (_source, name, upTo) => {
		heard.get(String(name))?.(Number(upTo));
	});
	return heard;
}

/**
 * Runs in the page. A note is acknowledged when the page has drawn what the tap on Save did, and a
 * status says *Saved*. Ends early when that takes too long.
 * @param {object} rep
 * @param {HTMLTextAreaElement} rep.box
 * @param {HTMLButtonElement} rep.save
 * @param {string} rep.name
 * @param {string} rep.said
 * @param {string} rep.enough
 * @param {readonly string[]} rep.texts
 * @param {readonly number[]} rep.bursts
 * @param {number} rep.patienceMs
 */
async function writeInPage({ box, save, name, said, enough, texts, bursts, patienceMs }) {
	const tell = /** @type {Record<string, (name: string, upTo: number) => Promise<void>>} */ (
		/** @type {unknown} */ (window)
	)[said];
	const isSaved = () =>
		[...document.querySelectorAll('[role=status]')].some((status) =>
			/^\s*Saved/.test(status.textContent)
		);
	/** @returns {Promise<boolean>} */
	const saved = () =>
		new Promise((resolve) => {
			const observer = new MutationObserver(() => {
				if (isSaved()) end(true);
			});
			const late = setTimeout(() => end(false), patienceMs);
			/** @param {boolean} isThere */
			const end = (isThere) => {
				clearTimeout(late);
				observer.disconnect();
				resolve(isThere);
			};
			observer.observe(document, { subtree: true, childList: true, characterData: true });
			if (isSaved()) end(true);
		});
	const over = new AbortController();
	document.addEventListener(enough, () => over.abort(), { once: true });
	for (let at = 0, turn = 0; at < texts.length && !over.signal.aborted; turn++) {
		const end = Math.min(texts.length, at + (bursts[turn % bursts.length] ?? 1));
		for (; at < end; at++) {
			box.value = texts[at] ?? '';
			box.dispatchEvent(new InputEvent('input', { bubbles: true }));
			save.click();
			// Until then a status may still speak of the note before.
			await new Promise((resolve) => setTimeout(resolve));
		}
		if (!(await saved())) return;
		void tell?.(name, at);
	}
}
