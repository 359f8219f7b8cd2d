// The published JSON Schema of one person's file says what the file is, and what Kith writes keeps to it.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dayOfDate } from '$lib/domain/day';
import { aspects, factSources } from '$lib/domain/records/fact';
import { owners } from '$lib/domain/records/field';
import { givenKinds, receivedKinds } from '$lib/domain/records/gesture';
import { momentKinds } from '$lib/domain/records/moment';
import { outcomes, purposes, touchKinds } from '$lib/domain/records/touch';
import { tableNames } from '$lib/domain/records/tables';
import { sampleBook } from '$lib/domain/sample/sample-book';
import { english as words } from '$lib/domain/sample/sample-en';
import { sections } from '$lib/domain/topics';
import { heldText } from '$lib/state/held';
import { aKith } from '../support/backups';
import { NOON, write } from '../support/books';
import { faultsOf, type JsonSchema } from '../support/json-schema';
import { aWholePerson } from '../support/whole-person';

const FILE = 'static/schema/kith-person-1.json';

const text = { type: 'string' } as const;
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
const anyDay = { type: 'string', pattern: '^(\\d{4}|-)-\\d{2}-\\d{2}$' } as const;
const owner = { description: 'Whose the entry is, where it is marked.', enum: [...owners] };
const some = (properties: Record<string, object>, required: readonly string[]) => ({
	...{ type: 'object', required: [...required], properties }
});
const list = (items: object) => ({ type: 'array', items });
const reach = list(some({ value: text, label: text }, ['value']));
const moment = some(
	{
		...{ kind: { enum: [...momentKinds] }, holiday: text, label: text, day: anyDay },
		...{ yearly: { type: 'boolean' }, sensitive: { type: 'boolean' } },
		whose: { description: 'The name of somebody in the circle.', ...text }
	},
	['kind', 'day', 'yearly']
);
const member = { name: text, relation: text, birthday: anyDay, about: text };
const fact = {
	...{ topic: { type: 'integer', minimum: 1, maximum: 66 }, about: text, text },
	...{ aspect: { enum: [...aspects] }, source: { enum: [...factSources] } },
	...{ learnedOn: day, sensitive: { type: 'boolean' }, owner }
};

const schema = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	title: 'What is held about one person, version 1',
	description:
		'For the eyes of that person. Texts are the rep’s own; days are civil days, --MM-DD where the year is not known. It cannot be restored: a backup can.',
	type: 'object',
	required: ['format', 'version', 'madeAt', 'withSensitive', 'leftOut', 'person'],
	properties: {
		format: { const: 'kith-person' },
		version: { const: 1 },
		madeAt: { type: 'string', format: 'date-time' },
		withSensitive: { type: 'boolean' },
		leftOut: {
			description: 'How many sensitive things, and things that touch on one, are not in it.',
			...{ type: 'integer', minimum: 0 }
		},
		person: some(
			{
				...{ name: text, givenName: text, familyName: text, nickname: text },
				...{ phones: reach, emails: reach, links: reach, addresses: list({ type: 'object' }) },
				...{ tags: list(text), about: text, texting: text, introducedBy: text },
				introduced: { description: 'Whom the person introduced.', ...list(text) },
				closeness: { description: 'As it was before it was dated.', ...text },
				...{ daysBetweenTouches: { type: 'integer', minimum: 0 }, keptFromAddressBook: list(text) }
			},
			['name']
		),
		employment: list(
			some({ company: text, title: text, from: anyDay, to: anyDay, present: { type: 'boolean' } }, [
				'company',
				'present'
			])
		),
		around: list(some(member, ['name', 'relation'])),
		inCircleOf: list(
			some({ of: text, ...member, moments: list(moment) }, ['of', 'name', 'relation'])
		),
		known: list(
			some(
				{
					...{ section: { enum: [...sections, 'free'] }, ...fact },
					before: list(some(fact, ['text', 'learnedOn']))
				},
				['section', 'text', 'learnedOn']
			)
		),
		moments: list(moment),
		promises: list(some({ text, due: day, keptOn: day }, ['text'])),
		plans: list(
			some(
				{
					...{ day, time: text, kind: { enum: [...touchKinds] }, purpose: { enum: [...purposes] } },
					...{ opener: text, closedOn: day }
				},
				['day', 'kind', 'purpose']
			)
		),
		happened: list(
			some(
				{
					...{ day, time: text, kind: { enum: [...touchKinds, 'note'] } },
					...{ purpose: { enum: [...purposes] }, outcome: { enum: [...outcomes] } },
					withOthers: { description: 'How many others.', type: 'integer', minimum: 1 },
					notes: list(some({ text, owner }, ['text']))
				},
				['day', 'kind', 'notes']
			)
		),
		giveAndTake: list(
			some(
				{
					...{ day, direction: { enum: ['given', 'received'] }, text, owner },
					kind: { enum: [...new Set([...givenKinds, ...receivedKinds])] }
				},
				['day', 'direction', 'kind']
			)
		),
		thankYous: list(some({ since: text, state: text, on: day, mention: text }, ['since', 'state'])),
		closeness: list(some({ kind: text, on: day }, ['kind', 'on'])),
		topTen: list(some({ from: day, to: day, reason: text }, ['from'])),
		calledAFriendOn: list(day)
	}
} as unknown as JsonSchema;

test('the published file is the schema as it is', () => {
	// `WRITE_SCHEMA=1 npx vitest run` publishes it anew; then format it.
	if (process.env['WRITE_SCHEMA']) writeFileSync(FILE, JSON.stringify(schema));
	expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
});

test('what Kith writes keeps to it, and a broken one does not', async () => {
	const kith = await aKith('phone');
	const today = dayOfDate(new Date(NOON));
	const content = sampleBook({ seed: 3, words, people: 40, entries: 600, today, now: NOON });
	write(kith.book, (draft) => {
		for (const table of tableNames) {
			for (const record of content[table] ?? []) draft.add(table, record);
		}
	});
	for (const person of kith.book.all('person')) {
		const file = JSON.parse(heldText(kith, person, true, 'json')) as Record<string, unknown>;
		expect(faultsOf(file, schema)).toEqual([]);
	}
	const [first] = kith.book.all('person');
	const file = JSON.parse(heldText(kith, first!, true, 'json')) as Record<string, unknown>;
	expect(faultsOf({ ...file, version: 2, calledAFriendOn: ['yesterday'] }, schema)).toEqual([
		'$.version: const',
		'$.calledAFriendOn[0]: pattern'
	]);
});

test('every field of the person that Kith writes is described', async () => {
	const kith = await aKith('phone');
	const { person, introducer } = aWholePerson('Ash');
	write(kith.book, (draft) => {
		for (const one of [person, introducer]) draft.add('person', one);
	});
	const { person: written } = JSON.parse(heldText(kith, person, true, 'json')) as Held;
	const { properties } = JSON.parse(readFileSync(FILE, 'utf8')) as Published;
	const described = Object.keys(properties.person.properties);
	expect(Object.keys(written).filter((field) => !described.includes(field))).toEqual([]);
});

interface Held {
	readonly person: object;
}
interface Published {
	readonly properties: { readonly person: { readonly properties: object } };
}
