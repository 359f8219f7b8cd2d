// Birthdays when records become one: one day is left, the chosen one on its own record; what another says
// besides is kept in words.
import type { AnyDay } from '$lib/domain/day';
import { timeOfStamp } from '$lib/domain/hlc';
import type { Id } from '$lib/domain/id';
import type { Moment } from '$lib/domain/records/moment';
import type { Book } from '$lib/store/book';
import { BIRTHDAY_APART, CARD_APART } from './merge-labels';
import { marksOn } from './merge-mark';
import type { Changes } from './merge-records';

type PersonId = Id<'person'>;

const ONE_GO_MS = 2_000;

/** The birthday written down with somebody, not one of the circle; the oldest where there are several. */
export function birthdayOf(book: Pick<Book, 'about'>, person: PersonId): Moment | undefined {
	return birthdays(book, person)[0];
}

/**
 * Leaves the birthday of whoever was chosen, or the one that says the most; no day moves to another record,
 * so that each has its own again when they part.
 * @returns other days and labels, in words to be kept
 */
export function chooseBirthday(
	{ book }: { readonly book: Book },
	changes: Changes,
	people: readonly PersonId[],
	chosen: PersonId | undefined,
	trashedAt: string
): { readonly person: PersonId; readonly words: { label: string; text: string } }[] {
	const all = people.flatMap((id) => birthdays(book, id)).sort((a, b) => (a.id < b.id ? -1 : 1));
	const [first] = all;
	if (!first || all.length < 2) return [];
	const wanted = (chosen && birthdayOf(book, chosen)) ?? first;
	const isFuller = (one: Moment): boolean => one.day !== wanted.day && saysAll(one.day, wanted.day);
	const stays = all.find(isFuller) ?? wanted;
	if (!stays.sensitive && all.some(({ sensitive }) => sensitive)) {
		changes.add('moment', stays.id, { sensitive: true });
	}
	return all.flatMap((one) => {
		if (one.id === stays.id) return [];
		changes.add('moment', one.id, { trashedAt });
		const text = wordsBeside(one, stays);
		if (!text || !one.person) return [];
		return [{ person: one.person, words: { label: BIRTHDAY_APART, text } }];
	});
}

/** The birthday to come back where merges made apart have each put away the other's; else undefined. */
export function birthdayPutAway(
	book: Book,
	kept: PersonId,
	ids: readonly PersonId[]
): Moment | undefined {
	if (birthdays(book, kept).length > 0) return undefined;
	const gone = book
		.trashed('moment')
		.filter(({ kind, circle, person }) => {
			return kind === 'birthday' && circle === undefined && person === kept;
		})
		.flatMap((moment) => {
			const cell = book.cells('moment', moment.id).get('trashedAt');
			return cell ? [{ moment, cell }] : [];
		})
		.sort((a, b) => (a.cell.stamp < b.cell.stamp ? 1 : -1));
	const [last] = gone;
	const marks = ids.flatMap((id) => marksOn(book, id));
	const isOfMerge = ({ cell }: { cell: { device: string; stamp: string } }): boolean =>
		marks.some(
			({ writer, stamp }) =>
				writer === cell.device &&
				Math.abs(timeOfStamp(stamp) - timeOfStamp(cell.stamp as typeof stamp)) <= ONE_GO_MS
		);
	if (!last || !isOfMerge(last)) return undefined;
	const merged = gone.filter(isOfMerge);
	if (new Set(merged.map(({ cell }) => cell.device)).size < 2) return undefined;
	return merged.map(({ moment }) => moment).sort((a, b) => (a.id < b.id ? -1 : 1))[0];
}

/** What a birthday says that the one that stays does not: the same on a device of any language. */
function wordsBeside(one: Moment, stays: Moment): string {
	const day = saysAll(stays.day, one.day) ? '' : one.day;
	const label = one.label === stays.label ? '' : one.label;
	const post = one.post && !stays.post ? CARD_APART : '';
	return [day, label, post].filter(Boolean).join(', ');
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
