// Before a visit: nothing that is to be kept quiet is read over the rep's shoulder.
import { flushSync, mount, unmount, type ComponentProps } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import { Kith, setKith } from '$lib/state/kith.svelte';
import {
	aBook,
	aNote,
	anId,
	aPerson,
	NOON,
	TestClock,
	write
} from '../../../../tests/support/books';
import BeforeVisit from './BeforeVisit.svelte';

const dana = aPerson({ name: 'Dana Whitlock', about: 'Ask how Eva is' });
const day = '2026-11-10' as Day;
const note = aNote({ people: [dana.id], day, body: 'Eva was there. It rained.' });
let kith: Kith;
let app: object | undefined;

beforeEach(async () => {
	const book = await aBook('phone', new TestClock());
	await book.openYears(2026, async () => undefined);
	kith = new Kith(book, () => NOON);
	write(book, (draft) => {
		draft.add('person', dana);
		draft.add('note', note);
		draft.add('plan', {
			...{ id: anId<'plan'>(), person: dana.id, day: '2026-11-24' as Day },
			...{ kind: 'visit', purpose: 'just-talked', opener: 'Eva and the boat' }
		});
		for (const name of ['Eva', 'Max']) {
			draft.add('circle', {
				...{ id: anId<'circle'>(), person: dana.id, name, relation: 'child' }
			});
		}
		for (const text of ['Photos of Eva', 'The drawing']) {
			draft.add('promise', { id: anId<'promise'>(), person: dana.id, text });
			draft.add('gesture', {
				...{ id: anId<'gesture'>(), person: dana.id, day, text: `${text}, from her` },
				...{ direction: 'received', kind: 'favour' }
			});
		}
	});
});
afterEach(() => app && unmount(app));

function shown(): string {
	const InBook = (anchor: Comment, props: ComponentProps<typeof BeforeVisit>) => {
		setKith(kith);
		return (BeforeVisit as unknown as (at: Comment, props: object) => object)(anchor, props);
	};
	app = mount(InBook as unknown as typeof BeforeVisit, {
		target: document.body,
		props: { person: dana },
		context: new Map()
	});
	flushSync();
	return (document.querySelector('.before')?.textContent ?? '').replace(/\s+/g, ' ');
}

function hush(text: string): void {
	write(kith.book, (draft) =>
		draft.add('fact', { id: anId<'fact'>(), person: dana.id, topic: 38, text, day })
	);
}

test('all that was written down is there', () => {
	expect(shown().match(/Eva/g)).toHaveLength(6);
});

test('what is not to be mentioned is only behind its tap', () => {
	hush('Eva died in May');
	const text = shown();
	expect(text.match(/Eva/g)).toEqual(['Eva']);
	for (const left of ['It rained', 'Max', 'The drawing', 'The drawing, from her']) {
		expect(text).toContain(left);
	}
});

test('where everything is kept quiet, it does not say that nothing is written down', () => {
	const trashedAt = new Date(NOON).toISOString();
	write(kith.book, (draft) => draft.edit('note', note.id, { trashedAt }));
	for (const matter of ['Eva died', 'Max too', 'The drawing']) hush(matter);
	expect(shown()).not.toMatch(/This time|Names around|You promised|Received|Nothing is written/);
});
