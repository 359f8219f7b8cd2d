// An article as fields that save as the rep writes: title, link and text.
import { httpLink, wholeLink, withoutLogin } from '$lib/domain/article-link';
import type { Id } from '$lib/domain/id';
import { mergeTexts } from '$lib/domain/three-way';
import { keptAlready } from './articles';
import type { Autosave, AutosaveField } from './autosave.svelte';
import type { Kith } from './kith.svelte';

/** The fields of one article. */
export interface ArticleForm {
	readonly title: AutosaveField<string>;
	readonly url: AutosaveField<string>;
	readonly text: AutosaveField<string>;
}

/** Makes the fields; a link that is none leaves the one before. */
export function articleForm(kith: Kith, autosave: Autosave, id: Id<'article'>): ArticleForm {
	const stored = () => kith.live.get('article', id);
	return {
		title: autosave.field({
			stored: () => stored()?.title ?? '',
			refuse: (title) =>
				title.trim() === '' ? 'It needs a few words; these are the old ones still.' : undefined,
			write: (draft, title) => draft.edit('article', id, { title: title.trim() })
		}),
		url: autosave.field({
			stored: () => stored()?.url ?? '',
			refuse: (url) => linkProblem(kith, url, id),
			write: (draft, url) => draft.edit('article', id, { url: httpLink(url) })
		}),
		text: autosave.field({
			stored: () => stored()?.text ?? '',
			merge: mergeTexts,
			write: (draft, text) =>
				draft.edit('article', id, { text: text.trim() === '' ? undefined : text })
		})
	};
}

function linkProblem(kith: Kith, url: string, id: Id<'article'>): string | undefined {
	if (url.trim() === '') return undefined;
	if (httpLink(url) === undefined)
		return 'A link begins with https:// or http://. The old one is still kept.';
	const link = wholeLink(url);
	if (link === undefined)
		return 'A place such as example.com is missing in this link. The old one is still kept.';
	if (withoutLogin(url) !== url)
		return 'There is a name or a password in this link. Take it out; the old one is still kept.';
	const known = keptAlready(kith, link, id);
	return known && `You keep this link already, as “${known.title}”.`;
}
