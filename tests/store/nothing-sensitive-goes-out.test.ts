// No way out of the book carries anything sensitive unless the rep chose so; with the choice made it is there.
// Each sensitive thing carries a marker of its own, and every file, page and text is searched for all of them.
// Over 300 lines: one promise, one suite.
import { flushSync, mount, unmount, type ComponentProps } from 'svelte';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '$lib/domain/records/article';
import type { Fact } from '$lib/domain/records/fact';
import type { Day } from '$lib/domain/day';
import { SENSITIVE_TOPICS } from '$lib/domain/sensitive-topics';
import BeforeVisit from '$lib/features/visit/BeforeVisit.svelte';
import { articleLikesOf } from '$lib/state/article-likes.svelte';
import { plansAsEvents } from '$lib/state/calendar-file';
import { makeExport, type ExportFormat } from '$lib/state/export';
import type { ExportChoice } from '$lib/state/export-choice';
import { heldText } from '$lib/state/held';
import { setKith, type Kith } from '$lib/state/kith.svelte';
import { Letter } from '$lib/state/letter.svelte';
import { companyMomentsAsEvents, momentsAsEvents } from '$lib/state/moments-file';
import { passOnLinks, passOnWords } from '$lib/state/pass-on';
import { reasonInWords } from '$lib/state/reason-words';
import { Search } from '$lib/state/search.svelte';
import { Standings } from '$lib/state/standings.svelte';
import { mentionsFor, printedMention } from '$lib/state/thanks';
import { aKith, backupOf } from '../support/backups';
import { aNote, anId, aPerson, aTouch, NOON, write } from '../support/books';
import { calendarOf } from '../support/calendars';

const DAY = '2026-11-20' as Day;
const SOON = '2026-11-24' as Day;

/* Markers look like names, so that nothing leaves them out for being no words. */
const LETTERS = 'bcdfghklmnprstvz';
const places = new Map<string, string>();

/** A word no other text has; what is sensitive about it is told when it is found. */
function marker(what: string): string {
	const at = places.size;
	const word = `Qx${LETTERS[at >> 4] ?? ''}${LETTERS[at & 15] ?? ''}oxa`;
	places.set(word, what);
	return word;
}

const dana = aPerson({
	...{ name: 'Dana Whitlock', company: 'Alder', texting: 'we-text' },
	phones: [{ value: '+1 555 0100', label: 'work' }]
});
const ben = aPerson({ name: 'Ben Ortiz' });
/* Of whom nothing is sensitive but a day. */
const eva = aPerson({ name: 'Eva Lund' });
const meal = aTouch({ people: [dana.id], kind: 'meal', day: '2026-11-11' as Day });
const thanksId = anId<'thankYou'>();
let kith: Kith;

/** What the files must hold once the rep has chosen so. */
let asked: ReadonlySet<string>;
/** What of it is on Dana's page. */
let asDana: ReadonlySet<string>;
/** What is in the trash: in no file but a backup, chosen or not. */
let trashed: ReadonlySet<string>;
/** What a card has room for. */
let onCards: ReadonlySet<string>;

beforeAll(async () => {
	kith = await aKith('phone');
	const topical = [...SENSITIVE_TOPICS].map((topic) => ({ topic, word: marker(`topic ${topic}`) }));
	const flagged = marker('a flagged fact');
	const before = marker('what a flagged answer said before');
	const beforeTopic = marker('what a topic said before');
	const forgotten = marker('a sensitive fact in the trash');
	const day = marker('a sensitive moment');
	const surgery = marker('an operation');
	const source = marker('the note a flagged fact was taken from');
	const cards = marker('something touched on in the note to self');
	const shared = marker('a matter of another one in a shared note');
	const thing = marker('a matter that every other kind of entry touches on');
	const cure = marker('a matter that only a sensitive moment tells of');
	asked = new Set([
		...topical.map(({ word }) => word),
		...[flagged, before, beforeTopic, day, surgery, source, cards, shared, thing, cure]
	]);
	asDana = new Set([...asked].filter((word) => word !== cure));
	trashed = new Set([forgotten]);
	onCards = new Set([day, cards]);

	write(kith.book, (draft) => {
		const fact = (fields: Partial<Fact> & Pick<Fact, 'text'>): Fact['id'] => {
			const id = anId<'fact'>();
			draft.add('fact', { id, person: dana.id, day: DAY, ...fields });
			return id;
		};
		draft.add('person', {
			...dana,
			...{ about: `Ask about ${cards}.`, vcard: [`X-REMARK:on ${cards}`] },
			tags: ['Dairy', `On ${cards}`]
		});
		draft.add('person', ben);
		draft.add('person', eva);
		draft.add('moment', {
			...{ id: anId<'moment'>(), person: eva.id, kind: 'other', label: cure },
			...{ day: '2020-11-25' as Day, yearly: true, sensitive: true }
		});
		draft.add('moment', {
			...{ id: anId<'moment'>(), person: eva.id, kind: 'other', label: `Home from ${cure}` },
			...{ day: '2021-01-25' as Day, yearly: true }
		});
		draft.add('plan', {
			...{ id: anId<'plan'>(), person: eva.id, day: SOON, kind: 'call', purpose: 'just-talked' },
			opener: `How was ${cure}?`
		});
		for (const { topic, word } of topical) {
			const older = topic === 40 ? fact({ topic, text: `Once ${beforeTopic}` }) : undefined;
			fact({ topic, text: `${word} it is`, ...(older ? { revises: older } : {}) });
		}
		const note = aNote({ people: [dana.id], day: DAY, body: `Over lunch: ${source} and so on.` });
		draft.add('note', note);
		const plain = fact({ text: `Earlier: ${before}` });
		fact({ text: `Told ${flagged}`, sensitive: true, revises: plain, note: note.id });
		fact({ text: cards, sensitive: true });
		fact({ text: thing, sensitive: true });
		fact({ text: shared, sensitive: true, person: ben.id });
		fact({ text: forgotten, sensitive: true, trashedAt: new Date(NOON).toISOString() });
		draft.add('moment', {
			...{ id: anId<'moment'>(), person: dana.id, kind: 'other', label: `Day with ${day}` },
			...{ day: '2020-11-25' as Day, yearly: true, sensitive: true }
		});
		draft.add('moment', {
			...{ id: anId<'moment'>(), person: dana.id, kind: 'surgery', label: `Knee of ${surgery}` },
			...{ day: SOON, yearly: false }
		});
		// Entries that are not sensitive themselves and touch on what is.
		draft.add('touch', meal);
		draft.add(
			'note',
			aNote({ people: [dana.id], day: DAY, touch: meal.id, body: `${thing} sang.` })
		);
		draft.add('note', aNote({ people: [dana.id, ben.id], day: DAY, body: `Saw ${shared} too.` }));
		draft.add('note', aNote({ people: [dana.id], day: DAY, body: 'Rowed on the lake.' }));
		draft.add(
			'note',
			aNote({ people: [dana.id], day: DAY, touch: meal.id, body: 'Her brother Zoltan sang there.' })
		);
		// And some that are about nobody.
		for (const about of [{ company: 'Alder' }, {}]) {
			draft.add('note', aNote({ people: [], day: DAY, body: `They know of ${thing}.`, ...about }));
		}
		draft.add('promise', { id: anId<'promise'>(), text: `Ask about ${thing}` });
		draft.add('article', {
			...{ id: anId<'article'>(), title: 'Boats in winter', url: 'https://example.com/boats' },
			...{ tags: ['Dairy', thing], savedOn: DAY }
		});
		for (const label of [`Hall of ${thing}`, `Hall for ${cure}`, 'Hall of boats']) {
			draft.add('moment', {
				...{ id: anId<'moment'>(), company: 'Alder', kind: 'other', label },
				...{ day: '2019-11-26' as Day, yearly: true }
			});
		}
		const of = { person: dana.id };
		draft.add('circle', { id: anId<'circle'>(), ...of, name: thing, relation: 'friend' });
		draft.add('circle', { id: anId<'circle'>(), ...of, name: 'Max', relation: 'child' });
		draft.add('moment', {
			...{ id: anId<'moment'>(), ...of, kind: 'other', label: 'Boat races' },
			...{ day: '2020-11-25' as Day, yearly: true }
		});
		draft.add('promise', { id: anId<'promise'>(), ...of, text: `Bring ${thing} along`, due: SOON });
		draft.add('gesture', {
			...{ id: anId<'gesture'>(2026), ...of, day: DAY, text: `Help with ${thing}` },
			...{ direction: 'received', kind: 'favour' }
		});
		for (const text of [`How is ${thing}?`, 'How is the boat?']) {
			draft.add('plan', {
				...{ id: anId<'plan'>(), ...of, day: SOON, kind: 'call', purpose: 'just-talked' },
				...{ opener: text, repeat: { every: 2, unit: 'week' } }
			});
		}
		draft.add('thankYou', {
			...{ id: thanksId, ...of, touch: meal.id, state: 'owed', mention: `${thing} at the table` },
			since: new Date(NOON).toISOString()
		});
	});
});

let mounted: object | undefined;
afterEach(async () => {
	if (mounted) await unmount(mounted);
	mounted = undefined;
});

const choice = (sensitive: boolean): ExportChoice => ({
	...{ who: { are: 'all' }, whose: 'everything', unmarked: true, sensitive }
});

const file =
	(format: ExportFormat) =>
	async (sensitive: boolean): Promise<string> => {
		const { blob } = await makeExport(kith, choice(sensitive), format);
		const text = await blob.text();
		// A marker cut by a fold would not be found.
		return text.replaceAll('\r\n ', '');
	};

/** The card as one sees it: what lies behind a tap is not seen. */
function beforeVisit(): string {
	const InBook = (anchor: Comment, props: ComponentProps<typeof BeforeVisit>) => {
		setKith(kith);
		return (BeforeVisit as unknown as (at: Comment, props: object) => object)(anchor, props);
	};
	const person = kith.book.get('person', dana.id) ?? dana;
	mounted = mount(InBook as unknown as typeof BeforeVisit, {
		...{ target: document.body, props: { person }, context: new Map() }
	});
	flushSync();
	const seen = document.body.cloneNode(true) as HTMLElement;
	for (const closed of seen.querySelectorAll('details:not([open])')) closed.remove();
	return seen.textContent;
}

async function letter(): Promise<string> {
	const written = new Letter(kith, new Standings(kith));
	await expect.poll(() => written.today?.for).toBe('text');
	return written.today?.for === 'text' ? JSON.stringify(written.today.thing) : '';
}

/** An article kept now, about everything there is a marker for. */
function anArticle(tags: readonly string[]): Article {
	return { id: anId<'article'>(), title: 'Boats in winter', tags: [...tags], savedOn: DAY };
}

function passedOn(): string {
	const person = kith.book.get('person', dana.id) ?? dana;
	const article = anArticle([...places.keys()]);
	const line = 'You row, so I thought of you.';
	return `${passOnWords(article, line)}\n${JSON.stringify(passOnLinks(person, article, line))}`;
}

async function likedFor(): Promise<string> {
	const likes = articleLikesOf(kith);
	await likes.prepare();
	return [...places.keys(), 'Dairy']
		.flatMap((tag) => likes.find(anArticle([tag])))
		.map(({ reason }) => reasonInWords(reason, kith.clock.today))
		.join('\n');
}

function thankYou(): string {
	const [person, thanks] = [kith.book.get('person', dana.id), kith.book.get('thankYou', thanksId)];
	if (!person || !thanks) throw new Error('no thank-you');
	const one = { person, thanks, touch: meal };
	return [...mentionsFor(kith, one), printedMention(kith, one)].join('\n');
}

/** Every way out that leaves the rep a choice; a new one goes here. */
const CHOSEN: Readonly<Record<string, (sensitive: boolean) => Promise<string> | string>> = {
	'vCard 4.0': file('vcard4'),
	'vCard 3.0': file('vcard3'),
	CSV: file('csv'),
	'JSON of a part': file('json'),
	'one person as a page': (sensitive) =>
		heldText(kith, kith.book.get('person', dana.id) ?? dana, sensitive, 'html'),
	'one person as JSON': (sensitive) =>
		heldText(kith, kith.book.get('person', dana.id) ?? dana, sensitive, 'json')
};

/** Every way out that leaves none; a new one goes here. */
const ALWAYS: Readonly<Record<string, () => string | Promise<string>>> = {
	'calendar of moments': () => calendarOf(momentsAsEvents(kith), NOON),
	'calendar of companies': () => calendarOf(companyMomentsAsEvents(kith), NOON),
	'calendar of what is booked': () => calendarOf(plansAsEvents(kith, kith.book.all('plan')), NOON),
	'text one person today': letter,
	'what a thank-you mentions': thankYou,
	'the card before a visit': beforeVisit,
	'text passed on with an article': passedOn,
	'why somebody would like an article': likedFor
};

function markersIn(text: string): string[] {
	return [...places.keys()].filter((word) => text.includes(word));
}

function told(words: Iterable<string>): string[] {
	return [...words].map((word) => places.get(word) ?? word).sort();
}

describe.each(Object.entries(CHOSEN))('%s', (name, way) => {
	test('holds nothing sensitive by itself', async () => {
		const text = await way(false);
		expect(text).toContain('Dana Whitlock');
		expect(told(markersIn(text))).toEqual([]);
	});

	test('holds it when the rep has chosen so', async () => {
		const wanted = { CSV: ['something touched on in the note to self'] }[name];
		const ofCards = wanted ?? (name.startsWith('vCard') ? told(onCards) : undefined);
		const found = told(markersIn(await way(true)));
		if (name.startsWith('vCard')) expect(found).toEqual(expect.arrayContaining(ofCards ?? []));
		else if (ofCards) expect(found).toEqual(ofCards);
		else if (name.startsWith('one person')) {
			expect(found).toEqual(told(asDana));
		} else expect(found).toEqual(told(asked));
	});
});

test.each(Object.entries(ALWAYS))('%s holds nothing sensitive', async (_, way) => {
	expect(told(markersIn(await way()))).toEqual([]);
});

test.each([
	['calendar of moments', 'Boat races'],
	['calendar of companies', 'Hall of boats'],
	['text passed on with an article', 'Boats in winter'],
	['why somebody would like an article', 'tag: Dairy'],
	['calendar of what is booked', 'How is the boat?'],
	['text one person today', 'Max'],
	['what a thank-you mentions', 'Her brother Zoltan sang there'],
	['the card before a visit', 'Max, child']
])('%s holds what is not sensitive', async (name, words) => {
	expect(await ALWAYS[name]?.()).toContain(words);
});

test('search finds nobody by it', async () => {
	const search = new Search(kith.book, {
		...{ lull: async () => undefined, painted: async () => undefined }
	});
	search.begin();
	await expect.poll(() => search.isComplete).toBe(true);
	const facts = kith.book.all('fact').map(({ text }) => text);
	for (const word of places.keys()) {
		if (!facts.some((text) => text.includes(word))) continue;
		// The note to self and the circle are found by their own words.
		if (onCards.has(word) || places.get(word)?.includes('touches on')) continue;
		expect(search.people(word), places.get(word)).toEqual([]);
	}
	expect(search.people('Whitlock')).toEqual([dana.id]);
});

test('a backup has all of it, and what is in the trash too', async () => {
	expect(told(markersIn(await backupOf(kith)))).toEqual(told([...asked, ...trashed]));
});
