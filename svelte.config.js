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

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true, discloseVersion: false },
	kit: {
		adapter: adapter({ pages: out, assets: out }),
		outDir: out === 'build' ? '.svelte-kit' : `${out}.kit`,
		router: { type: 'hash' },
		paths: { base, relative: true },
		serviceWorker: { register: false },
		version: { pollInterval: 0 },
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
