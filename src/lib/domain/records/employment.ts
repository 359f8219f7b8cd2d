// Employment: where a person worked before, one record for each post; the present one is the person's own `company`.
import * as v from 'valibot';
import { anyDay, everyRecord, idOf, words } from './field';

export const employment = v.object({
	...everyRecord,
	id: idOf<'employment'>(),
	person: idOf<'person'>(),
	company: words,
	title: v.exactOptional(v.string()),
	from: v.exactOptional(anyDay),
	to: v.exactOptional(anyDay),
	note: v.exactOptional(idOf<'note'>())
});

export type Employment = Readonly<v.InferOutput<typeof employment>>;
