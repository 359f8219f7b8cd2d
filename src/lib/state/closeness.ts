// What somebody is to the rep: said by the rep alone, dated, with all it was before.
import { closenessHistory, type Closer, type KindOfCloseness } from '$lib/domain/closeness';
import { lastAnswer } from '$lib/domain/friends';
import type { Closeness } from '$lib/domain/records/closeness';
import type { FriendsAnswer } from '$lib/domain/records/friends-answer';
import type { Person } from '$lib/domain/records/person';
import type { Kith } from './kith.svelte';
import { longDay, shortDay, within } from './say';
import { trashTime } from './trash-time';
import { write } from './writing';

/** The choices in words. */
export const closenessWords: Readonly<Record<KindOfCloseness, string>> = {
	customer: 'Customer',
	colleague: 'Colleague',
	friend: 'Friend'
};

/** What a person is to the rep and has been, the latest first. */
export function closenessOf({ live }: Kith, person: Person): Closer[] {
	return closenessHistory(person, live.about('closeness', person.id));
}

/** Says what somebody is from today on. Said anew on one day, it is as if it had been said so at once. */
export function setCloseness(kith: Kith, person: Person, kind: KindOfCloseness): void {
	const [now, before] = closenessHistory(person, kith.book.about('closeness', person.id));
	if (now?.kind === kind) return;
	const { today } = kith.clock;
	const isAgain = now?.record !== undefined && now.record.on >= today && before?.kind === kind;
	const said = `${closenessWords[kind]} ${isAgain ? 'as before' : 'from today'}`;
	write(
		kith,
		(draft) => {
			// What another device dated tomorrow, where tomorrow is already, would stay above a line of today.
			if (now?.record === undefined || now.record.on < today) {
				const id = kith.book.newId('closeness');
				draft.add('closeness', { id, person: person.id, kind, on: today });
			} else if (before?.kind === kind) {
				draft.edit('closeness', now.record.id, { trashedAt: trashTime(kith) });
			} else {
				draft.edit('closeness', now.record.id, { kind });
			}
		},
		said
	);
}

/** Takes a line out of the history. */
export function trashCloseness(kith: Kith, record: Closeness): void {
	write(
		kith,
		(draft) => draft.edit('closeness', record.id, { trashedAt: trashTime(kith) }),
		`${closenessSince(kith, record)} is in the trash`
	);
}

/** "Friend since today". */
export function closenessSince({ clock }: Kith, { kind, on }: Closeness): string {
	return `${closenessWords[kind]} since ${shortDay(on, clock.today)}`;
}

/** "Friend since 3 May 2025; customer before". */
export function closenessInWords([now, before]: readonly Closer[]): string {
	if (!now) return '';
	const since = now.on === undefined ? '' : ` since ${longDay(now.on)}`;
	const was = before ? `; ${within(closenessWords[before.kind])} before` : '';
	return `${closenessWords[now.kind]}${since}${was}`;
}

/** What was said of somebody when the friends question was asked last; undefined when it was not about them. */
export function friendsAnswerOn({ live }: Kith, person: Person): FriendsAnswer | undefined {
	const asked = live.all('friendsAnswer').filter((answer) => answer.asked.includes(person.id));
	return lastAnswer(asked);
}
