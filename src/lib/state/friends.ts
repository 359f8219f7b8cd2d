// The friends question: answering it, and the answers in words.
import { dateOfDay, type Day } from '$lib/domain/day';
import { askAgainOn } from '$lib/domain/friends';
import type { Id } from '$lib/domain/id';
import type { FriendsAnswer } from '$lib/domain/records/friends-answer';
import type { Kith } from './kith.svelte';
import { locale } from './language';
import { numberWord } from './walk-words';
import { write } from './writing';

const month = new Intl.DateTimeFormat(locale, { month: 'long' });

/** The name of a day's month: "October". */
export function monthName(day: Day): string {
	return month.format(dateOfDay(day));
}

/** Keeps an answer; nobody is an answer, too. */
export function answerFriends(
	kith: Kith,
	asked: readonly Id<'person'>[],
	friends: readonly Id<'person'>[]
): void {
	const id = kith.book.newId('friendsAnswer');
	write(
		kith,
		(draft) => draft.add('friendsAnswer', { id, on: kith.clock.today, asked, friends }),
		'Answer kept'
	);
}

/** "three of them", "none of them", "all of them". */
export function friendsInWords({ asked, friends }: FriendsAnswer): string {
	if (friends.length === 0) return 'none of them';
	if (friends.length === asked.length && asked.length > 1) return 'all of them';
	return `${numberWord(friends.length)} of them`;
}

/** When the question comes back: "You will be asked again in January." */
export function askedAgain(answer: FriendsAnswer): string {
	return `You will be asked again in ${monthName(askAgainOn(answer))}.`;
}
