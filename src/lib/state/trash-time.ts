// The instant at which something goes to the trash, as its record keeps it.
import type { Kith } from './kith.svelte';

/** Now, by the clock of the book. */
export function trashTime({ clock }: Kith): string {
	return new Date(clock.exactly()).toISOString();
}
