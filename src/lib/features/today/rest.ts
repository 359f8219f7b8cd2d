// The rest of Today, which waits for the years that tell who is going quiet.
import type { Kith } from '$lib/state/kith.svelte';
import { Letter as Writing } from '$lib/state/letter.svelte';
import { standingsOf } from '$lib/state/standings.svelte';
import Above from './Above.svelte';
import type { Agenda } from './agenda.svelte';
import Below from './Below.svelte';
import Beside from './Beside.svelte';
import Letter from './Letter.svelte';
import { Quiet } from './quiet.svelte';

/** What it shows, and where: above what is due, below it, and beside it. */
export interface Rest {
	readonly agenda: Agenda;
	readonly quiet: Quiet;
	readonly letter: Writing;
	readonly Above: typeof Above;
	readonly Below: typeof Below;
	readonly Letter: typeof Letter;
	readonly Beside: typeof Beside;
}

/** The rest of the day that `agenda` has begun; everybody's warmth is reckoned first, in slices. */
export async function restOf(kith: Kith, agenda: Agenda): Promise<Rest> {
	const standings = standingsOf(kith);
	await standings.prepare();
	const letter = new Writing(kith, standings);
	const quiet = new Quiet(kith, standings, () => [
		letter.today?.person,
		...agenda.rows.map(({ person }) => person)
	]);
	return { agenda, quiet, letter, Above, Below, Letter, Beside };
}
