import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, Map as YMap, Text } from 'yjs';
import type { Book } from '$lib/store/book';
import { CORE } from '$lib/store/documents';
import { aBook, aNote, aPerson, send, write } from '../../../tests/support/books';
import { copyOf, grow, growing, said } from '../../../tests/support/grown-docs';
import { contentOf } from './content';
import { covers, DIGEST_FORM, Digests, reachedOf } from './level';
import { slicesOf } from './slices';
import { PROTOCOL } from './talk';

const noPause = async (): Promise<void> => undefined;

/** Documents that belong to no book, under names. */
function holding(docs: Readonly<Record<string, Doc>>): Book {
	const documents = new Map(Object.entries(docs).map(([name, doc]) => [name, { name, doc }]));
	return { documents } as unknown as Book;
}

const digestOf = (doc: Doc): Promise<string> => new Digests(holding({ doc }), noPause).of('doc');

/** A small document: people, a note's body, and what was erased. */
function small(): { doc: Doc; people: YMap<unknown>; body: Text; erased: YMap<unknown> } {
	const doc = new Doc();
	const people = doc.getMap('people');
	people.set('ada phone', '{"h":"1","f":{"name":"Ada"}}');
	people.set('max phone', '{"h":"2","f":{"name":"Max"}}');
	const body = new Text('a volcano');
	doc.getMap('bodies').set('note phone', body);
	const erased = doc.getMap('erased');
	erased.set('gone', true);
	return { doc, people, body, erased };
}

describe('how far a book is', () => {
	it('is the state vector of each document that holds anything', async () => {
		const book = await aBook('phone');
		write(book, (draft) => draft.add('person', aPerson()));
		book.document('kith-journal-1999');
		const reached = reachedOf(book);
		expect(Object.keys(reached)).toEqual([CORE]);
		expect(reached[CORE]).toEqual(encodeStateVector(book.document(CORE).doc));
	});

	it('covers what another has only with all of it', async () => {
		const [phone, laptop] = [await aBook('phone'), await aBook('laptop')];
		expect(covers(reachedOf(phone), reachedOf(laptop))).toBe(true);
		write(phone, (draft) => draft.add('note', aNote()));
		const before = reachedOf(phone);
		expect(covers(reachedOf(laptop), before)).toBe(false);
		expect(covers(before, reachedOf(laptop))).toBe(true);
		send(phone, laptop);
		expect(covers(reachedOf(laptop), before)).toBe(true);
		write(phone, (draft) => draft.add('note', aNote()));
		expect(covers(reachedOf(laptop), reachedOf(phone))).toBe(false);
		expect(covers(reachedOf(phone), reachedOf(laptop))).toBe(true);
	});

	it('takes bytes that are no state vector as nothing here and out of reach there', () => {
		const [bad, good] = [new Uint8Array([5, 200]), encodeStateVector(small().doc)];
		expect(covers({ core: good }, { core: bad })).toBe(false);
		expect(covers({ core: bad }, { core: good })).toBe(false);
		expect(covers({}, { core: encodeStateVector(new Doc()) })).toBe(true);
		expect(covers({}, { toString: good })).toBe(false);
	});
});

describe('the digest of a document', () => {
	it('is made as it always was; made otherwise, its form and the protocol are others too', async () => {
		expect({ PROTOCOL, DIGEST_FORM, digest: await digestOf(small().doc) }).toEqual({
			...{ PROTOCOL: 2, DIGEST_FORM: 2 },
			digest: '3d4b0a46cfa90c0247ca5307a8a9a6552017a9cbea464820db99b3a78599ccf6'
		});
	});

	it('is the same for all that say the same, and differs for those that do not', async () => {
		await fc.assert(
			fc.asyncProperty(growing, fc.integer({ min: 1, max: 100 }), async (acts, size) => {
				const docs = grow(acts);
				const whole = docs.map(() => new Doc());
				// Each gets everything, in an order of its own and by other ways.
				for (const [at, to] of whole.entries()) {
					for (const [step] of docs.entries()) {
						const from = docs[(at + step) % docs.length] as Doc;
						if (at % 2 === 0) applyUpdate(to, encodeStateAsUpdate(from));
						else {
							for (const { update } of slicesOf(from, encodeStateVector(to), size)) {
								applyUpdate(to, update);
							}
						}
					}
					if (at > 1) to.getMap('people');
				}
				const kept = new Doc({ gc: false });
				applyUpdate(kept, encodeStateAsUpdate(whole[0] as Doc));
				const digests = await Promise.all([...whole, kept].map(digestOf));
				expect(new Set(digests).size).toBe(1);
				const others = [...docs, whole[0] as Doc];
				const texts = new Set(others.map((doc) => said(copyOf(doc))));
				const sums = new Set(await Promise.all(others.map(digestOf)));
				expect(sums.size).toBe(texts.size);
			}),
			{ seed: 8, numRuns: 150 }
		);
	});

	it('differs when one cell, one letter, one erased id differs', async () => {
		const all = [
			small(),
			small(),
			small(),
			small(),
			small(),
			small(),
			small(),
			small(),
			small()
		] as const;
		all[1].people.set('max phone', '{"h":"2","f":{"name":"Mac"}}');
		all[2].people.delete('max phone');
		all[3].body.insert(3, 'n');
		all[4].erased.set('gone too', true);
		all[5].erased.delete('gone');
		all[6].doc.getMap('bodies').set('other phone', new Text());
		all[7].doc.getMap('people two').set('ada phone', '');
		all[8].doc.getMap('bodies').set('note phone', 'a volcano');
		const digests = await Promise.all(all.map(({ doc }) => digestOf(doc)));
		expect(new Set(digests).size).toBe(all.length);
	});

	it('tells keys, values and root types apart wherever their letters lie', async () => {
		const pairs: [string, string][][] = [
			[
				['a', 'b'],
				['c', 'd']
			],
			[['a', 'b"\n"c":"d']],
			[
				['a', 'bc'],
				['d', '']
			],
			[
				['ab', ''],
				['c', 'd']
			]
		];
		const docs = pairs.map((entries) => {
			const doc = new Doc();
			for (const [key, value] of entries) doc.getMap('m').set(key, value);
			return doc;
		});
		const other = new Doc();
		other.getMap('m').set('a', 'b');
		other.getMap('n').set('c', 'd');
		expect(new Set(await Promise.all([...docs, other].map(digestOf))).size).toBe(5);
	});

	it('differs when keys have changed their values, and when one has lost what another has won', async () => {
		const made = (...entries: [string, string][]): Doc => {
			const doc = new Doc();
			for (const [key, value] of entries) doc.getMap('m').set(key, value);
			return doc;
		};
		const docs = [
			made(['a', 'x'], ['b', 'y']),
			made(['a', 'y'], ['b', 'x']),
			made(['a', 'xy'], ['b', '']),
			made(['a', ''], ['b', 'xy']),
			made(['ax', ''], ['b', 'y'])
		];
		expect(new Set(await Promise.all(docs.map(digestOf))).size).toBe(docs.length);
	});

	it('has no two of ten thousand near each other alike', () => {
		const seen = new Set<string>();
		for (let at = 0; at < 10_000; at++) {
			const doc = new Doc();
			doc.getMap('m').set(`2026${at % 10}`, `{"text":"${Math.floor(at / 10)}"}`);
			const content = contentOf(doc);
			seen.add(String(content.next().value));
		}
		expect(seen.size).toBe(10_000);
	});

	it('does not see how a text was cut up, nor a root type that is empty', async () => {
		const [one, two] = [small(), small()];
		two.body.delete(0, two.body.length);
		for (const letter of [...'onaclov a'].reverse()) two.body.insert(0, letter);
		two.body.delete(0, two.body.length);
		two.body.insert(0, 'volcano');
		two.body.insert(0, 'a ');
		two.doc.getMap('touch');
		two.doc.getMap('slot').set('x', 1);
		two.doc.getMap('slot').delete('x');
		expect(two.body.toJSON()).toBe(one.body.toJSON());
		expect(await digestOf(two.doc)).toBe(await digestOf(one.doc));
	});

	it('does not see the order in which a thousand keys came', async () => {
		const keys = Array.from({ length: 1500 }, (_, at) => `key ${(at * 7919) % 1500}`);
		const [one, two] = [new Doc(), new Doc()];
		for (const key of keys) one.getMap('m').set(key, key);
		for (const key of keys.toReversed()) two.getMap('m').set(key, key);
		expect(await digestOf(one)).toBe(await digestOf(two));
	});

	it('is made anew when the document changes in its last moment', async () => {
		const { doc, people } = small();
		const digest = crypto.subtle.digest.bind(crypto.subtle);
		const digests = new Digests(holding({ doc }), noPause);
		await digests.of('not open');
		const spy = vi.spyOn(crypto.subtle, 'digest').mockImplementationOnce((name, bytes) => {
			people.set('eve phone', '{}');
			return digest(name, bytes);
		});
		const made = await digests.of('doc');
		spy.mockRestore();
		expect(made).toBe(await digestOf(copyOf(doc)));
	});

	it('carries values that JSON cannot', async () => {
		const made = (value: unknown): Doc => {
			const doc = new Doc();
			doc.getMap('m').set('k', value);
			doc.getArray('row').push([1, 'two', new YMap([['in', 3]])]);
			return doc;
		};
		const values = [
			new Uint8Array([1, 2]),
			new Uint8Array([1, 3]),
			7n,
			8n,
			undefined,
			null,
			'null'
		];
		const digests = await Promise.all(values.map((value) => digestOf(made(value))));
		expect(new Set(digests).size).toBe(values.length);
		expect(await digestOf(copyOf(made(7n)))).toBe(digests[2]);
	});

	it('leaves out documents that say nothing', async () => {
		const emptied = new Doc();
		emptied.getMap('m').set('k', 1);
		emptied.getMap('m').delete('k');
		const digests = new Digests(holding({ core: small().doc, empty: new Doc(), emptied }), noPause);
		expect(Object.keys(await digests.all())).toEqual(['core']);
		expect(await digests.of('empty')).toBe(await digests.of('not open'));
		expect(await digests.of('emptied')).toBe(await digests.of('not open'));
		expect(await digests.of('core')).toMatch(/^[0-9a-f]{64}$/);
	});

	it('is equal for two books of one content, whatever they have read', async () => {
		const [phone, laptop] = [await aBook('phone'), await aBook('laptop')];
		const person = aPerson();
		write(phone, (draft) => draft.add('person', person));
		write(laptop, (draft) => draft.add('note', aNote()));
		send(phone, laptop);
		send(laptop, phone);
		const all = await new Digests(phone, noPause).all();
		expect(Object.keys(all)).toHaveLength(2);
		expect(await new Digests(laptop, noPause).all()).toEqual(all);
	});

	it('is kept until the document changes, and made anew when it changes meanwhile', async () => {
		const doc = new Doc();
		for (let at = 0; at < 5000; at++) doc.getMap('m').set(`k${at}`, `value ${at}`);
		let pauses = 0;
		let meanwhile: (() => void) | undefined;
		const digests = new Digests(holding({ doc }), async () => {
			pauses++;
			meanwhile?.();
			meanwhile = undefined;
		});
		const clock = { ms: 0 };
		const now = performance.now.bind(performance);
		performance.now = () => (clock.ms += 5);
		try {
			const first = await digests.of('doc');
			expect(pauses).toBeGreaterThan(5);
			const paused = pauses;
			expect(await digests.of('doc')).toBe(first);
			doc.transact(() => undefined);
			expect(await digests.of('doc')).toBe(first);
			expect(pauses).toBe(paused);
			doc.getMap('m').set('k1', 'else');
			meanwhile = () => doc.getMap('m').set('k4999', 'also');
			const [second, again] = await Promise.all([digests.of('doc'), digests.of('doc')]);
			expect(second).toBe(again);
			expect(second).toBe(await digestOf(copyOf(doc)));
			expect(second).not.toBe(first);
			expect(await digests.of('doc')).toBe(second);
		} finally {
			performance.now = now;
		}
	});
});
