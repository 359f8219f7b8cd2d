// Whose work goes out with Kith, and on what terms: `node scripts/licences.js` writes them down for About
// from what is installed. A test compares that, and the build what is really in its files, so that no
// package is shipped without its licence.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './run.js';

export const WRITTEN = join(ROOT, 'src/lib/features/about/licences.json');

/** Not dependencies of the app to npm, but part of what is built. */
const BUILT_IN = ['@sveltejs/kit'];
/** What npm counts as needed and no browser gets: the compiler of Svelte, types, and the meeting point. */
const NOT_SHIPPED = [
	/^@jridgewell\//,
	/^@types\//,
	/^@typescript-eslint\//,
	/^(@sveltejs\/acorn-typescript|acorn|aria-query|axobject-query|esrap|is-reference)$/,
	/^(locate-character|magic-string|typescript|zimmerframe)$/,
	/^(isomorphic\.js|ws)$/
];

/** @typedef {{ version: string, license: string, dev?: boolean }} Locked */

/** @param {string} name of a file of the project */
const readJson = (name) =>
	/** @type {unknown} */ (JSON.parse(readFileSync(join(ROOT, name), 'utf8')));

/**
 * The packages that go out, by name, as npm has locked them.
 * @returns {Array<{ name: string, version: string, licence: string, at: string }>}
 */
export function shipped() {
	const lock = readJson('package-lock.json');
	const { packages } = /** @type {{ packages: Record<string, Locked> }} */ (lock);
	return Object.entries(packages)
		.map(([at, { version, license, dev }]) => {
			const name = at.replace(/^.*node_modules\//, '');
			return { name, version, licence: license, at, isDev: dev === true };
		})
		.filter(({ name, isDev }) => name !== '' && (!isDev || BUILT_IN.includes(name)))
		.filter(({ name }) => !NOT_SHIPPED.some((pattern) => pattern.test(name)))
		.map(({ isDev: _, ...one }) => one)
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The packages that modules are of, by name.
 * @param {Iterable<string>} ids as a build names them
 */
export function packagesOf(ids) {
	const names = [...ids].map((id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]);
	return [...new Set(names.filter((name) => name !== undefined))].sort();
}

/**
 * Stops a build in whose files there is somebody's work that About does not name.
 * @returns {import('vite').Plugin}
 */
export function licensed() {
	return {
		name: 'kith-licensed',
		apply: 'build',
		generateBundle(_, bundle) {
			const names = packagesOf(
				Object.values(bundle).flatMap((file) =>
					file.type === 'chunk'
						? Object.entries(file.modules).flatMap(([id, { renderedLength }]) =>
								renderedLength > 0 ? [id] : []
							)
						: []
				)
			);
			const listed = new Set(shipped().map(({ name }) => name));
			const missing = names.filter((name) => !listed.has(name));
			if (missing.length > 0) this.error(`About names no licence of ${missing.join(', ')}.`);
		}
	};
}

/** @param {string} folder */
function textIn(folder) {
	const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying)/i.test(name));
	// Where there is a choice, Kith takes MIT, as it gives MIT.
	const file = files.find((name) => /mit/i.test(name)) ?? files[0];
	return file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
}

function write() {
	const own = /** @type {Locked} */ (readJson('package.json'));
	const kith = { name: 'Kith', version: own.version, licence: own.license, text: textIn(ROOT) };
	const others = shipped().map(({ at, ...one }) => ({ ...one, text: textIn(join(ROOT, at)) }));
	writeFileSync(WRITTEN, `${JSON.stringify([kith, ...others], undefined, '\t')}\n`);
	const silent = others.filter(({ text }) => text === '').map(({ name }) => name);
	console.log(
		`${others.length} packages; without a text of their own: ${silent.join(', ') || 'none'}`
	);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) write();
