import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';

/**
 * The inline script and style of app.html paint the frame before any file has arrived. The
 * Content-Security-Policy names them by hash, read from the file itself, so they cannot drift apart.
 * @param {'script' | 'style'} element
 * @returns {`sha256-${string}`[]}
 */
function inlineHashes(element) {
	const html = readFileSync(new URL('./src/app.html', import.meta.url), 'utf8');
	const blocks = html.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, 'g'));
	return Array.from(blocks, ([, text = '']) => {
		const hash = createHash('sha256').update(text).digest('base64');
		return /** @type {const} */ (`sha256-${hash}`);
	});
}

const base = /** @type {'' | `/${string}`} */ (process.env['BASE_PATH'] ?? '');
// Another build beside the usual one (the demo's) leaves the usual one and its workings alone.
const out = process.env['KITH_OUT'] ?? 'build';

// A build in another language lies beside the English one; scripts/build.js puts them together.
const language = process.env['KITH_LANGUAGE'];

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true, discloseVersion: false },
	kit: {
		appDir: language === undefined ? '_app' : `_${language}`,
		adapter: adapter({ pages: out, assets: out }),
		outDir: out === 'build' ? '.svelte-kit' : `${out}.kit`,
		router: { type: 'hash' },
		paths: { base, relative: true },
		serviceWorker: { register: false },
		// Seven small files kept the first words waiting, and took the lines the script comes by.
		inlineStyleThreshold: 40_000,
		version: {
			pollInterval: 0,
			...(process.env['KITH_VERSION'] ? { name: process.env['KITH_VERSION'] } : {})
		},
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', ...inlineHashes('script')],
				'style-src': ['self', ...inlineHashes('style')],
				// The one style attribute in the app: Kit's own, which hides its spoken announcements.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self', 'wss:', 'ws://localhost:*', 'ws://127.0.0.1:*'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self']
			}
		}
	}
};
