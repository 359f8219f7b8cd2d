// The devices on screen, with conversations made for the test: nothing comes over before the rep has said
// yes, and each thing that can happen is said in words.
// Over 300 lines, because all of them hang on the same made-up conversation.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Id } from '$lib/domain/id';
import { answerToText } from '$lib/domain/hand-code';
import { codeToPairing, pairingToCode } from '$lib/domain/pairing-code';
import { aBook, anId, aNote, aPerson, NOON, TestClock, write } from '../../../tests/support/books';
import { Devices } from './devices.svelte';
import type { Sync, Talk } from './devices-sync';
import { Kith } from './kith.svelte';
import { joined } from '$lib/sync/joining';
import * as points from './points';

type Standing = import('$lib/sync/talk').Standing;
type Card = import('$lib/sync/talk').Card;
type Keeping = import('$lib/sync/kept').Keeping;
type Joining = import('$lib/sync/kept').Joining;
type Taken = import('$lib/sync/carried').Taken;
type Consent = import('$lib/sync/carried').Consent;

const KEY = Uint8Array.from({ length: 32 }, (_, at) => at + 1);
const LAPTOP: Card = {
	...{ id: 'laptop', name: 'Work laptop', publicKey: 'p', reader: 1, needs: 1 },
	generation: 3
};

class FakeTalk implements Talk {
	readonly did: string[] = [];
	people: readonly { id: string; name: string; emails?: { value: string }[] }[] = [];
	standing: Standing;
	constructor(standing: Standing) {
		this.standing = standing;
	}
	letIn = () => void this.did.push('let in');
	turnAway = () => void this.did.push('turned away');
	go = () => void this.did.push('go');
	end = () => void this.did.push('ended');
	peopleThere = () => Promise.resolve(this.people);
}

class FakeSync implements Sync {
	isPairing = false;
	keeping: Keeping = { keys: [], peers: {} };
	did: string[] = [];
	waits = 0;
	taken: Taken = {
		...{ files: 0, devices: [], level: [], waiting: [], refused: [], written: 0 },
		trouble: undefined
	};
	consent: Consent | undefined;
	readonly #listeners = new Set<() => void>();
	readonly kept: Sync['kept'];
	readonly direct: Omit<Sync['direct'], 'sessions'> & { sessions: FakeTalk[] };

	constructor() {
		// eslint-disable-next-line @typescript-eslint/no-this-alias -- the parts below speak of it
		const sync = this;
		const listen = (listener: () => void) => {
			this.#listeners.add(listener);
			return () => this.#listeners.delete(listener);
		};
		this.kept = {
			get now() {
				return sync.keeping;
			},
			change: (change) => {
				sync.keeping = change(sync.keeping);
				sync.tell();
				return Promise.resolve();
			},
			listen,
			refresh: () => Promise.resolve()
		};
		const note = (what: string) => () => void this.did.push(what);
		this.direct = {
			...{ sessions: [], meetingPoint: 'off', listen },
			...{ start: note('start'), stop: note('stop'), leave: note('leave'), wake: note('wake') },
			join: (_, server) => void this.did.push(`join ${server ?? 'here'}`),
			offer: () => Promise.resolve(Uint8Array.of(7, 7, 7)),
			answer: (offer) => Promise.resolve(offer[0] === 7 ? Uint8Array.of(8, 8) : undefined),
			finish: (answer) => Promise.resolve(answer[0] === 8),
			dropOffer: note('drop')
		};
	}
	tell(): void {
		for (const listener of [...this.#listeners]) listener();
	}
	meets(talk: FakeTalk): FakeTalk {
		this.direct.sessions = [...this.direct.sessions.filter((one) => one !== talk), talk];
		this.tell();
		return talk;
	}
	ensureOwn = () => Promise.resolve(void this.did.push('own'));
	newKey = () => ({ generation: 1, bytes: KEY, members: [] });
	newestKey = () => this.keeping.keys.at(-1);
	join = (from: string) => this.kept.change((now) => joined(now, from));
	comeBack = (joining: Joining) => {
		this.did.push('come back');
		return this.kept.change(() => ({ keys: [], peers: {}, joining }));
	};
	remove = (id: string) => Promise.resolve(void this.did.push(`remove ${id}`));
	waiting = () => this.waits;
	exchange = () => Promise.resolve({ taken: this.taken, state: 'there' as const });
	fileToSend = () => Promise.resolve({ name: 'a.kith', bytes: Uint8Array.of(1) });
	takeFiles: Sync['takeFiles'] = async (_, consent) => {
		if (this.consent && !(await consent(this.consent))) {
			const refused = [{ why: 'declined', from: 'laptop', files: 1 }] as const;
			return { ...this.taken, refused, left: new Map([[0, { why: 'declined', from: 'laptop' }]]) };
		}
		return this.taken;
	};
}

let kith: Kith;
let sync: FakeSync;
let devices: Devices;
const clock = new TestClock();
const ada = aPerson({ name: 'Ada Lindqvist', emails: [{ value: 'ada@x.example' }] });

beforeEach(async () => {
	vi.useFakeTimers({ now: NOON });
	clock.ms = NOON;
	const book = await aBook('phone', clock);
	await book.openYears(2026, async () => undefined);
	const locals = new Map<string, string>();
	book.getLocal = (key) => Promise.resolve(locals.get(key));
	book.setLocal = (key, value) => Promise.resolve(void locals.set(key, value));
	kith = new Kith(book, clock.now);
	write(book, (draft) => draft.add('person', ada));
	sync = new FakeSync();
	devices = new Devices(kith, () => Promise.resolve(sync));
	await settle();
});

afterEach(() => {
	devices.end();
	vi.useRealTimers();
	vi.restoreAllMocks();
});

const settle = () => vi.advanceTimersByTimeAsync(20);

/** Joins the laptop's book up to the look before the merge. */
async function untilReady(people: FakeTalk['people'] = []): Promise<FakeTalk> {
	expect(await devices.join(pairingToCode({ key: KEY, server: 'wss://m.example' }))).toBe(
		undefined
	);
	const words = ['otter', 'lamp', 'north', 'coral'];
	const talk = sync.meets(new FakeTalk({ is: 'unknown', card: LAPTOP, words }));
	talk.people = people;
	expect(devices.door).toMatchObject({ name: 'Work laptop', words });
	await devices.letIn();
	expect(talk.did).toEqual(['let in']);
	expect(devices.door).toBeUndefined();
	talk.standing = { is: 'meeting', card: LAPTOP };
	sync.meets(talk);
	await settle();
	return talk;
}

test('showing a code makes the first key, and the code is hidden by itself', async () => {
	expect(devices.isKnown).toBe(true);
	expect(devices.isPaired).toBe(false);
	await devices.show();
	expect(sync.did.indexOf('own')).toBe(0);
	expect(sync.keeping.keys).toHaveLength(1);
	expect(codeToPairing(devices.shown?.code ?? '')).toEqual({ is: 'code', key: KEY });
	expect(codeToPairing(devices.shown?.link ?? '')).toEqual({ is: 'code', key: KEY });
	expect(devices.shown?.link).toContain('#/pair/');
	expect(sync.isPairing).toBe(true);
	expect(devices.isPaired).toBe(true);
	await vi.advanceTimersByTimeAsync(10 * 60_000);
	expect(devices.shown).toBeUndefined();
	expect(sync.isPairing).toBe(false);
});

test('a code that is no good is said, and nothing begins', async () => {
	const code = pairingToCode({ key: KEY, server: 'wss://m.example' });
	expect(await devices.join('hello')).toContain('no code of Kith');
	expect(await devices.join(`Z${code.slice(1)}`)).toContain('slip');
	expect(await devices.join(pairingToCode({ key: KEY, server: 'http://m.example' }))).toContain(
		'wss://'
	);
	sync.keeping = { keys: [{ generation: 1, bytes: KEY, members: [] }], peers: {} };
	expect(await devices.join(code)).toContain('already');
	expect(devices.joining).toBeUndefined();
	expect(sync.did).not.toContain('join wss://m.example');
});

test('nothing is kept before words, look and go; then the key takes the place of the old one', async () => {
	const old = { generation: 2, bytes: KEY.map((byte) => byte + 9), members: ['x'] };
	sync.keeping = {
		keys: [old],
		peers: { x: {}, laptop: { publicKey: 'p' } }
	};
	const there = [{ id: 'b', name: 'Ada L. Lindqvist', emails: [{ value: 'ADA@x.example' }] }];
	const talk = await untilReady(there);
	expect(devices.joining?.says).toContain('added again');
	expect(devices.merge).toMatchObject({ name: 'Work laptop', there: 1, here: 1, phase: 'ready' });
	expect(devices.merge?.says).toBe(
		'1 person there, 1 here, one looks like the same person. Nothing is written until you say so.'
	);
	expect(devices.merge?.alike[0]).toMatchObject({ reasons: 'Same email', same: true });
	expect(sync.keeping.keys).toEqual([old]);
	expect(talk.did).not.toContain('go');
	const point = vi.spyOn(points, 'keepWayBack').mockResolvedValue(true);
	await devices.go();
	await settle();
	expect(point).toHaveBeenCalledWith(kith, 'first-merge');
	expect(talk.did).toContain('go');
	expect(sync.keeping.keys.map(({ bytes }) => bytes)).toEqual([KEY]);
	expect(sync.keeping.server).toBe('wss://m.example');
	expect(Object.keys(sync.keeping.peers)).toEqual(['laptop']);
	expect(sync.keeping.joining).toBeUndefined();
	expect(devices.joining).toBeUndefined();
});

test('while it is carried the way is shown; once level, those who are the same become one', async () => {
	const other = aPerson({ name: 'Ada L. Lindqvist', emails: [{ value: 'ada@x.example' }] });
	const talk = await untilReady([{ ...other, emails: [{ value: 'ada@x.example' }] }]);
	vi.spyOn(points, 'keepWayBack').mockResolvedValue(true);
	await devices.go();
	await settle();
	const receiving = { bytes: 12e6, part: 0.4, year: 2024, yearsDone: 3, years: 6 };
	talk.standing = { is: 'carrying', card: LAPTOP, receiving, sending: undefined };
	sync.meets(talk);
	const says = 'Receiving 12 MB · 2024, 3 of 6 years';
	expect(devices.merge).toMatchObject({ phase: 'carrying', progress: { part: 0.4, says } });
	write(kith.book, (draft) => draft.add('person', other));
	talk.standing = { is: 'level', card: LAPTOP, at: NOON, people: 5012 };
	sync.meets(talk);
	await settle();
	expect(devices.merge).toMatchObject({ phase: 'done' });
	expect(kith.book.all('person').map(({ id }) => id)).toEqual([ada.id]);
	expect(kith.toasts.current?.text).toBe('1 person was in the book twice and is one now');
	expect(devices.lines.find(({ id }) => id === 'laptop')?.says).toMatch(
		/^Level today .+, 5,012 people on both$/
	);
	devices.cancelMerge();
	expect(devices.merge).toBeUndefined();
});

test('without a restore point it does not begin, and leaving it lets go of everything', async () => {
	const talk = await untilReady();
	vi.spyOn(points, 'keepWayBack').mockResolvedValue(false);
	await devices.go();
	expect(devices.merge?.phase).toBe('ready');
	expect(devices.merge?.says).toContain('nothing was begun');
	expect(talk.did).not.toContain('go');
	devices.cancelMerge();
	await settle();
	expect(talk.did).toContain('turned away');
	expect(sync.did).toContain('leave');
	expect(sync.keeping.keys).toEqual([]);
	expect(devices.joining).toBeUndefined();
	expect(devices.merge).toBeUndefined();
});

test('a go goes on with the next conversation when this one was cut off meanwhile', async () => {
	const talk = await untilReady();
	let kept: (made: boolean) => void = () => undefined;
	vi.spyOn(points, 'keepWayBack').mockReturnValue(new Promise((resolve) => (kept = resolve)));
	const going = devices.go();
	talk.standing = { is: 'parted', why: 'closed', card: LAPTOP };
	sync.meets(talk);
	kept(true);
	await going;
	await settle();
	expect(devices.merge?.says).toContain('out of reach');
	expect(sync.keeping.keys).toEqual([]);
	const next = sync.meets(new FakeTalk({ is: 'meeting', card: LAPTOP }));
	await settle();
	expect(next.did).toEqual(['go']);
	expect(sync.keeping.keys).toHaveLength(1);
});

test('a look that was cut off shows nobody, and is taken again with the next conversation', async () => {
	expect(await devices.join(pairingToCode({ key: KEY, server: 'wss://m.example' }))).toBe(
		undefined
	);
	const talk = new FakeTalk({ is: 'meeting', card: LAPTOP });
	let cutOff: (why: Error) => void = () => undefined;
	talk.peopleThere = () => new Promise((_, reject) => (cutOff = reject));
	sync.meets(talk);
	await settle();
	talk.standing = { is: 'parted', why: 'silent', card: LAPTOP };
	cutOff(new Error('cut off'));
	sync.meets(talk);
	await settle();
	expect(devices.merge).toMatchObject({ phase: 'looking', there: 0 });
	expect(devices.merge?.says).toBe(
		'Work laptop is out of reach just now. Nothing was written. Kith waits for it.'
	);
	const next = new FakeTalk({ is: 'meeting', card: LAPTOP });
	next.people = [{ id: 'b', name: 'Omar' }];
	sync.meets(next);
	await settle();
	expect(devices.merge).toMatchObject({ phase: 'ready', there: 1 });
});

test('a device that was let in is listed before its record has come, and can be removed', async () => {
	const [named, nameless, removed] = [anId<'device'>(), anId<'device'>(), anId<'device'>()];
	const since = '2026-01-01T10:00:00Z';
	const gone = { id: removed, name: 'Gone', since, publicKey: 'p', removedAt: since };
	write(kith.book, (draft) => draft.add('device', gone));
	const letIn = { publicKey: 'p' };
	const peers = { [named]: { ...letIn, name: 'Tablet' }, [nameless]: letIn, [removed]: letIn };
	sync.keeping = { keys: [{ generation: 1, bytes: KEY, members: [] }], peers };
	sync.tell();
	const others = devices.lines.filter(({ isThis }) => !isThis);
	expect(others.map(({ id, name, isRemoved }) => [id, name, isRemoved])).toEqual([
		[nameless, 'Another device', false],
		[named, 'Tablet', false],
		[removed, 'Gone', true]
	]);
	await devices.remove(named);
	expect(sync.did).toContain(`remove ${named}`);
	expect(kith.toasts.current?.text).toContain('Tablet is removed');
});

test('by hand the key goes with the offer, and the other side joins with it', async () => {
	await devices.offerByHand();
	const offer = devices.hand?.code ?? '';
	expect(offer).toMatch(/^kith-offer:[\w-]+$/);
	expect(await devices.takeHandCode(answerToText(Uint8Array.of(8, 8)))).toBeUndefined();
	expect(devices.hand?.step).toBe('wait');
	await vi.advanceTimersByTimeAsync(60_000);
	expect(devices.hand?.step).toBe('failed');
	devices.stopHand();
	sync.keeping = { keys: [], peers: {} };
	expect(await devices.takeHandCode('kith-offer:AAAA')).toContain('slip');
	expect(await devices.takeHandCode(offer)).toBeUndefined();
	expect(devices.hand).toMatchObject({ step: 'answer', code: answerToText(Uint8Array.of(8, 8)) });
	expect(devices.joining).toBeDefined();
	const talk = sync.meets(new FakeTalk({ is: 'meeting', card: LAPTOP }));
	await settle();
	expect(devices.hand?.step).toBe('done');
	expect(devices.merge?.phase).toBe('ready');
	vi.spyOn(points, 'keepWayBack').mockResolvedValue(true);
	await devices.go();
	await settle();
	expect(talk.did).toEqual(['go']);
	expect(sync.keeping.keys.map(({ bytes }) => bytes)).toEqual([KEY]);
});

test('each device has its line: waiting, level, newer, removed, and this one first', async () => {
	const since = '2026-01-01T10:00:00Z';
	const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => {
		const id = anId<'device'>();
		const device = { id, since, publicKey: 'p', kind: 'laptop', name } as const;
		write(kith.book, (draft) => draft.add('device', device));
		return id;
	}) as [Id<'device'>, Id<'device'>, Id<'device'>, Id<'device'>];
	write(kith.book, (draft) => draft.edit('device', d, { removedAt: '2026-05-03T10:00:00Z' }));
	sync.waits = 11;
	const levelAt = '2026-11-16T10:00:00Z';
	const peers = { [a]: { has: {} }, [b]: { levelAt, levelBy: 'folder' } } as const;
	const server = 'wss://m.example';
	sync.keeping = { keys: [{ generation: 1, bytes: KEY, members: [] }], peers, server };
	sync.direct.sessions = [
		new FakeTalk({ is: 'parted', why: 'newer-there', card: { ...LAPTOP, id: c } })
	];
	sync.tell();
	await vi.advanceTimersByTimeAsync(500);
	const says = (id: string) => devices.lines.find((line) => line.id === id)?.says;
	expect(devices.lines[0]).toMatchObject({ isThis: true, id: kith.book.device });
	expect(says(a)).toBe('Not open just now. Eleven changes wait for it here');
	expect(says(b)).toBe('Level on Monday, by folder');
	expect(says(c)).toContain('Has a newer Kith');
	expect(devices.lines.at(-1)).toMatchObject({ id: d, isRemoved: true });
	sync.keeping = { ...sync.keeping, removedAt: '2026-05-03T10:00:00Z' };
	sync.tell();
	expect(devices.hereSays).toContain('was removed from the book on');
});

test('a meeting point is sealed or on this device, and is kept', async () => {
	expect(await devices.setServer('http://x')).toContain('wss://');
	expect(await devices.setServer('ws://192.168.1.2:4444')).toContain('wss://');
	expect(await devices.setServer(' ws://localhost:4444 ')).toBeUndefined();
	expect(devices.server).toBe('ws://localhost:4444');
	expect(await devices.setServer('')).toBeUndefined();
	expect(sync.keeping).toEqual({ keys: [], peers: {} });
});

test('files: a first meeting is looked at, a large change waits, and no is no', async () => {
	const file = new File(['x'], 'a.kith');
	sync.keeping = { keys: [{ generation: 1, bytes: KEY, members: [] }], peers: {} };
	sync.consent = { is: 'first', from: 'laptop', name: 'Work laptop', there: 3, people: [] };
	const first = devices.receive([file]);
	await settle();
	expect(devices.busy).toBe('Reading…');
	expect(devices.merge?.phase).toBe('ready');
	devices.cancelMerge();
	await first;
	expect(devices.outcome).toMatchObject({ kind: 'done', says: 'Nothing was taken in.' });
	expect(devices.outcome?.details[0]).toContain('as you said');
	sync.consent = {
		...{ is: 'large', from: 'laptop', name: 'Work laptop', trashed: ['Ada'] },
		...{ trashing: 20, changed: 30, of: 100 }
	};
	sync.taken = { ...sync.taken, files: 1, devices: ['laptop'], level: ['laptop'] };
	const large = devices.receive([file]);
	await settle();
	expect(devices.brake).toMatchObject({ name: 'Work laptop', names: ['Ada'] });
	expect(devices.brake?.says).toContain('30 of your 100 people, 20 of them into the trash');
	devices.takeOver();
	await large;
	expect(devices.brake).toBeUndefined();
	expect(devices.outcome).toMatchObject({ kind: 'done', says: 'Took in 1 file.' });
	const huge = Object.defineProperty(new File([], 'b.kith'), 'size', { value: 600e6 });
	await devices.receive([huge]);
	expect(devices.outcome?.details[0]).toContain('500 MB');
	write(kith.book, (draft) => draft.add('note', aNote()));
});

test('what can be shared is shared, and where the system wants a tap it is asked for', async () => {
	sync.keeping = { keys: [{ generation: 1, bytes: KEY, members: [] }], peers: {} };
	const share = vi.fn().mockRejectedValueOnce(new DOMException('', 'NotAllowedError'));
	Object.assign(navigator, { canShare: () => true, share });
	await devices.send();
	expect(devices.outcome?.says).toContain('once more');
	share.mockResolvedValueOnce(undefined);
	await devices.send();
	expect(devices.outcome?.says).toContain('on its way');
	const [first, second] = share.mock.calls.map(([{ files }]) => files[0]);
	expect(second).toBe(first);
	Object.assign(navigator, { canShare: () => false });
});

test('where only a folder or a file can bring the book, its key is kept apart and let go again', async () => {
	expect(await devices.join(pairingToCode({ key: KEY }))).toBeUndefined();
	expect(devices.joining?.says).toContain('choose the folder');
	expect(sync.keeping).toMatchObject({ keys: [], joining: { key: { bytes: KEY } } });
	expect(devices.isPaired).toBe(true);
	devices.stopJoining();
	await settle();
	expect(sync.keeping).toEqual({ keys: [], peers: {} });
	await devices.join(pairingToCode({ key: KEY }));
	sync.consent = { is: 'first', from: 'laptop', name: 'Work laptop', there: 3, people: [] };
	sync.taken = { ...sync.taken, files: 1, devices: ['laptop'] };
	vi.spyOn(points, 'keepWayBack').mockResolvedValue(true);
	const taking = devices.receive([new File(['x'], 'a.kith')]);
	await settle();
	await devices.go();
	await sync.join('laptop');
	await taking;
	expect(devices.joining).toBeUndefined();
	expect(devices.merge?.phase).toBe('done');
	expect(devices.merge?.says).toContain('Send your changes back');
});

test('removing says what happens, and a rename reaches the book', async () => {
	const since = '2026-01-01T10:00:00Z';
	const laptop = { id: anId<'device'>(), name: 'Laptop', since, publicKey: 'p' };
	write(kith.book, (draft) => draft.add('device', laptop));
	devices.rename(laptop.id, ' Kitchen ');
	expect(kith.book.get('device', laptop.id)?.name).toBe('Kitchen');
	await devices.remove(laptop.id);
	expect(sync.did).toContain(`remove ${laptop.id}`);
	expect(kith.toasts.current?.text).toContain('Kitchen is removed');
});

test('a book to be joined is looked for again after the page was left, also when it came with no server', async () => {
	await devices.join(pairingToCode({ key: KEY }));
	devices.end();
	devices = new Devices(kith, () => Promise.resolve(sync));
	await settle();
	expect(devices.joining?.says).toContain('choose the folder');
	expect(sync.isPairing).toBe(true);
	// Met by hand or over a meeting point entered later: the look comes first.
	const talk = sync.meets(new FakeTalk({ is: 'meeting', card: LAPTOP }));
	await settle();
	expect(devices.merge?.phase).toBe('ready');
	expect(talk.did).toEqual([]);
	devices.cancelMerge();
	await settle();
	expect(sync.keeping.joining).toBeUndefined();
});

test('a code takes the place of one that was made here by mistake, with or without a server', async () => {
	await devices.show();
	const own = sync.keeping.keys;
	devices.hide();
	const other = KEY.map((byte) => byte + 1);
	expect(await devices.join(pairingToCode({ key: other }))).toBeUndefined();
	expect(sync.keeping.keys).toEqual(own);
	await sync.join('laptop');
	expect(sync.keeping.keys.map(({ bytes }) => bytes)).toEqual([other]);
});

test('a removed device joins under another name; by hand the offer waits for the page', async () => {
	const own = { generation: 1, bytes: KEY, members: [] };
	const gone: Keeping = { keys: [own], peers: { laptop: {} }, removedAt: '2026-05-03T10:00:00Z' };
	sync.keeping = gone;
	expect(await devices.join(pairingToCode({ key: KEY }))).toBeUndefined();
	expect(sync.did).toContain('come back');
	sync.keeping = { keys: [own], peers: {} };
	await devices.offerByHand();
	const offer = devices.hand?.code ?? '';
	devices.stopHand();
	sync.keeping = gone;
	expect(await devices.takeHandCode(offer)).toBeUndefined();
	expect(devices.hand).toBeUndefined();
	devices.end();
	devices = new Devices(kith, () => Promise.resolve(sync));
	await settle();
	expect(devices.hand?.step).toBe('answer');
});

test('whoever lets a device in has a restore point first; without one it stays at the door', async () => {
	const point = vi.spyOn(points, 'keepWayBack').mockResolvedValueOnce(false);
	await devices.show();
	const words = ['otter', 'lamp', 'north', 'coral'];
	const talk = sync.meets(new FakeTalk({ is: 'unknown', card: LAPTOP, words }));
	await devices.letIn();
	expect(point).toHaveBeenCalledWith(kith, 'first-merge');
	expect(talk.did).toEqual([]);
	expect(devices.door?.says).toContain('nothing was begun');
	point.mockResolvedValueOnce(true);
	await devices.letIn();
	expect(talk.did).toEqual(['let in']);
	expect(devices.door).toBeUndefined();
});

test('by hand, parted before the door, either side says why; and met, nobody else is asked about', async () => {
	const card = LAPTOP;
	await devices.offerByHand();
	await devices.takeHandCode(answerToText(Uint8Array.of(8, 8)));
	const talk = sync.meets(new FakeTalk({ is: 'greeting' }));
	talk.standing = { is: 'parted', why: 'removed-here', card };
	sync.meets(talk);
	expect(devices.hand).toMatchObject({ step: 'failed' });
	expect(devices.hand?.says).toContain('was removed from the book');
	await vi.advanceTimersByTimeAsync(60_000);
	expect(devices.hand?.says).toContain('was removed from the book');
	await devices.offerByHand();
	expect(sync.isPairing).toBe(true);
	sync.meets(new FakeTalk({ is: 'level', card, at: NOON, people: 1 }));
	await settle();
	expect(devices.hand?.step).toBe('done');
	expect(sync.isPairing).toBe(false);
});

test('a file that waits for a tap is made anew once the key is another', async () => {
	sync.keeping = { keys: [{ generation: 1, bytes: KEY, members: [] }], peers: {} };
	const share = vi.fn().mockRejectedValue(new DOMException('', 'NotAllowedError'));
	Object.assign(navigator, { canShare: () => true, share });
	await devices.send();
	const next = { generation: 2, bytes: KEY.map((byte) => byte + 3), members: [] };
	sync.keeping = { ...sync.keeping, keys: [...sync.keeping.keys, next] };
	await devices.send();
	const [first, second] = share.mock.calls.map(([{ files }]) => files[0]);
	expect(second).not.toBe(first);
	Object.assign(navigator, { canShare: () => false });
});

test('a first file with nobody to look at waits for a restore point', async () => {
	sync.keeping = { keys: [{ generation: 1, bytes: KEY, members: [] }], peers: {} };
	sync.consent = { is: 'point', from: 'laptop', name: 'Work laptop' };
	const point = vi.spyOn(points, 'keepWayBack').mockResolvedValue(false);
	await devices.receive([new File(['x'], 'a.kith')]);
	expect(point).toHaveBeenCalledWith(kith, 'first-merge');
	expect(devices.outcome).toMatchObject({ kind: 'trouble' });
	expect(devices.outcome?.says).toContain('did not keep a restore point');
});

test('what could not be loaded is tried again, by the rep or the next time it is asked for', async () => {
	let load = (): Promise<Sync> => Promise.reject(new TypeError('Failed to fetch'));
	const other = new Devices(kith, () => load());
	await settle();
	expect([other.isBroken, other.isKnown]).toEqual([true, false]);
	load = () => Promise.resolve(sync);
	const again = other.tryAgain();
	await settle();
	await again;
	expect([other.isBroken, other.isKnown]).toEqual([false, true]);
	other.end();
});
