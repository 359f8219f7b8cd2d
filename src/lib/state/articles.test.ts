// Articles are kept once, found by what is in them, given once, and come back from the trash.
import { beforeEach, describe, expect, test } from 'vitest';
import { aBook, aPerson, TestClock, write } from '../../../tests/support/books';
import { addGesture } from './about-person';
import { articleForm } from './article-form';
import { ArticleLikes } from './article-likes.svelte';
import {
	articlesOf,
	findArticles,
	givenOf,
	keepArticle,
	tagArticle,
	timesGiven,
	trashArticle
} from './articles';
import { Autosave } from './autosave.svelte';
import { Kith } from './kith.svelte';
import { giveInPerson, givenLine, passOnLinks, passOnWords } from './pass-on';
import { logTouch } from './touches';
import { bringBack, trashOf } from './trash';
import { undo } from './undoing';

const BEES = 'https://example.com/what-bees-do';
const ada = aPerson({
	name: 'Ada Lindqvist',
	tags: ['bees'],
	phones: [{ value: '+46 70 555 0100' }],
	emails: [{ value: 'ada@example.com' }]
});
let kith: Kith;
let clock: TestClock;

beforeEach(async () => {
	clock = new TestClock();
	kith = new Kith(await aBook('phone', clock), clock.now);
	write(kith.book, (draft) => draft.add('person', ada));
});

function kept(pasted: string) {
	const result = keepArticle(kith, pasted);
	if (!result || !('kept' in result)) throw new Error(`not kept: ${pasted}`);
	return kith.book.get('article', result.kept)!;
}

describe('keeping', () => {
	test('one link is kept once, however one came by it', () => {
		const article = kept(BEES);
		expect(article).toMatchObject({ title: 'What bees do', url: BEES, savedOn: '2026-11-21' });
		expect(keepArticle(kith, `Look: ${BEES}/?utm_source=x`)).toEqual({ known: article });
		expect(articlesOf(kith)).toHaveLength(1);
	});

	test('what is neither link nor words is refused in a sentence', () => {
		expect(keepArticle(kith, 'javascript:alert(1)')).toHaveProperty('problem');
		expect(keepArticle(kith, '...')).toHaveProperty('problem');
		expect(articlesOf(kith)).toEqual([]);
	});

	test('a name and a password in a link are neither kept nor passed on, and that is said', () => {
		const article = kept('https://ada:secret@example.com/bees');
		expect(article.url).toBe('https://example.com/bees');
		expect(kith.toasts.current?.text).toBe(
			'Kept, without the name and password that were in the link'
		);
		kept(BEES);
		expect(kith.toasts.current?.text).toBe('Kept');
		// A book from elsewhere may have one.
		const url = 'https://ada:secret@example.com/bees';
		expect(passOnWords({ ...article, url }, 'For you.')).not.toContain('secret');
	});

	test('the newest comes first, and all are found by title, tag, host and words', () => {
		kept('https://example.org/old-cars');
		clock.ms += 1_000;
		const bees = kept(`${BEES}\nThey huddle.`);
		tagArticle(kith, bees, ['Hives']);
		const found = (query: string) =>
			findArticles(articlesOf(kith), query).map(({ title }) => title);
		expect(found('')).toEqual(['They huddle.', 'Old cars']);
		for (const query of ['hive', 'huddle', 'example.com']) expect(found(query)).toHaveLength(1);
		expect(found('example.com cars')).toEqual([]);
	});

	test('goes to the trash under its title and comes back', () => {
		const article = kept(`${BEES}\nWhat bees do\nThey huddle.`);
		trashArticle(kith, article);
		expect(articlesOf(kith)).toEqual([]);
		const [trashed] = trashOf(kith);
		expect(trashed).toMatchObject({ table: 'article', text: 'What bees do' });
		bringBack(kith, trashed!);
		expect(articlesOf(kith)).toHaveLength(1);
	});

	test('a bad link in the form leaves the one before', () => {
		const article = kept(BEES);
		const autosave = new Autosave(kith);
		const { url, title } = articleForm(kith, autosave, article.id);
		url.value = 'javascript:alert(1)';
		title.value = ' ';
		autosave.flush();
		expect(url.problem).toBeDefined();
		expect(title.problem).toBeDefined();
		expect(kith.book.get('article', article.id)).toEqual(article);
		for (const refused of ['https://exa', 'https://ada:secret@example.com/hives']) {
			url.value = refused;
			autosave.flush();
			expect(url.problem).toContain('old one is still kept');
			expect(kith.book.get('article', article.id)?.url).toBe(BEES);
		}
		url.value = 'https://example.com/hives';
		autosave.flush();
		expect(kith.book.get('article', article.id)?.url).toBe('https://example.com/hives');
	});
});

describe('giving', () => {
	test('with a touch it is one step, undone as one', () => {
		const article = kept(BEES);
		const touch = logTouch(kith, {
			...{ people: [ada.id], kind: 'text', purpose: 'just-talked', outcome: 'reached-out' },
			day: kith.clock.today,
			also: (draft, touch) =>
				draft.add('gesture', { ...givenLine(kith, ada, article, kith.clock.today), touch })
		});
		expect(kith.book.all('touch')).toHaveLength(1);
		expect(givenOf(kith, article)).toMatchObject([
			{ person: ada.id, direction: 'given', kind: 'article', text: article.title, touch }
		]);
		expect(timesGiven(kith).get(article.id)).toBe(1);
		undo(kith);
		expect(kith.book.all('touch')).toEqual([]);
		expect(givenOf(kith, article)).toEqual([]);
	});

	test('in person it is a line of give and take and no touch', () => {
		const article = kept(BEES);
		giveInPerson(kith, ada, article);
		expect(givenOf(kith, article)).toHaveLength(1);
		expect(kith.book.all('touch')).toEqual([]);
	});

	test('a line of give and take from before, with the title in it, counts too', () => {
		const article = kept(BEES);
		const day = kith.clock.today;
		addGesture(kith, {
			...{ person: ada.id, direction: 'given', kind: 'article', text: '“What bees do”', day }
		});
		expect(givenOf(kith, article)).toHaveLength(1);
		expect(timesGiven(kith).get(article.id)).toBe(1);
	});

	test('the words are the line, the title and the link; without a link its own words', () => {
		const article = kept(BEES);
		expect(passOnWords(article, ' For you. ')).toBe(`For you.\n\nWhat bees do\n${BEES}`);
		const tip = kept('Cool slowly\nOne degree a minute.');
		expect(passOnWords(tip, 'For you.')).toBe('For you.\n\nCool slowly\nOne degree a minute.');
		const { text, whatsapp, email } = passOnLinks(ada, article, 'For you & Per');
		expect(text).toContain('sms:+46705550100?&body=For%20you%20%26%20Per');
		expect(whatsapp).toContain('https://wa.me/46705550100?text=');
		expect(email).toMatch(/^mailto:ada@example\.com\?subject=What%20bees%20do&body=.*%0D%0A/);
	});
});

test('who would like it follows the book', async () => {
	const likes = new ArticleLikes(kith);
	await likes.prepare();
	const article = kept(BEES);
	const found = () => likes.find(article).map(({ person, reason }) => [person, reason.from]);
	expect(found()).toEqual([[ada.id, 'tag']]);
	const bo = aPerson({ name: 'Bo' });
	write(kith.book, (draft) => {
		draft.add('person', bo);
		draft.add('fact', {
			...{ id: kith.book.newId('fact'), person: bo.id, aspect: 'interest', text: 'bees' },
			day: kith.clock.today
		});
	});
	// By a word of the title, what somebody said goes before a tag.
	expect(found()).toEqual([
		[bo.id, 'fact'],
		[ada.id, 'tag']
	]);
	const quiet = kith.book.newId('fact');
	write(kith.book, (draft) =>
		draft.add('fact', {
			...{ id: quiet, person: bo.id, topic: 38, text: 'Never mention bees' },
			day: kith.clock.today
		})
	);
	expect(found()).toEqual([[ada.id, 'tag']]);
	write(kith.book, (draft) => draft.edit('fact', quiet, { trashedAt: '2026-11-21T12:00:00.000Z' }));
	write(kith.book, (draft) =>
		draft.edit('person', ada.id, { trashedAt: '2026-11-21T12:00:00.000Z' })
	);
	expect(found()).toEqual([[bo.id, 'fact']]);
});
