// What the rep settled about tables, by their heads, so that a file from the same place is known again.
// It stays on this device and does not sync: tables are exported and read at one machine, forgetting costs
// a minute, and with the book locked it lies sealed beside it.
import * as v from 'valibot';
import { tablePlaces } from '$lib/domain/table-place';
import type { Kith } from './kith.svelte';
import { areSameHeads, type RememberedTable } from './remembered-table';

const remembered = v.object({
	heads: v.array(v.string()),
	settled: v.object({
		places: v.array(
			v.object({
				place: v.picklist(tablePlaces),
				label: v.exactOptional(v.string()),
				group: v.exactOptional(v.string())
			})
		),
		orders: v.record(v.string(), v.picklist(['day-month', 'month-day']))
	}),
	isHeadless: v.exactOptional(v.boolean())
});

const KEY = 'tables';
/** The latest come first. */
const MOST = 30;

/** Everything remembered; what cannot be read is as if it were not there. */
export async function rememberedTables(kith: Kith): Promise<RememberedTable[]> {
	try {
		const text = await kith.book.getLocal(KEY);
		if (typeof text !== 'string') return [];
		const read = v.safeParse(v.array(remembered), JSON.parse(text));
		return read.success ? read.output : [];
	} catch {
		return [];
	}
}

/** Remembers what goes where in tables with these heads. */
export async function rememberTable(kith: Kith, table: RememberedTable): Promise<void> {
	const others = (await rememberedTables(kith)).filter(
		({ heads }) => !areSameHeads(heads, table.heads)
	);
	try {
		await kith.book.setLocal(KEY, JSON.stringify([table, ...others].slice(0, MOST)));
	} catch {
		// The rep says it once more the next time.
	}
}
