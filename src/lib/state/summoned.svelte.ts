// What was called up over the screen, by a key or from a list: one at a time.
import type { Kith } from './kith.svelte';

/** What can be called up from anywhere. */
export type Summons =
	| { readonly what: 'find' }
	| { readonly what: 'keys' }
	| { readonly what: 'person'; readonly name: string };

/** What stands over the screen now. */
export class Summoned {
	current = $state.raw<Summons>();
}

const all = new WeakMap<Kith, Summoned>();

/** What is called up over the screens of a book. */
export function summonedOver(kith: Kith): Summoned {
	const held = all.get(kith) ?? new Summoned();
	all.set(kith, held);
	return held;
}
