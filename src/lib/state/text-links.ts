// Links that open a messenger with the draft in it. Nothing is sent by Kith itself.
import type { Person } from '$lib/domain/records/person';
import { reachLinks } from './reach';

/** The messengers a draft can be handed to. */
export interface TextLinks {
	readonly text?: string;
	readonly whatsapp?: string;
}

/** Links with the draft; absent where no number is known that can be texted. */
export function textLinks(person: Person, draft: string): TextLinks {
	const { text, whatsapp } = reachLinks(person);
	const words = encodeURIComponent(draft.trim());
	return {
		// "?&" is what both iPhone and Android understand.
		...(text ? { text: `${text}?&body=${words}` } : {}),
		...(whatsapp ? { whatsapp: `${whatsapp}?text=${words}` } : {})
	};
}
