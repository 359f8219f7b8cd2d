// An article the rep keeps because somebody he knows may like it.
import * as v from 'valibot';
import { day, everyRecord, idOf, listOf, words } from './field';

export const article = v.object({
	...everyRecord,
	id: idOf<'article'>(),
	title: words,
	url: v.exactOptional(v.string()),
	text: v.exactOptional(v.string()),
	tags: v.exactOptional(listOf(words)),
	savedOn: day
});

export type Article = Readonly<v.InferOutput<typeof article>>;
