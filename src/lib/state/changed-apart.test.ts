// A form that is saved writes only what was changed in it: what another device changed meanwhile stays.
import { beforeEach, expect, test } from 'vitest';
import type { AnyDay, Day } from '$lib/domain/day';
import type { Gesture } from '$lib/domain/records/gesture';
import type { Moment } from '$lib/domain/records/moment';
import { aBook, anId, aPerson, digest, send, TestClock, write } from '../../../tests/support/books';
import { correctPart } from './about-person';
import { keepCompanyMoment } from './companies';
import { keepPost, postsAbout } from './employment';
import { changeGesture } from './gestures';
import { Kith } from './kith.svelte';

const clock = new TestClock();
const dana = aPerson({ name: 'Dana Whitlock' });
const line: Gesture = {
	...{ id: anId<'gesture'>(), person: dana.id, day: '2026-11-02' as Day, text: 'Help' },
	...{ direction: 'given', kind: 'help' }
};
const max = { id: anId<'circle'>(), person: dana.id, name: 'Max', relation: 'child' } as const;
const day: Moment = {
	...{ id: anId<'moment'>(), company: 'Harrow Foods', kind: 'founding-day', yearly: true },
	day: '--05-03' as AnyDay
};
const post = { id: anId<'employment'>(), person: dana.id, company: 'Acme' };
let phone: Kith;
let laptop: Kith;

beforeEach(async () => {
	phone = new Kith(await aBook('phone', clock), clock.now);
	laptop = new Kith(await aBook('laptop', clock), clock.now);
	write(phone.book, (draft) => {
		draft.add('person', dana);
		draft.add('gesture', line);
		draft.add('circle', max);
		draft.add('moment', day);
		draft.add('employment', post);
	});
	send(phone.book, laptop.book);
});

/** The phone first, five minutes later the laptop, which has not heard of it; then both meet. */
function apart(onPhone: (kith: Kith) => void, onLaptop: (kith: Kith) => void): void {
	onPhone(phone);
	clock.ms += 5 * 60_000;
	onLaptop(laptop);
	send(phone.book, laptop.book);
	send(laptop.book, phone.book);
	expect(digest(phone.book)).toBe(digest(laptop.book));
}

test('a line keeps its new words when it is marked elsewhere', () => {
	apart(
		(kith) => changeGesture(kith, line, { ...line, text: 'Helped with the move' }),
		(kith) => changeGesture(kith, line, { ...line, owner: 'employer' })
	);
	expect(phone.book.get('gesture', line.id)).toMatchObject({
		...{ text: 'Helped with the move', owner: 'employer' }
	});
});

test('who gave and what kind it was are changed together, so that they always fit', () => {
	apart(
		(kith) => changeGesture(kith, line, { ...line, direction: 'received', kind: 'order' }),
		(kith) => changeGesture(kith, line, { ...line, direction: 'given', kind: 'card' })
	);
	expect(phone.book.get('gesture', line.id)).toMatchObject({ direction: 'given', kind: 'card' });
});

test('somebody in the circle, a company’s day and a post keep what either device wrote', () => {
	const { kind, yearly } = day;
	apart(
		(kith) => {
			correctPart(kith, 'circle', max, { ...max, name: 'Maxine', about: undefined });
			keepCompanyMoment(kith, 'Harrow Foods', { kind, yearly, day: day.day, label: 'Fair' }, day);
			keepPost(kith, dana, { company: 'Acme', title: 'Buyer' }, postsAbout(kith, dana)[0]);
		},
		(kith) => {
			correctPart(kith, 'circle', max, { ...max, about: 'Volcanoes' });
			keepCompanyMoment(kith, 'Harrow Foods', { kind, yearly, day: day.day, post: true }, day);
			const [held] = postsAbout(kith, dana);
			keepPost(kith, dana, { company: 'Acme', from: '2019-01-01' as AnyDay }, held);
		}
	);
	expect(phone.book.get('circle', max.id)).toMatchObject({ name: 'Maxine', about: 'Volcanoes' });
	expect(phone.book.get('moment', day.id)).toMatchObject({ label: 'Fair', post: true });
	expect(phone.book.get('employment', post.id)).toMatchObject({
		title: 'Buyer',
		from: '2019-01-01'
	});
});

test('a form saved as it was opened is no step', () => {
	const { latest } = phone.steps;
	changeGesture(phone, line, line);
	correctPart(phone, 'circle', max, { ...max, birthday: undefined });
	keepPost(phone, dana, { company: 'Acme' }, postsAbout(phone, dana)[0]);
	expect(phone.steps.latest).toBe(latest);
});
