// Every verb that writes leaves a step: taken back, the book is as before; done again, as after. A new
// verb is noticed, because all that write are looked up in the source and have to stand in the table.
// Over 300 lines because it is that one table.
import { beforeEach, describe, expect, test } from 'vitest';
import { aBook, anId, aNote, aPerson, aTouch, digest, write } from '../../../tests/support/books';
import { TestClock } from '../../../tests/support/books';
import { addDays, type Day } from '$lib/domain/day';
import type { Circle } from '$lib/domain/records/circle';
import type { Closeness } from '$lib/domain/records/closeness';
import type { Fact } from '$lib/domain/records/fact';
import type { Gesture } from '$lib/domain/records/gesture';
import type { Moment } from '$lib/domain/records/moment';
import type { Plan } from '$lib/domain/records/plan';
import type { Records, Table } from '$lib/domain/records/tables';
import type { ThankYou } from '$lib/domain/records/thank-you';
import { warmthOf } from '$lib/domain/warmth';
import * as aboutPerson from './about-person';
import * as articles from './articles';
import * as circlePerson from './circle-person';
import * as closeness from './closeness';
import * as companies from './companies';
import { CompanyNote } from './company-notes';
import { devicesOf } from './devices.svelte';
import * as employment from './employment';
import * as facts from './facts';
import { startTen } from './first-names';
import { piledUp, startAfresh } from './fresh-start';
import { answerFriends } from './friends';
import { changeGesture } from './gestures';
import * as introductions from './introductions';
import { keepWords, type Kept } from './keep-from-note';
import { Kith } from './kith.svelte';
import * as manyPeople from './many-people';
import { setOwnerOfAll } from './marking.svelte';
import { mergePeople } from './merge-people';
import * as momentWriting from './moment-writing';
import * as notes from './notes';
import * as notSame from './not-same';
import { setOwner } from './owners';
import { partAgain } from './part-again';
import { giveInPerson } from './pass-on';
import * as people from './people';
import { fillWithSample, removeSample } from './sample';
import { changeSettings } from './settings';
import { stepInWords, undoneInWords } from './step-words';
import * as touches from './touches';
import { bringBack, trashOf } from './trash';
import { redo, undo } from './undoing';
import * as walk from './walk';

const TODAY = '2026-11-21' as Day;
const BEFORE = addDays(TODAY, -30);
const call = { kind: 'call', purpose: 'just-talked' } as const;
const ids = { ada: anId<'person'>(), ben: anId<'person'>(), twin: anId<'person'>() };
const [ada, ben, twin] = [
	aPerson({ id: ids.ada, name: 'Ada Lind', company: 'Acme', title: 'Buyer', tags: ['boat'] }),
	aPerson({ id: ids.ben, name: 'Ben Ode', company: 'Acme', introducedBy: ids.ada }),
	aPerson({ id: ids.twin, name: 'A. Lind', about: 'Sails.' })
];
const gone = aPerson({ name: 'Gus', trashedAt: '2026-11-20T09:00:00.000Z' });
const about = { person: ada.id };
const met = aTouch({ people: [ada.id], kind: 'meal', day: BEFORE });
const note = aNote({ people: [ada.id] });
const inbox = aNote({ body: 'Send the plan.' });
const child: Circle = { id: anId<'circle'>(), ...about, name: 'Max', relation: 'child' };
const linked: Circle = { ...child, id: anId<'circle'>(), name: 'Ben Ode', self: ben.id };
const likes: Fact = {
	...{ id: anId<'fact'>(), ...about, text: 'Sailing', aspect: 'interest', day: BEFORE }
};
const first = { id: anId<'fact'>(), ...about, topic: 5, text: 'Kiruna', day: BEFORE };
const said = ['Luleå', 'Umeå'].map((text) => ({
	...first,
	...{ id: anId<'fact'>(), text, revises: first.id, day: TODAY }
}));
const birthday: Moment = {
	...{ id: anId<'moment'>(), ...about, kind: 'birthday', day: '1980-12-01' as Day, yearly: true }
};
const foundingDay = { kind: 'founding-day', day: '1990-12-01' as Day, yearly: true } as const;
const founding: Moment = { id: anId<'moment'>(), company: 'Acme', ...foundingDay };
const promise = { id: anId<'promise'>(), ...about, text: 'The rope shop', due: BEFORE };
const plan: Plan = { id: anId<'plan'>(), ...about, ...call, day: BEFORE };
const slot = { id: anId<'slot'>(), ...about, place: 1, from: BEFORE };
const slotOfBen = { ...slot, id: anId<'slot'>(), person: ben.id, place: 2 };
const card: ThankYou = {
	...{ id: anId<'thankYou'>(), ...about, touch: met.id, state: 'owed' },
	...{ since: '2026-10-22T12:00:00.000Z' }
};
const gave: Gesture = {
	...{ id: anId<'gesture'>(), ...about, direction: 'given', kind: 'help', day: BEFORE }
};
const article = { id: anId<'article'>(), title: 'Knots', tags: ['boat'], savedOn: BEFORE };
const post = { id: anId<'employment'>(), ...about, company: 'Harrow' };
const close: Closeness = { id: anId<'closeness'>(), ...about, kind: 'customer', on: BEFORE };
const walkNow = { id: anId<'walk'>(), on: TODAY };
const apart = { id: anId<'notSame'>(), people: [ben.id, twin.id] };
const phone = { id: anId<'device'>(), name: 'Phone', since: '2026-01-01T00:00:00.000Z' };

const content: readonly { readonly [T in Table]: readonly [T, readonly Records[T][]] }[Table][] = [
	['person', [ada, ben, twin, gone]],
	['touch', [met]],
	['note', [note, inbox]],
	['circle', [child, linked]],
	['fact', [likes, first, ...said]],
	['moment', [birthday, founding]],
	['promise', [promise]],
	['plan', [plan]],
	['slot', [slot, slotOfBen]],
	['thankYou', [card]],
	['gesture', [gave]],
	['article', [article]],
	['employment', [post]],
	['closeness', [close]],
	['walk', [walkNow]],
	['notSame', [apart]],
	['device', [phone]]
];

let kith: Kith;

beforeEach(async () => {
	localStorage.clear();
	const clock = new TestClock();
	kith = new Kith(await aBook('phone', clock), clock.now);
	write(kith.book, (draft) => {
		for (const [table, records] of content) for (const one of records) draft.add(table, one);
	});
	await kith.book.openYears(2026, () => Promise.resolve());
});

const answer = (text: string) =>
	aboutPerson.answersAbout(kith, ada.id).find(({ fact }) => fact.text === text)!;
const underWay = { walks: [walkNow], passed: new Set<string>() };
const sold = { title: 'Owner', since: TODAY };
const kept: Kept = {
	...{ kind: 'moment', person: ada.id, moment: 'trip', day: TODAY, yearly: false },
	...{ label: 'Lofoten', sensitive: false }
};

/* By the name of the verb; a verb that does two things differently stands twice. */
const verbs: readonly (readonly [string, () => unknown])[] = [
	['addPerson', () => people.addPerson(kith, { name: 'New' }, 'Met at the fair.')],
	['editPerson', () => people.editPerson(kith, ada.id, { about: 'Tall.', tags: undefined })],
	['trashPerson', () => people.trashPerson(kith, ada)],
	['bringBackPerson', () => people.bringBackPerson(kith, gone)],
	['seatPerson', () => people.seatPerson(kith, twin)],
	['swapIn', () => people.swapIn(kith, twin, 1, 'Moved away')],
	['leaveTen', () => people.leaveTen(kith, ada)],
	['movePlace', () => people.movePlace(kith, 1, 2)],
	['addFact', () => aboutPerson.addFact(kith, { ...about, text: 'Tea', day: TODAY })],
	['addToCircle', () => aboutPerson.addToCircle(kith, { ...about, name: 'Bo', relation: 'pet' })],
	['addGesture', () => aboutPerson.addGesture(kith, { ...gave, day: TODAY })],
	['changePart', () => aboutPerson.changePart(kith, 'promise', promise.id, { text: 'Rope' })],
	['correctPart', () => aboutPerson.correctPart(kith, 'circle', child, { name: 'Maxim' })],
	['trashPart', () => aboutPerson.trashPart(kith, 'moment', birthday, 'In the trash')],
	['keepArticle', () => articles.keepArticle(kith, 'https://example.org/knots')],
	['tagArticle', () => articles.tagArticle(kith, article, ['boat', 'rope'])],
	['trashArticle', () => articles.trashArticle(kith, article)],
	['makePerson', () => circlePerson.makePerson(kith, child, ada, { about: 'Nine.' })],
	['linkMember', () => circlePerson.linkMember(kith, child, ben)],
	['unlinkMember', () => circlePerson.unlinkMember(kith, linked)],
	['setCloseness', () => closeness.setCloseness(kith, ada, 'friend')],
	['trashCloseness', () => closeness.trashCloseness(kith, close)],
	['keepCompanyMoment', () => companies.keepCompanyMoment(kith, 'Acme', foundingDay)],
	[
		'keepCompanyMoment',
		() => companies.keepCompanyMoment(kith, 'Acme', { ...foundingDay, label: 'Day one' }, founding)
	],
	[
		'renameCompany',
		() => companies.renameCompany(kith, { key: 'acme', name: 'Acme' } as never, 'Ace')
	],
	['CompanyNote', () => new CompanyNote(kith, 'Acme').save('Forty people.')],
	['Devices', () => devicesOf(kith).rename(phone.id, 'Pocket')],
	['keepPost', () => employment.keepPost(kith, ada, { company: 'Dow' })],
	['trashPost', () => employment.trashPost(kith, ada, { ...post, records: [post.id] } as never)],
	['moveToNewJob', () => employment.moveToNewJob(kith, ada, { company: 'Ice', ...sold })],
	['forgetAspect', () => facts.forgetAspect(kith, answer('Sailing'))],
	['forgetAnswer', () => facts.forgetAnswer(kith, answer('Luleå'))],
	['settle', () => facts.settle(kith, answer('Umeå'))],
	['startTen', () => startTen(kith, ['Cai', 'Dee'])],
	[
		'startAfresh',
		() => {
			write(kith.book, (draft) => {
				for (let at = 0; at < 20; at++) {
					draft.add('promise', { ...promise, id: anId<'promise'>() });
				}
			});
			before = digest(kith.book);
			const warmth = { ...warmthOf([], 30, true, TODAY), kind: 'cold' as const };
			startAfresh(kith, piledUp(kith, [{ person: ada, warmth, place: 1 }]));
		}
	],
	['answerFriends', () => answerFriends(kith, [ada.id, ben.id], [ben.id])],
	['changeGesture', () => changeGesture(kith, gave, { ...gave, text: 'Carried boxes' })],
	['setIntroducer', () => introductions.setIntroducer(kith, ben, undefined)],
	['addIntroducer', () => introductions.addIntroducer(kith, ada, 'Eve')],
	['addIntroduced', () => introductions.addIntroduced(kith, ada, 'Flo')],
	['keepWords', () => keepWords(kith, kept, note)],
	['tagPeople', () => manyPeople.tagPeople(kith, [ada, ben], 'golf')],
	['untagPeople', () => manyPeople.untagPeople(kith, [ada, ben], 'boat')],
	['setCadence', () => manyPeople.setCadence(kith, [ada, ben], 14)],
	['trashPeople', () => manyPeople.trashPeople(kith, [ada, ben])],
	['setOwnerOfAll', () => setOwnerOfAll(kith, 'all', 'mine', () => Promise.resolve())],
	['mergePeople', () => mergePeople(kith, [[twin.id, ada.id]], 'One person now')],
	[
		'partAgain',
		async () => {
			await mergePeople(kith, [[twin.id, ada.id]]);
			before = digest(kith.book);
			const isAdaGone = kith.book.get('person', ada.id)?.trashedAt !== undefined;
			await partAgain(kith, isAdaGone ? ada.id : twin.id);
		}
	],
	['addMoment', () => momentWriting.addMoment(kith, { ...about, ...foundingDay })],
	['seeToMoment', () => momentWriting.seeToMoment(kith, birthday, TODAY, 'Ada’s birthday')],
	['sayNotSame', () => notSame.sayNotSame(kith, [ada.id, twin.id], 'Two people')],
	['takeNotSameBack', () => notSame.takeNotSameBack(kith, apart, 'Asked again')],
	[
		'saveNote',
		() =>
			notes.saveNote(kith, {
				...{ body: 'Lunch.', people: [ada.id], newPeople: ['Ivy'], plan },
				touch: { kind: 'meal', purpose: 'just-talked', outcome: 'reached', day: TODAY },
				promises: [{ text: 'Rope', due: TODAY }]
			})
	],
	['editNote', () => notes.editNote(kith, note.id, 'Max builds a boat.')],
	['sortNote', () => notes.sortNote(kith, inbox, [ada], ['Kim'])],
	['trashNote', () => notes.trashNote(kith, note)],
	['setOwner', () => setOwner(kith, [{ table: 'note', id: note.id }], 'mine')],
	['giveInPerson', () => giveInPerson(kith, ada, article)],
	['fillWithSample', () => fillWithSample(kith, { people: 12, entries: 30 })],
	[
		'removeSample',
		() => {
			fillWithSample(kith, { people: 12, entries: 30 });
			before = digest(kith.book);
			removeSample(kith);
		}
	],
	['changeSettings', () => changeSettings(kith, { cadence: 45 })],
	[
		'logTouch',
		() =>
			touches.logTouch(kith, {
				...{ people: [ada.id, ben.id], kind: 'visit', purpose: 'business', outcome: 'reached' },
				...{ day: TODAY, words: 'The boat is in.', plan: plan.id },
				next: { ...about, ...call, day: addDays(TODAY, 7) }
			})
	],
	['trashTouch', () => touches.trashTouch(kith, met)],
	['bookTouch', () => touches.bookTouch(kith, { ...about, ...call, day: TODAY })],
	['dropPlan', () => touches.dropPlan(kith, plan)],
	['makePromise', () => touches.makePromise(kith, { ...about, text: 'Tea' }, 'Promised')],
	[
		'keepPromise',
		() => touches.keepPromise(kith, { ...promise, repeat: { every: 1, unit: 'month' } })
	],
	['snooze', () => touches.snooze(kith, { table: 'plan', record: plan }, 7, 'Next week')],
	['snooze', () => touches.snooze(kith, { table: 'moment', record: birthday }, 7, 'Later')],
	['settleThankYou', () => touches.settleThankYou(kith, card, 'posted')],
	[
		'bringBack',
		() => {
			touches.trashTouch(kith, met);
			before = digest(kith.book);
			bringBack(
				kith,
				trashOf(kith).find(({ table }) => table === 'touch')!
			);
		}
	],
	['bookOnWalk', () => walk.bookOnWalk(kith, underWay, ada, { ...call, day: TODAY }, 'Booked')],
	['passOnWalk', () => walk.passOnWalk(kith, underWay, ada)],
	['finishWalk', () => walk.finishWalk(kith, underWay)]
];

let before = '';

describe('taken back by one step, and done again', () => {
	test.each(verbs)('%s', async (_, perform) => {
		before = digest(kith.book);
		await perform();
		const after = digest(kith.book);
		expect(after).not.toBe(before);
		const step = kith.steps.latest!;
		const words = [stepInWords(kith, step), undoneInWords(kith, step)];
		expect(words.join(' ')).not.toMatch(/undefined|\bnothing\b|\bentry$/);
		undo(kith);
		expect(digest(kith.book)).toBe(before);
		expect(redo(kith)).toBe(true);
		expect(digest(kith.book)).toBe(after);
		undo(kith);
		expect(digest(kith.book)).toBe(before);
	});
});

/* What writes and leaves no step to take back, or not here, and why. */
const others: Readonly<Record<string, string>> = {
	erase: 'nothing of it is left: that is what it is for',
	eraseDue: 'as erase',
	handOutBackup: 'as noteBackup',
	fillDemo: 'an empty book for trying, filled by its address',
	Marking: 'writes through setOwnerOfAll',
	noteBackup: 'no change of the rep’s',
	settleMerged: 'settles what two devices did, by itself',
	standAgain: 'belongs to erasing',
	keepUndone: 'belongs to the undo of a merge',
	keepMerged: 'belongs to a merge',
	takeOut: 'is the undo of an import',
	undoImport: 'is the undo of an import',
	importContacts: 'taken back on its own page: an-import-is-taken-back.test.ts',
	keepBroken: 'taken back on the Import page with the rest of it',
	restore: 'taken back on its own page: restore-points.test.ts',
	Autosave: 'autosave.svelte.test.ts',
	AutosaveField: 'writes through Autosave',
	write: 'the door itself'
};
const sources = import.meta.glob<string>('./*.ts', {
	...{ query: '?raw', import: 'default', eager: true }
});

test('no verb that writes is left out of the table', () => {
	const found = Object.entries(sources).flatMap(([file, source]) =>
		/\.test\.ts$/.test(file) ? [] : writersIn(source)
	);
	expect(found.length).toBeGreaterThan(60);
	const known = new Set([...verbs.map(([name]) => name), ...Object.keys(others)]);
	expect(found.filter((name) => !known.has(name))).toEqual([]);
});

/** The exported functions and classes that write, by themselves or through a neighbour in the file. */
function writersIn(source: string): string[] {
	if (!/from '(\.\/writing|\$lib\/store\/write)'/.test(source) && !/draft: Draft/.test(source)) {
		return [];
	}
	const unit = /^(export )?(?:async )?(?:function\*?|class) (\w+)[\s\S]*?^\}/gm;
	const units = [...source.matchAll(unit)].map(([text, exported, name = '']) => ({
		...{ name, isExported: exported !== undefined },
		body: text.slice(text.indexOf(name) + name.length)
	}));
	const writers = new Set<string>();
	const calls = (body: string, names: Iterable<string>): boolean =>
		[...names].some((name) => new RegExp(`(?<![.\\w#]|new )${name}\\(`).test(body));
	const doors = /from '\.\/writing'|from '\$lib\/store\/write'/.test(source)
		? ['write', 'writeStep', 'writeDraft']
		: [];
	for (let size = -1; size < writers.size;) {
		size = writers.size;
		for (const { name, body } of units) if (calls(body, [...doors, ...writers])) writers.add(name);
	}
	return units
		.filter(({ name, isExported }) => isExported && writers.has(name))
		.map(({ name }) => name);
}
