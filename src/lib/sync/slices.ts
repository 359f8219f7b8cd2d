// A document as a row of small updates: each can be applied as soon as it has come, and none waits for
// a later one. Made one by one while they are asked for, so that a large book never lies there twice.
import {
	decodeStateVector,
	encodeStateAsUpdate,
	encodeStateVector,
	findIndexSS,
	getState,
	Item,
	type Doc,
	type GC
} from 'yjs';
import { joined } from './bytes';
import { QuickEncoder } from '$lib/store/quick-texts';

/** One update (Yjs, format 1), and how much of the whole has been given by then: 0 to 1. */
export interface Slice {
	readonly update: Uint8Array;
	readonly part: number;
}

/**
 * What a document has and another lacks.
 *
 * Before a struct comes everything it was made upon: what stood to its left and right, what it lies in,
 * and its own writer's earlier structs. So applying the slices in order leaves nothing pending, except
 * what is pending here too; that travels with the last one. The last also carries what was deleted and
 * whatever changed meanwhile. The document may change between two slices.
 *
 * @param have the state vector of the other side; undefined: it has nothing
 * @param size bytes of one slice, roughly; one very long text is not split
 */
export function* slicesOf(
	doc: Doc,
	have: Uint8Array | undefined,
	size = 48 * 1024
): Generator<Slice> {
	const sent: Map<number, number> = have ? decodeStateVector(have) : new Map<number, number>();
	const total = structsAfter(doc, sent);
	let given = 0;
	const walk = new Walk(doc, sent);
	// What came meanwhile from other devices can be much; then it goes around once more.
	for (let round = size; round >= size;) {
		round = 0;
		for (const slice of walk.slices(size)) {
			round += slice.update.length;
			given += slice.structs;
			yield { update: slice.update, part: Math.min(given / Math.max(total, 1), 0.999) };
		}
	}
	yield { update: encodeStateAsUpdate(doc, encodeStateVector(sent)), part: 1 };
}

type Struct = Item | GC;
interface Place {
	readonly client: number;
	/** The last clock that is needed of this client. */
	readonly clock: number;
}

/** Where a client's next struct stands; holds only as long as the document does not change. */
interface Cursor {
	readonly structs: readonly Struct[];
	at: number;
}

/** Goes through all structs, each after those it needs. */
class Walk {
	readonly #doc: Doc;
	/** The next clock of each client that the other side lacks. */
	readonly #sent: Map<number, number>;

	constructor(doc: Doc, sent: Map<number, number>) {
		this.#doc = doc;
		this.#sent = sent;
	}

	*slices(size: number): Generator<{ update: Uint8Array; structs: number }> {
		const { store } = this.#doc;
		let page = new Page();
		let cursors = new Map<number, Cursor>();
		// Higher clients first, as Yjs does: with equal places the lower one then finds its own faster.
		for (const client of [...store.clients.keys()].sort((a, b) => b - a)) {
			// What this client has by now; what comes later goes with the next round.
			const needed: Place[] = [{ client, clock: getState(store, client) - 1 }];
			for (let place = needed.at(-1); place; place = needed.at(-1)) {
				const clock = this.#sent.get(place.client) ?? 0;
				if (clock > place.clock) {
					needed.pop();
					continue;
				}
				const cursor = this.#cursor(cursors, place.client, clock);
				const struct = cursor.structs[cursor.at] as Struct;
				const missing = struct instanceof Item ? this.#missing(struct) : undefined;
				if (missing) {
					needed.push(missing);
					continue;
				}
				page.write(struct, clock);
				this.#sent.set(place.client, struct.id.clock + struct.length);
				cursor.at++;
				if (page.bytes < size) continue;
				yield page.end();
				page = new Page();
				cursors = new Map();
			}
		}
		if (page.structs > 0) yield page.end();
	}

	#cursor(cursors: Map<number, Cursor>, client: number, clock: number): Cursor {
		const known = cursors.get(client);
		if (known) return known;
		const structs = this.#doc.store.clients.get(client) ?? [];
		const made = { structs, at: findIndexSS(structs, clock) };
		cursors.set(client, made);
		return made;
	}

	/** Something another client made that this struct was made upon and that has not been written. */
	#missing({ origin, rightOrigin, parent }: Item): Place | undefined {
		if (origin && this.#lacks(origin)) return origin;
		if (rightOrigin && this.#lacks(rightOrigin)) return rightOrigin;
		if (origin || rightOrigin) return undefined;
		const inside =
			parent !== null && typeof parent === 'object' && '_item' in parent && parent._item;
		return inside && this.#lacks(inside.id) ? inside.id : undefined;
	}

	#lacks({ client, clock }: Place): boolean {
		return (this.#sent.get(client) ?? 0) <= clock;
	}
}

/** One slice while it is being written. In an update each client stands once, with structs in a row. */
class Page {
	bytes = 0;
	structs = 0;
	readonly #clients = new Map<number, { from: number; structs: number; code: QuickEncoder }>();

	write(struct: Struct, clock: number): void {
		const { client } = struct.id;
		let run = this.#clients.get(client);
		if (!run) {
			run = { from: clock, structs: 0, code: new QuickEncoder() };
			this.#clients.set(client, run);
			this.bytes += 10;
		}
		const before = lengthOf(run.code);
		struct.write(run.code, clock - struct.id.clock);
		this.bytes += lengthOf(run.code) - before;
		run.structs++;
		this.structs++;
	}

	end(): { update: Uint8Array; structs: number } {
		const parts: Uint8Array[] = [varUints(this.#clients.size)];
		for (const [client, { from, structs, code }] of this.#clients) {
			parts.push(varUints(structs, client, from), code.toUint8Array());
		}
		// Nothing deleted: the last slice says all of it.
		parts.push(varUints(0));
		return { update: joined(parts), structs: this.structs };
	}
}

function structsAfter(doc: Doc, have: ReadonlyMap<number, number>): number {
	let many = 0;
	for (const [client, structs] of doc.store.clients) {
		const clock = have.get(client) ?? 0;
		if (clock < getState(doc.store, client)) many += structs.length - findIndexSS(structs, clock);
	}
	return many;
}

function lengthOf({ restEncoder }: QuickEncoder): number {
	let length = restEncoder.cpos;
	for (const full of restEncoder.bufs) length += full.length;
	return length;
}

function varUints(...numbers: readonly number[]): Uint8Array {
	const code = new QuickEncoder();
	for (const number of numbers) code.writeClient(number);
	return code.toUint8Array();
}
