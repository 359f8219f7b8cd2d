// Several Yjs documents that grew together: edits of maps and texts on each, exchanged in part and with
// gaps, deleted and garbage-collected content.
import fc from 'fast-check';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, Map as YMap, Text } from 'yjs';

interface OfKey {
	readonly doc: number;
	readonly key: number;
}

type Act =
	| (OfKey & { readonly is: 'set' | 'unset' | 'nest'; readonly value: number })
	| (OfKey & { readonly is: 'text' })
	| (OfKey & { readonly is: 'type'; readonly at: number; readonly letters: string })
	| (OfKey & { readonly is: 'rub'; readonly at: number; readonly many: number })
	| { readonly is: 'send' | 'send-last' | 'reload'; readonly doc: number; readonly to: number };

const doc = fc.nat(3);
const key = fc.nat(4);

/** What happens to four documents, in order. */
export const growing: fc.Arbitrary<readonly Act[]> = fc.array(
	fc.oneof(
		fc.record({
			is: fc.constantFrom('set' as const, 'unset' as const),
			doc,
			key,
			value: fc.nat(9)
		}),
		fc.record({ is: fc.constant('text' as const), doc, key }),
		fc.record({ is: fc.constant('nest' as const), doc, key, value: fc.nat(9) }),
		fc.record({
			is: fc.constant('type' as const),
			doc,
			key,
			at: fc.constantFrom(0, 0, 2, 5, 20),
			letters: fc.string({ unit: fc.constantFrom('a', 'é', '😀', 'b'), minLength: 1, maxLength: 6 })
		}),
		fc.record({
			is: fc.constant('type' as const),
			doc,
			key,
			at: fc.constantFrom(0, 0, 2, 5, 20),
			letters: fc.string({ unit: fc.constantFrom('x', 'y'), minLength: 1, maxLength: 6 })
		}),
		fc.record({
			is: fc.constant('rub' as const),
			doc,
			key,
			at: fc.constantFrom(0, 0, 2, 5, 20),
			many: fc.integer({ min: 1, max: 5 })
		}),
		fc.record({
			is: fc.constantFrom('send' as const, 'send-last' as const, 'reload' as const),
			doc,
			to: doc
		})
	),
	{ minLength: 5, maxLength: 60 }
);

/** The documents after all that; clients are numbered, so that a run can be repeated. */
export function grow(acts: readonly Act[]): Doc[] {
	let clients = 1;
	const made = (gc: boolean): Doc => {
		const doc = new Doc({ gc });
		// Not in the order of their making: Yjs settles by the number.
		doc.clientID = ((clients++ * 7919) % 10007) + 1;
		return doc;
	};
	const docs = [made(true), made(true), made(false), made(true)];
	const last = new Map<number, Uint8Array>();
	const follow = (index: number): void => {
		docs[index]?.on('update', (update: Uint8Array) => void last.set(index, update));
	};
	for (const index of docs.keys()) follow(index);
	for (const act of acts) {
		const doc = docs[act.doc] as Doc;
		const table = doc.getMap('people');
		const bodies = doc.getMap('bodies');
		if (act.is === 'set') table.set(`p${act.key}`, JSON.stringify({ value: act.value }));
		else if (act.is === 'unset') {
			table.delete(`p${act.key}`);
			if (act.value > 6) bodies.delete(`n${act.key}`);
		} else if (act.is === 'text')
			bodies.set(`n${act.key}`, new Text(act.key % 2 === 0 ? '' : 'begun'));
		else if (act.is === 'nest') bodies.set(`n${act.key}`, new YMap([['in', act.value]]));
		else if (act.is === 'type' || act.is === 'rub') {
			const text = bodies.get(`n${act.key}`);
			if (!(text instanceof Text)) continue;
			const at = Math.min(act.at, text.length);
			if (act.is === 'type') text.insert(at, act.letters);
			else text.delete(at, Math.min(act.many, text.length - at));
		} else if (act.is === 'reload') {
			// Each page load writes as a new client.
			const again = made(act.doc !== 2);
			applyUpdate(again, encodeStateAsUpdate(doc));
			docs[act.doc] = again;
			follow(act.doc);
		} else if ('to' in act && act.doc !== act.to) {
			const to = docs[act.to] as Doc;
			const update =
				act.is === 'send' ? encodeStateAsUpdate(doc, encodeStateVector(to)) : last.get(act.doc);
			if (update) applyUpdate(to, update);
		}
	}
	return docs;
}

/** What a document says, by its types: equal documents give equal texts. */
export function said(doc: Doc): string {
	const bodies = Object.entries(doc.getMap('bodies').toJSON()).sort();
	return JSON.stringify([Object.entries(doc.getMap('people').toJSON()).sort(), bodies]);
}

/** The same document again, also what is pending in it. */
export function copyOf(doc: Doc, gc = true): Doc {
	const copy = new Doc({ gc });
	applyUpdate(copy, encodeStateAsUpdate(doc));
	return copy;
}
