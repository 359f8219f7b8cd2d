// An article the rep keeps because somebody he knows may like it.
import * as v from 'valibot';
import { day, everyRecord, idOf, words } from './field';

export const article = v.object({
	...everyRecord,
	id: idOf<'article'>(),
	title: words,
	url: v.exactOptional(v.string()),
	text: v.exactOptional(v.string()),
	tags: v.exactOptional(v.pipe(v.array(words), v.readonly())),
	savedOn: day
});

export type Article = Readonly<v.InferOutput<typeof article>>;
