// Words that wait for a lost row. Yjs shows nothing that a writer wrote after a gap until the gap is
// filled; the rep should see them now. A scratch document has the gap filled with nothing; what then
// shows there and not here is written once more under a writer's name of its own. The gap itself stays
// open, so that the true row still fits when it comes back from another device.
import { applyUpdate, Doc, encodeStateAsUpdate, Map as YMap, Text } from 'yjs';
import { tables } from '$lib/domain/records/tables';
import { recordOfKey } from './versions';

/** Maps whose keys are no versions of anything. */
const PLAIN = new Set(['years', 'erased']);

/** More rounds than gaps there can sensibly be. */
const ROUNDS = 10_000;

/**
 * Brings to light what waits in a document for rows that are not there.
 * @param writer a name nobody else writes under
 * @returns how many records and bodies came to light
 */
export function salvage(doc: Doc, writer: string): number {
	const scratch = new Doc();
	applyUpdate(scratch, encodeStateAsUpdate(doc));
	fillGaps(scratch);
	let count = 0;
	doc.transact(() => {
		for (const name of scratch.share.keys()) {
			if (!PLAIN.has(name) && name !== 'bodies' && !Object.hasOwn(tables, name)) continue;
			count += bringOver(scratch.getMap(name), doc.getMap(name), writer, name);
		}
	});
	return count;
}

function bringOver(from: YMap<unknown>, to: YMap<unknown>, writer: string, name: string): number {
	const said = new Set<string>();
	for (const [key, value] of to) said.add(`${recordOfKey(key)} ${textOf(value)}`);
	let count = 0;
	for (const [key, value] of from) {
		const record = recordOfKey(key);
		const text = textOf(value);
		if (text === '' || said.has(`${record} ${text}`)) continue;
		if (PLAIN.has(name)) to.set(key, value);
		else to.set(`${record} ${writer}`, value instanceof Text ? new Text(text) : text);
		count++;
	}
	return count;
}

function textOf(value: unknown): string {
	if (value instanceof Text) return value.toJSON();
	return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
}

function fillGaps(doc: Doc): void {
	for (let round = 0; round < ROUNDS && doc.store.pendingStructs; round++) {
		for (const [client, clock] of doc.store.pendingStructs.missing) {
			const structs = doc.store.clients.get(client);
			const end = structs?.at(-1);
			const from = end ? end.id.clock + end.length : 0;
			if (from <= clock) applyUpdate(doc, nothing(client, from, clock + 1 - from));
		}
	}
}

/** An update (version 1) that says of a stretch of one client's clock that nothing is left of it. */
function nothing(client: number, clock: number, length: number): Uint8Array {
	const bytes: number[] = [1, 1];
	const varUint = (value: number): void => {
		let rest = value;
		while (rest > 0x7f) {
			bytes.push(0x80 | (rest % 0x80));
			rest = Math.floor(rest / 0x80);
		}
		bytes.push(rest);
	};
	varUint(client);
	varUint(clock);
	bytes.push(0);
	varUint(length);
	bytes.push(0);
	return new Uint8Array(bytes);
}
