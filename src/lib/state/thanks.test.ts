// Thank-yous and what comes back, in the book: each is one step, and one undo takes it back.
import { beforeEach, expect, test } from 'vitest';
import {
	aBook,
	aNote,
	anId,
	aPerson,
	digest,
	NOON,
	send,
	TestClock,
	write
} from '../../../tests/support/books';
import type { Day } from '$lib/domain/day';
import type { Plan } from '$lib/domain/records/plan';
import type { RepPromise } from '$lib/domain/records/promise';
import type { ThankYou } from '$lib/domain/records/thank-you';
import { Autosave } from './autosave.svelte';
import { Kith } from './kith.svelte';
import {
	ageInWords,
	envelopeLines,
	mentionField,
	mentionsFor,
	printedMention,
	thanksWith
} from './thanks';
import { closePlan, keepPromise, logTouch, settleThankYou, trashTouch } from './touches';
import { bringBack, trashOf } from './trash';
import { undo } from './undoing';

const TODAY = '2026-11-21' as Day;
const clock = new TestClock();
const abena = aPerson({ name: 'Abena Osei-Mensah' });
const tom = aPerson({ name: 'Tom Akers' });
let kith: Kith;

beforeEach(async () => {
	clock.ms = NOON;
	const book = await aBook('one', clock);
	kith = new Kith(book, clock.now);
	write(book, (draft) => {
		draft.add('person', abena);
		draft.add('person', tom);
	});
});

function lunch(words = '', day = TODAY): ThankYou {
	logTouch(kith, {
		...{ people: [abena.id, tom.id], kind: 'meal', purpose: 'asked', outcome: 'reached' },
		...{ day, words }
	});
	return kith.book.all('thankYou').find(({ person }) => person === abena.id)!;
}

test('a meal opens a thank-you for each of them, also after a no', () => {
	lunch();
	expect(kith.book.all('thankYou').map(({ person, state }) => [person, state])).toEqual([
		[abena.id, 'owed'],
		[tom.id, 'owed']
	]);
});

test('its age goes by hours, then by days', () => {
	const thanks = lunch();
	expect(ageInWords(thanks, NOON)).toBe('0 h');
	expect(ageInWords(thanks, NOON + 18.5 * 3_600_000)).toBe('18 h');
	expect(ageInWords(thanks, NOON + 72 * 3_600_000)).toBe('3 days');
});

test('things to mention come from the notes about the meeting, else from those of its day', () => {
	const told = lunch('Lunch with Abena. Kofi goes to Purdue.');
	write(kith.book, (draft) =>
		draft.add('note', aNote({ people: [abena.id], day: TODAY, body: 'Ewa sails.' }))
	);
	const offered = ({ id }: ThankYou) => {
		const open = thanksWith(kith, kith.book.get('thankYou', id));
		return open && mentionsFor(kith, open);
	};
	expect(offered(told)).toEqual(['Kofi goes to Purdue']);
	lunch();
	const bare = kith.book.about('thankYou', abena.id).find(({ touch }) => touch !== told.touch)!;
	expect(offered(bare)?.toSorted()).toEqual(['Ewa sails', 'Kofi goes to Purdue']);
});

test('what is mentioned is kept as typed, and not printed where it touches on a quiet matter', () => {
	const { id } = lunch();
	write(kith.book, (draft) =>
		draft.add('fact', {
			...{ id: anId<'fact'>(), person: abena.id, topic: 38, day: TODAY },
			text: 'The talks with Alder'
		})
	);
	const autosave = new Autosave(kith);
	const field = mentionField(kith, autosave, id);
	const printed = (): string =>
		printedMention(kith, thanksWith(kith, kith.book.get('thankYou', id))!);
	field.value = 'Kofi and Purdue ';
	field.flush();
	expect(kith.book.get('thankYou', id)?.mention).toBe('Kofi and Purdue ');
	expect(printed()).toBe('Kofi and Purdue');
	field.value = 'How is it going with Alder?';
	field.leave();
	expect(printed()).toBe('');
	field.value = ' ';
	field.leave();
	expect(kith.book.get('thankYou', id)).not.toHaveProperty('mention');
});

test('posting writes a card into give and take, and one undo takes back both', () => {
	const thanks = lunch();
	settleThankYou(kith, thanks, 'written');
	expect(kith.book.all('gesture')).toEqual([]);
	const before = digest(kith.book);
	settleThankYou(kith, kith.book.get('thankYou', thanks.id)!, 'posted');
	expect(kith.book.get('thankYou', thanks.id)).toMatchObject({ state: 'posted', on: TODAY });
	expect(kith.book.all('gesture')).toMatchObject([
		{ person: abena.id, direction: 'given', kind: 'card', day: TODAY, touch: thanks.touch }
	]);
	undo(kith);
	expect(digest(kith.book)).toBe(before);
	settleThankYou(kith, thanks, 'waved-off');
	expect(kith.book.all('gesture')).toEqual([]);
});

test.each([
	[
		{ street: '40 Dock Road', city: 'Green Bay', region: 'WI', postcode: '54302' },
		['Kestrel', '40 Dock Road', 'Green Bay, WI 54302']
	],
	[
		{ street: 'Am Markt 3\nHinterhaus', city: 'Bonn', postcode: '53111', country: 'Germany' },
		['Kestrel', 'Am Markt 3', 'Hinterhaus', '53111 Bonn', 'Germany']
	],
	[{ label: 'Home', street: '7 Mill Lane', city: 'Dubuque' }, ['7 Mill Lane', 'Dubuque']],
	[{ label: 'work', country: 'US' }, []]
])('the envelope of %j', (address, lines) => {
	expect(envelopeLines(aPerson({ company: 'Kestrel', addresses: [address] }))).toEqual(lines);
});

test('a call that comes back is booked anew in the step that closes it', () => {
	const plan: Plan = {
		...{ id: anId<'plan'>(), person: abena.id, day: '2026-11-20' as Day, time: '10:30' },
		...{ kind: 'call', purpose: 'just-talked', opener: 'Kofi' },
		repeat: { every: 2, unit: 'week' }
	};
	write(kith.book, (draft) => draft.add('plan', plan));
	const before = digest(kith.book);
	logTouch(kith, {
		...{ people: [abena.id], kind: 'call', purpose: 'just-talked', outcome: 'reached' },
		...{ day: TODAY, plan: plan.id }
	});
	const { id: _, ...fields } = plan;
	const open = kith.book.all('plan').filter(({ closedOn }) => closedOn === undefined);
	expect(open).toMatchObject([{ ...fields, day: '2026-12-04' }]);
	undo(kith);
	expect(digest(kith.book)).toBe(before);
});

test('a promise that comes back is owed again, on the last of a short month too', () => {
	clock.ms = Date.UTC(2027, 0, 31, 12);
	kith = new Kith(kith.book, clock.now);
	const promise: RepPromise = {
		...{ id: anId<'promise'>(), person: abena.id, text: 'The figures' },
		...{ due: '2027-01-31' as Day, repeat: { every: 1, unit: 'month' } }
	};
	write(kith.book, (draft) => draft.add('promise', promise));
	keepPromise(kith, promise);
	const [again] = kith.book.all('promise').filter(({ keptOn }) => keptOn === undefined);
	expect(again).toMatchObject({
		...{ person: abena.id, text: 'The figures', due: '2027-02-28' },
		repeat: { every: 1, unit: 'month', on: 31 }
	});
	undo(kith);
	expect(kith.book.all('promise')).toEqual([promise]);
});

const weekly: Plan = {
	...{ id: anId<'plan'>(), person: abena.id, day: '2026-11-20' as Day },
	...{ kind: 'call', purpose: 'just-talked', repeat: { every: 1, unit: 'week' } }
};
const figures: RepPromise = {
	...{ id: anId<'promise'>(), text: 'The figures', due: TODAY },
	repeat: { every: 1, unit: 'month' }
};
const call = (on: Kith): void =>
	void logTouch(on, {
		...{ people: [abena.id], kind: 'call', purpose: 'just-talked', outcome: 'reached' },
		...{ day: TODAY, plan: weekly.id }
	});
const booked = (on: Kith) => on.book.all('plan').filter(({ closedOn }) => closedOn === undefined);

test('what is done on two devices apart comes back once, and is one card', async () => {
	const thanks = lunch();
	write(kith.book, (draft) => {
		draft.add('plan', weekly);
		draft.add('promise', figures);
	});
	const laptop = new Kith(await aBook('laptop', clock), clock.now);
	send(kith.book, laptop.book);
	for (const on of [kith, laptop]) {
		call(on);
		keepPromise(on, figures);
		settleThankYou(on, thanks, 'posted');
	}
	send(kith.book, laptop.book);
	send(laptop.book, kith.book);
	for (const on of [kith, laptop]) {
		expect(booked(on)).toMatchObject([{ day: '2026-11-27' }]);
		const owed = on.book.all('promise').filter(({ keptOn }) => keptOn === undefined);
		expect(owed).toMatchObject([{ due: '2026-12-21' }]);
		expect(on.book.all('gesture')).toMatchObject([{ day: TODAY, person: abena.id }]);
	}
	expect(digest(laptop.book)).toBe(digest(kith.book));
});

test('done, taken back and done again it comes back once, also where the next had been changed', () => {
	write(kith.book, (draft) => draft.add('plan', weekly));
	call(kith);
	undo(kith);
	call(kith);
	const [next] = booked(kith);
	expect(booked(kith)).toHaveLength(1);
	// Still there, as after a merge: it is not booked a second time.
	write(kith.book, (draft) => closePlan(kith, draft, weekly, { closedOn: TODAY, touch: anId() }));
	expect(booked(kith)).toEqual([next]);
	const trashedAt = '2026-11-21T12:00:00.000Z';
	write(kith.book, (draft) => draft.edit('plan', next!.id, { trashedAt }));
	call(kith);
	expect(booked(kith)).toMatchObject([{ day: '2026-11-27' }]);
	expect(booked(kith)[0]!.id).not.toBe(next!.id);
});

test('posted twice it stays one card, which comes out of the trash for it', () => {
	const thanks = lunch();
	settleThankYou(kith, thanks, 'posted');
	settleThankYou(kith, thanks, 'owed');
	settleThankYou(kith, thanks, 'posted');
	const [card] = kith.book.all('gesture');
	expect(kith.book.all('gesture')).toHaveLength(1);
	const trashedAt = '2026-11-21T12:00:00.000Z';
	write(kith.book, (draft) => draft.edit('gesture', card!.id, { trashedAt }));
	settleThankYou(kith, thanks, 'posted');
	expect(kith.book.all('gesture')).toEqual([card]);
});

test('what comes only once does not come back', () => {
	const plan: Plan = {
		...{ id: anId<'plan'>(), person: abena.id, day: TODAY },
		...{ kind: 'call', purpose: 'just-talked' }
	};
	write(kith.book, (draft) => draft.add('plan', plan));
	write(kith.book, (draft) =>
		closePlan(kith, draft, plan, { closedOn: TODAY, touch: anId<'touch'>() })
	);
	expect(kith.book.all('plan')).toHaveLength(1);
});

test('a meeting taken to the trash takes its thank-yous along, and brings them back', () => {
	const { touch } = lunch();
	trashTouch(kith, kith.book.get('touch', touch)!);
	expect(kith.book.all('thankYou')).toEqual([]);
	const [trashed] = trashOf(kith).filter(({ table }) => table === 'touch');
	bringBack(kith, trashed!);
	expect(kith.book.all('thankYou')).toHaveLength(2);
});
