import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, Text } from 'yjs';
import { copyOf, grow, growing, said } from '../../../tests/support/grown-docs';
import { slicesOf } from './slices';

/** Takes all slices in, looking after each; gives their number. */
function takeAll(from: Doc, to: Doc, size?: number): number {
	const isWhole = to.store.pendingStructs === null;
	let many = 0;
	let part = 0;
	for (const slice of slicesOf(from, encodeStateVector(to), size)) {
		applyUpdate(to, slice.update);
		many++;
		expect(slice.part).toBeGreaterThanOrEqual(part);
		part = slice.part;
		if (isWhole && part < 1) expect(to.store.pendingStructs).toBeNull();
	}
	expect(part).toBe(1);
	return many;
}

/** A book of one client for each entry: each page load is one. */
function manyClients(clients: number): Doc {
	const doc = new Doc();
	const map = doc.getMap('table');
	for (let client = 1; client <= clients; client++) {
		doc.clientID = client * 3;
		map.set(`key ${client % 2500} a`, `${'word '.repeat(20)}${client}`);
	}
	return doc;
}

describe('a document as a row of updates', () => {
	it('leaves nothing pending after any slice and gives all of it', () => {
		fc.assert(
			fc.property(growing, fc.integer({ min: 1, max: 200 }), fc.boolean(), (acts, size, gc) => {
				for (const doc of grow(acts)) {
					const whole = copyOf(doc, gc);
					const to = new Doc({ gc });
					takeAll(doc, to, size);
					expect(said(to)).toBe(said(whole));
					expect(encodeStateVector(to)).toEqual(encodeStateVector(whole));
					if (!doc.store.pendingStructs) expect(to.store.pendingStructs).toBeNull();
					expect(to.store.pendingDs === null).toBe(whole.store.pendingDs === null);
				}
			}),
			{ seed: 6, numRuns: 300 }
		);
	});

	it('gives what another one lacks, from wherever that one is', () => {
		fc.assert(
			fc.property(growing, fc.integer({ min: 1, max: 200 }), (acts, size) => {
				const docs = grow(acts);
				for (const from of docs) {
					for (const other of docs) {
						const whole = copyOf(other);
						applyUpdate(whole, encodeStateAsUpdate(from, encodeStateVector(whole)));
						const to = copyOf(other);
						takeAll(from, to, size);
						expect(said(to)).toBe(said(whole));
						expect(encodeStateVector(to)).toEqual(encodeStateVector(whole));
					}
				}
			}),
			{ seed: 7, numRuns: 100 }
		);
	});

	it('carries what changes while it is under way', () => {
		const from = manyClients(300);
		from.clientID = 5;
		const body = new Text();
		from.getMap('bodies').set('note', body);
		const to = new Doc();
		let many = 0;
		for (const { update, part } of slicesOf(from, undefined, 1000)) {
			applyUpdate(to, update);
			expect(to.store.pendingStructs).toBeNull();
			if (part === 1) break;
			many++;
			// A new client, an old one's next word, a text split in its middle, and something erased.
			const again = copyOf(from);
			again.clientID = 10_000 + many;
			const text = again.getMap('bodies').get('note') as Text;
			text.insert(Math.floor(text.length / 2), 'abcdef');
			text.delete(0, 2);
			applyUpdate(from, encodeStateAsUpdate(again));
			from.getMap('table').delete(`key ${many} a`);
		}
		expect(to.getMap('table').toJSON()).toEqual(from.getMap('table').toJSON());
		expect((to.getMap('bodies').get('note') as Text).toJSON()).toBe(body.toJSON());
		expect(encodeStateVector(to)).toEqual(encodeStateVector(from));
	});

	it('finds its place again when what was sent is cut up meanwhile', () => {
		const [from, to] = [new Doc(), new Doc()];
		const bodies = from.getMap('bodies');
		for (let at = 0; at < 100; at++) bodies.set(`note ${at}`, new Text(`the text ${at}`));
		let many = 0;
		for (const { update, part } of slicesOf(from, undefined, 100)) {
			applyUpdate(to, update);
			expect(to.store.pendingStructs).toBeNull();
			if (part === 1) continue;
			for (const at of [7, 4, 2]) (bodies.get(`note ${many}`) as Text).insert(at, 'x');
			many++;
		}
		expect(to.getMap('bodies').toJSON()).toEqual(bodies.toJSON());
		expect(encodeStateVector(to)).toEqual(encodeStateVector(from));
	});

	it('goes on in the middle of a word', () => {
		const [from, to] = [new Doc(), new Doc()];
		const text = from.getText('row');
		text.insert(0, 'vol');
		applyUpdate(to, encodeStateAsUpdate(from));
		text.insert(3, 'cano');
		const first = slicesOf(from, encodeStateVector(to)).next();
		if (!first.done) applyUpdate(to, first.value.update);
		expect(to.getText('row').toJSON()).toBe('volcano');
	});

	it('sends first what a text lies in and what it was put before', () => {
		// Higher clients go first, and these need the lower ones.
		const [low, high] = [new Doc(), new Doc()];
		[low.clientID, high.clientID] = [1, 2];
		low.getMap('bodies').set('note', new Text());
		applyUpdate(high, encodeStateAsUpdate(low));
		(high.getMap('bodies').get('note') as Text).insert(0, 'inside');
		takeAll(high, new Doc(), 1);
		const [before, after] = [new Doc(), new Doc()];
		[before.clientID, after.clientID] = [1, 2];
		before.getText('row').insert(0, 'cano');
		applyUpdate(after, encodeStateAsUpdate(before));
		after.getText('row').insert(0, 'vol');
		takeAll(after, new Doc(), 1);
	});

	it('gives what waits for something nobody here has, with the last slice', () => {
		const [there, here] = [new Doc(), new Doc()];
		const updates: Uint8Array[] = [];
		there.on('update', (update: Uint8Array) => void updates.push(update));
		there.getMap('table').set('first', 1);
		there.getMap('table').set('second', 2);
		applyUpdate(here, updates[1] as Uint8Array);
		const to = new Doc();
		takeAll(here, to);
		applyUpdate(to, updates[0] as Uint8Array);
		expect(to.getMap('table').toJSON()).toEqual({ first: 1, second: 2 });
	});

	it('is made while it is asked for, in slices of about one size', () => {
		const from = manyClients(3000);
		const sizes = [...slicesOf(from, undefined, 10_000)].map(({ update }) => update.length);
		expect(sizes.length).toBeGreaterThan(20);
		expect(Math.max(...sizes)).toBeLessThan(12_000);
		expect(encodeStateAsUpdate(from).length * 1.1).toBeGreaterThan(
			sizes.reduce((sum, size) => sum + size)
		);
	});

	it('looks at each of 3,000 clients a few times, also with a slice for each', () => {
		const from = manyClients(3000);
		const look = vi.spyOn(from.store.clients, 'get');
		const goAround = [
			vi.spyOn(from.store.clients, 'forEach'),
			vi.spyOn(from.store.clients, 'keys'),
			vi.spyOn(from.store.clients, 'entries'),
			vi.spyOn(from.store.clients, Symbol.iterator)
		];
		let many = 0;
		for (const { update } of slicesOf(from, undefined, 1)) many += update.length > 0 ? 1 : 0;
		expect(many).toBe(3001);
		expect(look.mock.calls.length).toBeLessThan(3000 * 12);
		expect(goAround.reduce((sum, { mock }) => sum + mock.calls.length, 0)).toBeLessThan(12);
	});

	it('gives one small update where nothing is lacking', () => {
		const from = manyClients(10);
		const slices = [...slicesOf(from, encodeStateVector(from))];
		expect(slices).toHaveLength(1);
		expect([...slicesOf(new Doc(), undefined)]).toHaveLength(1);
	});
});
