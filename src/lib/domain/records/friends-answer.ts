// An answer to the friends question: which of these would you call friends? "None" is one, too.
import * as v from 'valibot';
import { day, everyRecord, idOf, idsOf } from './field';

export const friendsAnswer = v.object({
	...everyRecord,
	id: idOf<'friendsAnswer'>(),
	on: day,
	/** Who sat in the Top Ten then. */
	asked: idsOf<'person'>(),
	friends: idsOf<'person'>()
});

export type FriendsAnswer = Readonly<v.InferOutput<typeof friendsAnswer>>;
