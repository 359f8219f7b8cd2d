// A person on paper: what a rep takes along, and nothing that should not lie about.
import { beforeEach, expect, test } from 'vitest';
import type { AnyDay, Day } from '$lib/domain/day';
import type { Id } from '$lib/domain/id';
import { aKith } from '../../../tests/support/backups';
import { aNote, anId, aPerson, write } from '../../../tests/support/books';
import type { Kith } from './kith.svelte';
import { labelsOfApart } from './merge-labels';
import { personSheet } from './person-sheet';

const SECRET = 'Quittenbaum';
const day = '2026-11-02' as Day;
const dana = aPerson({
	...{ name: 'Dana Whitlock', about: 'Owes me a favour', phones: [{ value: '+49 30 1' }] },
	...{ vcard: ['X-COLOUR:blue'], closeness: 'colleague', cadence: 30, tags: ['A-list'] }
});
let kith: Kith;

beforeEach(async () => {
	kith = await aKith('phone');
	write(kith.book, (draft) => {
		draft.add('person', dana);
		const fact = { person: dana.id, day };
		draft.add('fact', { id: anId<'fact'>(), ...fact, topic: 40, text: SECRET });
		draft.add('fact', { id: anId<'fact'>(), ...fact, topic: 47, text: 'Rowing' });
		draft.add('moment', {
			...{ id: anId<'moment'>(), person: dana.id, kind: 'birthday', yearly: true },
			day: '1978-04-12' as AnyDay
		});
		draft.add('gesture', {
			...{ id: anId<'gesture'>(), person: dana.id, day, text: 'A book', kind: 'gift' },
			direction: 'given'
		});
		draft.add('note', aNote({ people: [dana.id], body: `About the ${SECRET}.` }));
		for (let nth = 1; nth <= 27; nth++) {
			const on = `2026-10-${String(nth).padStart(2, '0')}` as Day;
			draft.add('note', aNote({ people: [dana.id], day: on, body: `Number ${nth}.` }));
		}
	});
});

test('reach, what is known, days and what happened last are on it', () => {
	const { sections, older } = personSheet(kith, dana);
	expect(sections.map(({ title }) => title)).toEqual([
		'Ways to reach them',
		expect.stringMatching(/^What I know/),
		'Days that matter',
		'What happened'
	]);
	const happened = sections.at(-1)?.lines.map(({ what }) => what);
	expect([happened?.[0], happened?.at(-1), older]).toEqual(['Number 27.', 'Number 3.', 2]);
});

test('nothing sensitive, nothing of how they stand, nothing for the rep alone and nothing only a program reads is', () => {
	expect(JSON.stringify(personSheet(kith, dana))).not.toMatch(
		/Quittenbaum|colleague|favour|every 30|A-list|A book|X-COLOUR/i
	);
});

test('nor is what a merge kept of how they stand; what else it kept is in words, before as well', () => {
	const know = (
		field: keyof typeof labelsOfApart,
		text: string,
		revises?: Id<'fact'>
	): Id<'fact'> => {
		const id = anId<'fact'>();
		const fact = { id, person: dana.id, day, label: labelsOfApart[field], text };
		write(kith.book, (draft) => draft.add('fact', revises ? { ...fact, revises } : fact));
		return id;
	};
	know('cadence', '60');
	know('closeness', 'Friend');
	know('since', '2022-06-03', know('since', '2021-05-02'));
	const said = JSON.stringify(personSheet(kith, dana));
	expect(said).not.toMatch(/every 60|friend|20\d\d-\d\d/i);
	expect(said).toMatch(/June 3, 2022.*May 2, 2021/);
});
