// Birthdays when records become one: one day is left, on the same record on every device; another day is kept
// in words.
import type { AnyDay } from '$lib/domain/day';
import type { Id } from '$lib/domain/id';
import type { Moment } from '$lib/domain/records/moment';
import type { Book } from '$lib/store/book';
import type { Changes } from './merge-records';
import { longDay } from './say';

type PersonId = Id<'person'>;

/** The birthday written down with somebody, not one of the circle; the oldest where there are several. */
export function birthdayOf(book: Pick<Book, 'about'>, person: PersonId): Moment | undefined {
	return birthdays(book, person)[0];
}

/**
 * Leaves the birthday of whoever was chosen, or the one that says the most.
 * @returns other days, in words to be kept
 */
export function chooseBirthday(
	{ book }: { readonly book: Book },
	changes: Changes,
	people: readonly PersonId[],
	chosen: PersonId | undefined,
	trashedAt: string
): { readonly person: PersonId; readonly words: { label: string; text: string } }[] {
	const all = people.flatMap((id) => birthdays(book, id)).sort((a, b) => (a.id < b.id ? -1 : 1));
	const [stays, ...others] = all;
	if (!stays || others.length === 0) return [];
	const wanted = (chosen && birthdayOf(book, chosen)?.day) ?? stays.day;
	const fuller = all.find((one) => one.day !== wanted && saysAll(one.day, wanted));
	const day = fuller?.day ?? wanted;
	const label = stays.label ?? others.find((one) => one.label)?.label;
	const sensitive = all.some((one) => one.sensitive);
	const change = { day, ...(label ? { label } : {}), ...(sensitive ? { sensitive } : {}) };
	changes.add('moment', stays.id, change);
	for (const { id } of others) changes.add('moment', id, { trashedAt });
	return all.flatMap((one) => {
		if (saysAll(day, one.day) || !one.person) return [];
		const text = [longDay(one.day), one.label].filter(Boolean).join(', ');
		return [{ person: one.person, words: { label: 'Birthday, noted a second time', text } }];
	});
}

/** Whether a day says what another says: a day without its year is told by the same day with it. */
function saysAll(day: AnyDay, other: AnyDay): boolean {
	return day === other || (other.startsWith('-') && day.slice(4) === other.slice(1));
}

function birthdays(book: Pick<Book, 'about'>, person: PersonId): Moment[] {
	return book
		.about('moment', person)
		.filter(({ kind, circle }) => kind === 'birthday' && circle === undefined)
		.sort((a, b) => (a.id < b.id ? -1 : 1));
}
