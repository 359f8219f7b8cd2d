// What is known about a person is never lost: every topic comes back from a backup, and answers revised
// apart on two devices are all readable on both.
import { expect, test } from 'vitest';
import { answersOf, type Answer } from '$lib/domain/answers';
import { borrowedIn } from '$lib/domain/borrowed';
import type { AnyDay, Day } from '$lib/domain/day';
import { aspects, type Fact } from '$lib/domain/records/fact';
import { topics } from '$lib/domain/topics';
import { Autosave } from '$lib/state/autosave.svelte';
import { answersAbout } from '$lib/state/about-person';
import { answerField } from '$lib/state/entry-forms';
import { addAspect, aspectsAbout, borrowedAbout, settle } from '$lib/state/facts';
import type { Kith } from '$lib/state/kith.svelte';
import type { Book } from '$lib/store/book';
import { aKith, backupOf, bring } from '../support/backups';
import { anId, aPerson, digest, NOON, send, TestClock, write } from '../support/books';

const day = '2026-11-02' as Day;
const dana = aPerson({ name: 'Dana Whitlock' });

/** All 66: in words where they have a place, else in the record they are borrowed from. */
function answerEverything(book: Book): void {
	const person = dana.id;
	write(book, (draft) => {
		draft.add('person', {
			...dana,
			...{ nickname: 'Dee', title: 'Buyer', company: 'Harrow Foods' },
			phones: [{ value: '312 555', label: 'work' }],
			addresses: [
				{ street: 'Mill Lane 2', label: 'work' },
				{ street: 'Oak Road 9', label: 'home' }
			]
		});
		for (const [relation, name] of [
			['spouse', 'Tom'],
			['child', 'Max']
		] as const) {
			draft.add('circle', { id: anId<'circle'>(), person, name, relation });
		}
		for (const [kind, day] of [
			['birthday', '--04-12'],
			['wedding', '2009-06-20']
		] as const) {
			const moment = { id: anId<'moment'>(), person, kind, day: day as AnyDay, yearly: true };
			draft.add('moment', moment);
		}
		for (const [company, title] of [
			['Calder Dairy', 'Cook'],
			['Harrow Foods', 'Clerk']
		] as const) {
			draft.add('employment', { id: anId<'employment'>(), person, company, title, from: day });
		}
		for (const { number: topic, takesWords } of topics) {
			if (!takesWords) continue;
			const first = { person, topic, day, source: 'told-me' } as const;
			const id = anId<'fact'>();
			draft.add('fact', { ...first, id, text: `Was ${topic}`, owner: 'employer' });
			const revision = { ...first, id: anId<'fact'>(), revises: id, note: anId<'note'>() };
			draft.add('fact', { ...revision, text: `Is ${topic} — “né 3”`, owner: 'mine' });
		}
		for (const aspect of aspects) {
			const text = `Some ${aspect}`;
			draft.add('fact', { id: anId<'fact'>(), person, aspect, text, day, label: 'free' });
		}
		draft.add('fact', { id: anId<'fact'>(), person, text: 'Closed', day, sensitive: true });
	});
}

/** What is known, by topic; free ones under 0. */
function knownIn(book: Book): Map<number, unknown[]> {
	const [person] = book.all('person');
	const known = new Map<number, unknown[]>();
	const add = (topic: number, thing: unknown): void => {
		known.set(topic, [...(known.get(topic) ?? []), thing]);
	};
	for (const answer of answersOf(book.about('fact', dana.id))) add(answer.fact.topic ?? 0, answer);
	const borrowed = borrowedIn({
		person: person ?? dana,
		circle: book.about('circle', dana.id),
		moments: book.about('moment', dana.id),
		employment: book.about('employment', dana.id)
	});
	for (const [topic, things] of borrowed) add(topic, things);
	return known;
}

test.each(['merge', 'replace'] as const)(
	'every one of the 66 topics comes back from a backup (%s), with what it said before',
	async (mode) => {
		const [full, fresh] = [await aKith('full'), await aKith('fresh')];
		answerEverything(full.book);
		const known = knownIn(full.book);
		expect([...known.keys()].toSorted((a, b) => a - b)).toEqual(
			Array.from({ length: 67 }, (_, topic) => topic)
		);
		await bring(fresh, await backupOf(full), mode);
		expect(knownIn(fresh.book)).toEqual(known);
		expect(digest(fresh.book)).toBe(digest(full.book));
		expect(borrowedAbout(fresh, fresh.book.get('person', dana.id) ?? dana).size).toBe(10);
		for (const { fact, before } of answersOf(fresh.book.about('fact', dana.id))) {
			if (fact.topic === undefined) continue;
			expect([fact.owner, ...before.map(({ owner }) => owner)]).toEqual(['mine', 'employer']);
		}
	}
);

const text = ({ fact }: Answer): string => fact.text;
const everyWord = (kith: Kith): string[] => [
	...new Set(
		answersAbout(kith, dana.id).flatMap(({ fact, before }) =>
			[fact, ...before].map((one) => one.text)
		)
	)
];

/** Two devices that both know of Dana and how she spends her Sundays. */
async function twoDevices() {
	const clocks = [new TestClock(), new TestClock(NOON + 7)] as const;
	const [phone, laptop] = [await aKith('phone', clocks[0]), await aKith('laptop', clocks[1])];
	const runs: Fact = { id: anId<'fact'>(), person: dana.id, topic: 47, text: 'Runs', day };
	write(phone.book, (draft) => {
		draft.add('person', dana);
		draft.add('fact', runs);
	});
	send(phone.book, laptop.book);
	const meet = (): void => {
		send(phone.book, laptop.book);
		send(laptop.book, phone.book);
		expect(digest(laptop.book)).toBe(digest(phone.book));
	};
	const revise = (kith: Kith, fact: Fact, ...texts: string[]): void => {
		for (const text of texts) {
			for (const clock of clocks) clock.ms += 1_000;
			const field = answerField(kith, new Autosave(kith), fact);
			field.value = text;
			field.leave();
			fact = kith.book.all('fact').find((one) => one.revises === fact.id) ?? fact;
		}
	};
	return { phone, laptop, runs, meet, revise };
}

test('answers revised apart both stand on both devices, and say what they said before', async () => {
	const { phone, laptop, runs, meet, revise } = await twoDevices();
	revise(phone, runs, 'Swims', 'Swims far');
	revise(laptop, runs, 'Climbs');
	meet();
	for (const kith of [phone, laptop]) {
		expect(answersAbout(kith, dana.id).map(text).toSorted()).toEqual(['Climbs', 'Swims far']);
		expect(everyWord(kith).toSorted()).toEqual(['Climbs', 'Runs', 'Swims', 'Swims far']);
	}
	expect(answersAbout(laptop, dana.id)).toEqual(answersAbout(phone, dana.id));
});

test('one is chosen on one device: it stands on both, above all that was ever said', async () => {
	for (const chosen of ['Swims', 'Climbs']) {
		const { phone, laptop, runs, meet, revise } = await twoDevices();
		revise(phone, runs, 'Swims');
		revise(laptop, runs, 'Climbs');
		meet();
		const answer = answersAbout(phone, dana.id).find(({ fact }) => fact.text === chosen);
		settle(phone, answer as Answer);
		meet();
		for (const kith of [phone, laptop]) {
			expect(answersAbout(kith, dana.id).map(text)).toEqual([chosen]);
			expect(everyWord(kith).toSorted()).toEqual(['Climbs', 'Runs', 'Swims']);
		}
	}
});

test('chosen differently on both, nothing is lost, and it can be settled again', async () => {
	const { phone, laptop, runs, meet, revise } = await twoDevices();
	revise(phone, runs, 'Swims');
	revise(laptop, runs, 'Climbs');
	meet();
	for (const [kith, words] of [
		[phone, 'Swims'],
		[laptop, 'Climbs']
	] as const) {
		const mine = answersAbout(kith, dana.id).find(({ fact }) => fact.text === words);
		settle(kith, mine as Answer);
	}
	meet();
	const standing = answersAbout(phone, dana.id);
	expect(new Set(standing.map(text)).size).toBe(standing.length);
	expect(everyWord(phone).toSorted()).toEqual(['Climbs', 'Runs', 'Swims']);
	settle(laptop, answersAbout(laptop, dana.id)[0] as Answer);
	meet();
	expect(answersAbout(phone, dana.id)).toHaveLength(1);
	expect(everyWord(phone).toSorted()).toEqual(['Climbs', 'Runs', 'Swims']);
});

test('a liking written down on both devices shows once', async () => {
	const { phone, laptop, meet } = await twoDevices();
	expect(addAspect(phone, dana.id, 'interest', 'Chess')).toBe(true);
	expect(addAspect(laptop, dana.id, 'interest', ' chess')).toBe(true);
	meet();
	for (const kith of [phone, laptop]) {
		expect(aspectsAbout(kith, dana.id).map(text)).toEqual(['Chess']);
	}
});
