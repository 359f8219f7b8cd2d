// A page as a person uses it: finds by role and name, waits until what is wanted is there, and says what
// it waited for when it never came.
import { existsSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { allText, isMarked, isReadyForOffline } from './in-page.js';

/** @typedef {import('./driver.js').Page} Page */
/** @typedef {import('./driver.js').Wanted} Wanted */

const WAIT_MS = 15_000;
const BETWEEN_MS = 60;

/** @param {Wanted} wanted */
const inWords = ({ role, name, pattern }) => `${role} "${name ?? `/${pattern ?? ''}/`}"`;

/** What a name or a part of one is to be looked for as. @param {string} role @param {string | RegExp} name */
function wanted(role, name) {
	return typeof name === 'string' ? { role, name } : { role, pattern: name.source };
}

/** One page and what a person does with it. */
export class Screen {
	/** @param {Page} page @param {string} downloads */
	constructor(page, downloads) {
		this.page = page;
		this.downloads = downloads;
	}

	/** Opens an address and waits until the book is there. @param {string} url */
	async open(url) {
		// Another place of the same page would not load it anew.
		await this.page.goto('about:blank');
		await this.page.goto(url);
		await this.#marked('kith:ready');
	}

	async reload() {
		await this.page.reload();
		await this.#marked('kith:ready');
	}

	/** @param {string} role @param {string | RegExp} name */
	async click(role, name) {
		const what = wanted(role, name);
		await this.#until(() => this.page.click(what), `${inWords(what)} to press`);
	}

	/** @param {string} name of a text field @param {string} text @param {string} [role] */
	async type(name, text, role = 'textbox') {
		const what = { role, name };
		await this.#until(() => this.page.type(what, text), `${inWords(what)} to type into`);
	}

	/** @param {string} name @param {string} path */
	async choose(name, path) {
		const what = { role: 'file', name };
		await this.#until(() => this.page.choose(what, path), `${inWords(what)} for a file`);
	}

	/** @param {string} role @param {string | RegExp} name */
	async sees(role, name) {
		const what = wanted(role, name);
		await this.#until(() => this.page.has(what), inWords(what));
	}

	/** Waits for words to be read on the screen. @param {RegExp} words */
	async reads(words) {
		await this.#until(async () => words.test(await this.page.run(allText)), `the words ${words}`);
	}

	/** Resolves when something has reached the disk since the page was loaded. */
	async saved() {
		await this.#marked('kith:saved');
	}

	/** Resolves when the app is whole in its offline cache. */
	async readyForOffline() {
		await this.#until(() => this.page.run(isReadyForOffline), 'the app in its offline cache');
	}

	/**
	 * Does something that saves a file, and reads that.
	 * @param {RegExp} name @param {() => Promise<void>} work
	 * @returns {Promise<{ path: string, text: string }>}
	 */
	async download(name, work) {
		const there = () => (existsSync(this.downloads) ? readdirSync(this.downloads) : []);
		await work();
		/** @type {string | undefined} */
		let file;
		let size = -1;
		await this.#until(async () => {
			file = there().find((one) => name.test(one));
			if (file === undefined) return false;
			// Whole when it has stopped growing.
			const now = readFileSync(join(this.downloads, file)).length;
			const isStill = now > 0 && now === size;
			size = now;
			return isStill;
		}, `a file ${name}`);
		// Out of the way: some browsers write the next one of that name over it.
		const path = join(this.downloads, `taken-${Date.now()}-${file ?? ''}`);
		renameSync(join(this.downloads, file ?? ''), path);
		return { path, text: readFileSync(path, 'utf8') };
	}

	/** @param {string} name */
	async #marked(name) {
		await this.#until(() => this.page.run(isMarked, name), `the mark ${name}`);
	}

	/** @param {() => Promise<boolean>} isSo @param {string} what */
	async #until(isSo, what) {
		/** @type {unknown} */
		let trouble;
		for (const end = Date.now() + WAIT_MS; Date.now() < end;) {
			try {
				if (await isSo()) return;
				trouble = undefined;
			} catch (error) {
				// The page is on its way elsewhere, or something still lies over what is to be pressed.
				trouble = error;
			}
			await pause(BETWEEN_MS);
		}
		const why = trouble instanceof Error ? ` (${trouble.message.split('\n')[0]})` : '';
		throw new Error(`waited in vain for ${what}${why}`);
	}
}
