// What an address asks for is the same however often its page is loaded, and none stops the router.
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { queryOf } from './address';
import { EVERYBODY, queryToView, viewToQuery } from './people-view';
import { sharedWords } from './shared';

const SCRIPT = /<script>([\s\S]*?)<\/script>/.exec(readFileSync('src/app.html', 'utf8'))?.[1] ?? '';
const HARD = [
	...['R&D', 'a+b', '100% wool', '100%25', '%41', '%', '%zz', '50%', '#7', 'why? how?', 'q=a&b=c'],
	...['a;b', '"bees"', '<b>', 'one\ntwo', 'Müller & Söhne', '蜂', '🐝', '\\', '~23', "O’Neil's"],
	...[
		'https://example.com/q?a=1&b=2#frag',
		'https://example.com/%25',
		'https://example.com/%E0%A4%A'
	]
];

/** What the browser holds of the page in front. */
interface Front {
	readonly href: string;
	readonly state: unknown;
}

/** The page is loaded: app.html first. */
function begun(front: Front): Front {
	let now = front;
	const replaceState = (state: unknown, _: string, url: string): void => {
		now = { href: new URL(url, now.href).href, state };
	};
	runInNewContext(SCRIPT, {
		URLSearchParams,
		location: new URL(now.href),
		history: { state: now.state, replaceState },
		localStorage: { getItem: () => null },
		sessionStorage: { getItem: () => null },
		performance: { mark: () => undefined },
		addEventListener: () => undefined
	});
	return now;
}

/** Then the router, which decodes the hash once and then goes by it as it stands. */
function loaded(front: Front): Front {
	const url = new URL(begun(front).href);
	url.hash = decodeURIComponent(url.hash);
	decodeURI(url.hash.split('?')[0] ?? '');
	return { href: url.href, state: { router: 1 } };
}

const at = (address: string): Front => ({ href: `https://kith.example/${address}`, state: null });
const hashOf = ({ href }: Front): string => new URL(href).hash;

describe.each(HARD)('%j', (words) => {
	test('is still searched for after every load', () => {
		const view = { ...EVERYBODY, query: words, tag: words };
		let front = at(`#/people?${viewToQuery(view)}`);
		for (let times = 0; times < 3; times++) {
			front = loaded(front);
			expect(queryToView(queryOf(hashOf(front)))).toEqual(view);
		}
	});

	test('waits for a new note after every load', () => {
		let front = at(`#/new?text=${encodeURIComponent(words)}`);
		for (let times = 0; times < 3; times++) front = loaded(front);
		expect(new URLSearchParams(queryOf(hashOf(front))).get('text')).toBe(words);
	});

	test('arrives whole when it is shared', () => {
		const query = new URLSearchParams({ title: words, text: `${words} today` });
		let front = at(`?${query}`);
		for (let times = 0; times < 3; times++) {
			front = loaded(front);
			expect(hashOf(front)).toMatch(/^#\/articles\/shared\?/);
			const asked = new URLSearchParams(queryOf(hashOf(front)));
			expect([asked.get('title'), asked.get('text')]).toEqual([words, `${words} today`]);
			expect(sharedWords(asked)).toContain(words);
		}
	});
});

test('a % that stands for nothing is a place that is not there, and stays the same one', () => {
	let front = at('#/companies/%E0%A4%A');
	for (let times = 0; times < 3; times++) {
		front = loaded(front);
		expect(decodeURIComponent(hashOf(front))).toBe('#/companies/%E0%A4%A');
		expect(hashOf(front).split('/')).toHaveLength(2);
	}
	expect(decodeURIComponent(hashOf(loaded(at('#%zz'))))).toBe('#/%zz');
	expect(hashOf(loaded(at('#/people?q=a#%zz')))).toMatch(/^#\/people%3Fq/);
	expect(new URLSearchParams(queryOf(hashOf(loaded(at('?text=100%'))))).get('text')).toBe('100%');
});

test('an address nobody needs to touch stays as it is, with what stands before it', () => {
	for (const address of ['', '#/people/abc', '?people=300#/new?person=abc']) {
		expect(begun(at(address))).toEqual(at(address));
	}
	expect(loaded(at('?people=300#/people?q=R%26D')).href).toBe(
		at('?people=300#/people?q=R%26D').href
	);
});

test('a page that is loaded again before the router has begun is not encoded once more', () => {
	const front = begun(begun(at('#/people?q=R%26D')));
	expect(hashOf(loaded(front))).toBe('#/people?q=R%26D');
});
