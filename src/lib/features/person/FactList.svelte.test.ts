// What stays closed is not on the page, and what the law protects is not kept before the rep was asked.
import { flushSync, mount, tick, unmount, type Component } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import type { Fact } from '$lib/domain/records/fact';
import { addFact, asksFirst } from '$lib/state/about-person';
import { Kith, setKith } from '$lib/state/kith.svelte';
import { labelsOfApart } from '$lib/state/merge-labels';
import { leftKey, LEFT_PREFIX } from '$lib/state/words-left';
import { aBook, anId, aPerson, TestClock, write } from '../../../../tests/support/books';
import FactList from './FactList.svelte';
import NewFact from './NewFact.svelte';

const dana = aPerson({ name: 'Dana Whitlock' });
const HEALTH = 40;
let kith: Kith;
let app: ReturnType<typeof mount> | undefined;

beforeEach(async () => {
	const clock = new TestClock();
	kith = new Kith(await aBook('phone', clock), clock.now);
	write(kith.book, (draft) => draft.add('person', dana));
});

afterEach(async () => {
	if (app) await unmount(app);
	app = undefined;
	document.body.replaceChildren();
});

function know(fields: Partial<Fact>): Fact {
	const fact: Fact = {
		...{ id: anId(), person: dana.id, text: '', day: '2026-05-03' as Day },
		...fields
	};
	write(kith.book, (draft) => draft.add('fact', fact));
	return fact;
}

function show<Props extends Record<string, unknown>>(of: Component<Props>, props: Props): void {
	/* A component is a function: this one hands the book down to the one that is looked at. */
	const within: Component<Props> = (anchor, given) => {
		setKith(kith);
		return of(anchor, given);
	};
	app = mount(within, { target: document.body, props, context: new Map() });
	flushSync();
}

const showList = (): void =>
	show(FactList, { person: dana, onperson: () => undefined, onnote: () => undefined });
const button = (name: string): HTMLButtonElement | undefined =>
	[...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name);

function click(name: string): void {
	button(name)?.click();
	flushSync();
}

async function unfold(word: string, last = false): Promise<void> {
	const folds = [...document.querySelectorAll('details')].filter((fold) =>
		fold.querySelector('summary')?.textContent.includes(word)
	);
	const fold = last ? folds.at(-1) : folds[0];
	if (!fold) throw new Error(`no fold says ${word}`);
	fold.open = true;
	fold.dispatchEvent(new Event('toggle'));
	await tick();
	flushSync();
}

test('what is sensitive, by its topic or by the rep, is nowhere on the page until it is opened', async () => {
	know({ topic: HEALTH, text: 'Asthma' });
	know({ text: 'Divorce', sensitive: true });
	know({ topic: 44, text: 'Meets her sponsor there', sensitive: true });
	know({ aspect: 'interest', text: 'Poker', sensitive: true });
	know({ topic: 45, text: 'Tacos' });
	const secrets = ['Asthma', 'Divorce', 'sponsor', 'Poker'];
	const shown = (): string[] => secrets.filter((word) => document.body.innerHTML.includes(word));
	showList();
	expect(document.body.innerHTML).toContain('Tacos');
	expect(document.body.textContent).toContain('5 things you know');
	expect(shown()).toEqual([]);
	// Closed even inside an open section.
	await unfold('Lifestyle');
	expect(document.body.textContent).toContain('Favourite dishes');
	expect(document.body.textContent).not.toContain('Smoking');
	expect(shown()).toEqual([]);
	await unfold('Sensitive', true);
	expect(document.body.textContent).toContain('Smoking');
	expect(shown()).toEqual(['Asthma', 'sponsor']);
	await unfold('Sensitive');
	expect(shown()).toEqual(secrets);
});

test('what is closed is not asked for again beside it, and nothing counts twice', async () => {
	const max = { id: anId<'circle'>(), person: dana.id, name: 'Max', relation: 'child' } as const;
	write(kith.book, (draft) => draft.add('circle', max));
	know({ topic: 17, text: 'Lives with his father', sensitive: true });
	know({ aspect: 'interest', text: 'Chess' });
	know({ aspect: 'preference', text: 'chess' });
	showList();
	expect(document.body.textContent).toContain('3 things you know');
	await unfold('Family');
	expect(document.body.textContent).toContain('Max, child');
	expect(document.body.textContent).not.toContain('Who the children live with');
});

test('an answer is read once: its section has it on one line, which opens it there and only there', async () => {
	know({ topic: 47, text: 'Runs on Sundays', source: 'heard' });
	showList();
	await unfold('Lifestyle');
	const lines = [...document.querySelectorAll<HTMLElement>('li button:has(.about)')];
	expect(lines.map(({ textContent }) => textContent)).toHaveLength(2);
	expect(document.body.textContent.match(/Heard, /g)).toHaveLength(1);
	lines[1]?.click();
	flushSync();
	expect(document.querySelectorAll('textarea')).toHaveLength(1);
	lines[0]?.click();
	flushSync();
	expect(document.querySelectorAll('textarea')).toHaveLength(1);
});

test('what a merge kept aside is in words wherever it is read', async () => {
	const label = labelsOfApart.cadence;
	const { id } = know({ label, text: '30' });
	know({ label, text: '45', revises: id });
	know({ label, text: '60', revises: id });
	showList();
	document.querySelector<HTMLElement>('ul li button')?.click();
	flushSync();
	await unfold('What it said before');
	const said = `${document.querySelector('textarea')?.value} ${document.body.textContent}`;
	for (const days of [30, 45, 60]) expect(said).toContain(`Every ${days} days`);
	expect(said).not.toMatch(/(?<!Every )\b(30|45|60)\b/);
});

test('the focus stays in the field for another one when a chip beside it goes', async () => {
	know({ aspect: 'interest', text: 'Chess' });
	showList();
	document.querySelector<HTMLElement>('[aria-label="Add an interest or preference"]')?.click();
	await tick();
	flushSync();
	const gone = document.querySelector<HTMLElement>('[aria-label="Take away Chess"]');
	gone?.focus();
	gone?.click();
	flushSync();
	expect(kith.book.all('fact')).toEqual([]);
	expect(document.activeElement?.tagName).toBe('INPUT');
});

test('a section stands closed and empty until it is opened, however much there is to know', async () => {
	for (let fact = 0; fact < 300; fact++) know({ topic: 47, text: `Hobby ${fact}.` });
	showList();
	expect(document.body.textContent).toContain('300 things you know');
	expect(document.querySelectorAll('li').length).toBeLessThan(40);
	click('Show more');
	expect(document.querySelectorAll('li').length).toBeGreaterThan(50);
});

test('before the first answer about health the rep is asked; until then there is nothing to write in, and nothing is kept', async () => {
	show(NewFact, { person: dana, topic: HEALTH, onclose: () => undefined });
	const form = `fact:${dana.id}:${HEALTH}`;
	expect(document.querySelector('textarea, input')).toBeNull();
	document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
	flushSync();
	expect(kith.book.all('fact')).toEqual([]);
	expect(localStorage.getItem(LEFT_PREFIX + form)).toBeNull();
	expect(await kith.book.getLocal(leftKey(form))).toBeUndefined();

	click('Write it down');
	await tick();
	const words = document.querySelector('textarea');
	expect(document.activeElement).toBe(words);
	if (words) words.value = 'Asthma';
	words?.dispatchEvent(new Event('input', { bubbles: true }));
	flushSync();
	expect(kith.book.all('fact')).toEqual([]);
	document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
	expect(kith.book.all('fact')).toMatchObject([
		{ topic: HEALTH, text: 'Asthma', sensitive: true, source: 'told-me' }
	]);
});

test('no other way writes it down unasked; a second answer needs no second question', () => {
	const fact = { person: dana.id, topic: HEALTH, text: 'Asthma', day: kith.clock.today };
	expect([asksFirst(kith, fact), addFact(kith, fact)]).toEqual([true, false]);
	expect(kith.book.all('fact')).toEqual([]);
	expect(addFact(kith, fact, true)).toBe(true);
	expect([asksFirst(kith, fact), addFact(kith, fact)]).toEqual([false, true]);
	expect(asksFirst(kith, { person: dana.id, topic: 44 })).toBe(false);
});

test('an answer that another device closed is not read beside one that is open', () => {
	const first = know({ topic: 47, text: 'Runs' });
	know({ topic: 47, text: 'Swims', revises: first.id });
	know({ topic: 47, text: 'Sees her sponsor', revises: first.id, sensitive: true });
	showList();
	document.querySelector<HTMLElement>('ul li button:has(.about)')?.click();
	flushSync();
	expect(document.body.textContent).toContain('Another device says something it keeps closed.');
	expect(document.body.innerHTML).not.toContain('sponsor');
	click('Let this answer stand');
	const swims = kith.book.all('fact').filter(({ text }) => text === 'Swims');
	expect(swims.map(({ sensitive }) => sensitive)).toContain(true);
});

test('an answer tells how and when it was learned, and that two devices said two things', () => {
	const first = know({ topic: 47, text: 'Runs', source: 'heard' });
	know({ topic: 47, text: 'Swims', revises: first.id, source: 'heard' });
	know({ topic: 47, text: 'Climbs', revises: first.id });
	showList();
	expect(document.body.textContent).toMatch(/Heard, (?:May 3|3 May)/);
	expect(document.body.textContent.match(/two devices said two things/g)).toHaveLength(2);
	document.querySelector<HTMLElement>('ul li button:has(.about)')?.click();
	flushSync();
	expect(document.body.textContent).toContain('Another device says:');
	click('Let this answer stand');
	const standing = kith.book
		.all('fact')
		.filter(({ id }) => !kith.book.all('fact').some(({ revises }) => revises === id));
	expect(standing.map(({ text }) => text)).toEqual(['Swims']);
});
