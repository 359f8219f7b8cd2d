/* A half-written note: what survives which loss, and that no two tabs have the same one. */
import { expect, test } from 'vitest';
import {
	claimDraft,
	takeFromDraft,
	type DraftContent,
	type DraftStores,
	type KeptDraft
} from './drafts';

/** Web Locks as far as they are needed: a name is held until its callback's promise resolves. */
function someLocks(): NonNullable<DraftStores['locks']> {
	const held = new Set<string>();
	const request = async (
		name: string,
		_options: unknown,
		callback: (lock: unknown) => unknown
	): Promise<unknown> => {
		if (held.has(name)) return callback(null);
		held.add(name);
		try {
			return await callback({ name });
		} finally {
			held.delete(name);
		}
	};
	return { request: request as LockManager['request'] };
}

class World {
	readonly local = new Map<string, string>();
	readonly disk = new Map<string, string>();
	readonly locks = someLocks();
	isLocalFull = false;
	isDiskFull = false;
	now = 1_000;

	get stores(): DraftStores {
		return {
			local: {
				getItem: (key) => this.local.get(key) ?? null,
				setItem: (key, value) => {
					if (this.isLocalFull) throw new DOMException('full', 'QuotaExceededError');
					this.local.set(key, value);
				},
				removeItem: (key) => void this.local.delete(key)
			},
			disk: {
				getLocal: async (key) => this.disk.get(key),
				// A full disk as Chromium has it: the write is dropped without a word.
				setLocal: async (key, value) => {
					if (!this.isDiskFull) this.disk.set(key, value);
				}
			},
			locks: this.locks,
			now: () => this.now
		};
	}

	async claim(from = '', isFree = true) {
		const kept: boolean[] = [];
		const claimed = await claimDraft(
			this.stores,
			from,
			() => isFree,
			(isKept) => kept.push(isKept)
		);
		return { ...claimed, kept };
	}
}

function draft(text: string, more: Partial<KeptDraft> = {}): Omit<KeptDraft, 'at'> {
	return {
		text,
		people: [],
		newPeople: [],
		declined: [],
		promises: [],
		from: '',
		saving: [],
		...more
	};
}

/** Lets the writes that are under way arrive. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

test('a draft left behind is found by the next tab, with all that belongs to it', async () => {
	const world = new World();
	const { place, found } = await world.claim();
	expect(found).toBeUndefined();
	place.keep(draft('Max is 9', { newPeople: ['Dana'], declined: ['touch:meal'] }));
	await settle();
	place.release();
	await settle();
	expect((await world.claim()).found).toMatchObject({
		text: 'Max is 9',
		newPeople: ['Dana'],
		declined: ['touch:meal']
	});
});

test.each(['local', 'disk'] as const)(
	'it survives the loss of the other store: %s',
	async (left) => {
		const world = new World();
		const { place } = await world.claim();
		place.keep(draft('Max is 9'));
		await settle();
		place.release();
		await settle();
		world[left === 'local' ? 'disk' : 'local'].clear();
		expect((await world.claim()).found?.text).toBe('Max is 9');
	}
);

test('localStorage has it in the same breath', async () => {
	const world = new World();
	const { place } = await world.claim();
	place.keep(draft('Max'));
	expect([...world.local.values()].join()).toContain('"Max"');
});

test('of two that differ the later one counts, even within one millisecond', async () => {
	const world = new World();
	const { place } = await world.claim();
	place.keep(draft('Max'));
	await settle();
	const stale = new Map(world.disk);
	place.keep(draft('Max is 9'));
	await settle();
	place.release();
	await settle();
	for (const [key, value] of stale) world.disk.set(key, value);
	expect((await world.claim()).found?.text).toBe('Max is 9');
});

test('two tabs never have the same draft, and the newest left behind is taken up first', async () => {
	const world = new World();
	const first = await world.claim();
	first.place.keep(draft('first'));
	const second = await world.claim();
	expect(second.found).toBeUndefined();
	world.now = 2_000;
	second.place.keep(draft('second'));
	await settle();
	first.place.release();
	second.place.release();
	await settle();
	expect((await world.claim()).found?.text).toBe('second');
	expect((await world.claim()).found?.text).toBe('first');
	expect((await world.claim()).found).toBeUndefined();
});

test('a dropped draft is in neither store', async () => {
	const world = new World();
	const { place } = await world.claim();
	place.keep(draft('Max'));
	await settle();
	place.drop();
	await settle();
	expect(world.local.size).toBe(0);
	expect([...world.disk.values()].join('')).toBe('');
});

test('a note begun from a person takes up only a draft begun there', async () => {
	const world = new World();
	const { place } = await world.claim();
	place.keep(draft('about nobody'));
	await settle();
	place.release();
	await settle();
	const other = await world.claim('person=1');
	expect(other.found).toBeUndefined();
	other.place.keep(draft('about one', { from: 'person=1' }));
	await settle();
	other.place.release();
	await settle();
	expect((await world.claim('person=1')).found?.text).toBe('about one');
	expect(world.disk.get('draft:0')).toContain('about nobody');
});

test('nothing is put over words typed in the meantime', async () => {
	const world = new World();
	const { place } = await world.claim();
	place.keep(draft('left behind'));
	await settle();
	place.release();
	await settle();
	expect((await world.claim('', false)).found).toBeUndefined();
	expect(world.disk.get('draft:0')).toContain('left behind');
});

test('it is called kept only when a store has it', async () => {
	const world = new World();
	const { place, kept } = await world.claim();
	place.keep(draft('a'));
	await settle();
	// The disk still has the words of before: those are not these.
	world.isDiskFull = world.isLocalFull = true;
	place.keep(draft('ab'));
	await settle();
	world.isLocalFull = false;
	place.keep(draft('abc'));
	await settle();
	expect(kept).toEqual([true, false, true]);
});

test('what cannot be read is nothing, and is in nobody’s way', async () => {
	const world = new World();
	world.local.set('kith:draft:0', '{"text":');
	world.disk.set('draft:1', '{"text":7}');
	expect((await world.claim()).found).toBeUndefined();
});

test('one that was taken up and let go of at once is gone from both stores', async () => {
	const world = new World();
	const { place } = await world.claim();
	place.keep(draft('left behind'));
	await settle();
	place.release();
	await settle();
	const again = await world.claim();
	expect(again.found?.text).toBe('left behind');
	again.place.drop();
	await settle();
	again.place.release();
	await settle();
	expect((await world.claim()).found).toBeUndefined();
});

test('words are taken out of a draft nobody writes on; the rest of it stays', async () => {
	const world = new World();
	const { place } = await world.claim('person=1');
	place.keep(draft('left behind', { from: 'person=1' }));
	await settle();
	const saying =
		(words: string, text = '') =>
		(said: DraftContent) =>
			said.text === words ? { ...said, text } : undefined;
	await takeFromDraft(world.stores, saying('left behind'));
	expect(world.disk.get('draft:0')).toContain('left behind');
	place.release();
	await settle();
	await takeFromDraft(world.stores, saying('left'));
	expect(world.disk.get('draft:0')).toContain('left behind');
	await takeFromDraft(world.stores, saying('left behind', 'behind'));
	expect(JSON.parse(world.disk.get('draft:0')!)).toMatchObject({
		text: 'behind',
		from: 'person=1'
	});
	await takeFromDraft(world.stores, saying('behind'));
	expect(world.disk.get('draft:0')).toBe('');
	expect((await world.claim()).found).toBeUndefined();
});

test('a place is given on only once the disk has let go of what was taken out', async () => {
	const world = new World();
	const { place } = await world.claim();
	place.keep(draft('left behind'));
	await settle();
	place.release();
	await settle();
	const stores = { ...world.stores, local: undefined };
	const { setLocal } = stores.disk;
	stores.disk.setLocal = (key, value) => settle().then(() => setLocal(key, value));
	await takeFromDraft(stores, (said) => ({ ...said, text: '' }));
	const next = await claimDraft(
		stores,
		'',
		() => true,
		() => undefined
	);
	expect(next.found).toBeUndefined();
});
