// Closeness: how the rep calls a person from a day on. The record of the latest day stands, older ones tell how it came.
import * as v from 'valibot';
import { day, everyRecord, idOf } from './field';

export const kindsOfCloseness = ['customer', 'colleague', 'friend'] as const;

export const closeness = v.object({
	...everyRecord,
	id: idOf<'closeness'>(),
	person: idOf<'person'>(),
	kind: v.picklist(kindsOfCloseness),
	on: day
});

export type Closeness = Readonly<v.InferOutput<typeof closeness>>;
