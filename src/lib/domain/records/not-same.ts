// The rep's word that people who look alike are not the same: they are not offered as one person again.
import * as v from 'valibot';
import { everyRecord, idOf, idsOf } from './field';

export const notSame = v.object({
	...everyRecord,
	id: idOf<'notSame'>(),
	/** All of them differ from each other. */
	people: idsOf<'person'>()
});

export type NotSame = Readonly<v.InferOutput<typeof notSame>>;
