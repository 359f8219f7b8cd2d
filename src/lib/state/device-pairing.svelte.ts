// Bringing another device to the book, or this one to another's: the code, the words both screens show,
// and the look before two books become one. Nothing comes over before the rep has said yes to each.
import { textToMeetingAddress } from '$lib/domain/meeting-address';
import { codeToPairing, pairingToCode, pairingToLink } from '$lib/domain/pairing-code';
import type { MergeLook } from './device-asking.svelte';
import {
	codeProblems,
	joiningWords,
	partingWords,
	progressWords,
	serverProblem
} from './device-words';
import type { AtTheDoor, ShownCode, TransferLine } from './devices-view';
import type { Sync, Talk } from './devices-sync';
import type { Kith } from './kith.svelte';

type BookKey = import('$lib/sync/keys').BookKey;
type Standing = import('$lib/sync/talk').Standing;

/** A code is good for so long. */
const SHOWN_MS = 10 * 60_000;

interface Joining {
	readonly key: BookKey;
	readonly server: string | undefined;
	/** The keys from before: they are another book's. */
	readonly before: readonly BookKey[];
	/** The key is kept already, since only a folder or a file can bring the book. */
	readonly isCarried: boolean;
	readonly says: string;
}

/** Everything between a code and the first time two devices are level. */
export class Pairing {
	readonly #kith: Kith;
	readonly #sync: () => Promise<Sync>;
	readonly #merge: MergeLook;
	#shown = $state.raw<ShownCode>();
	#joining = $state.raw<Joining>();
	#door = $state.raw<{ readonly talk: Talk } & AtTheDoor>();
	#hiding: ReturnType<typeof setTimeout> | undefined;
	#answered = new WeakSet<Talk>();
	/** The conversation the rep is being asked about, and the device he said go for. */
	#asked: { readonly talk: Talk; readonly id: string } | undefined;
	#goFor: string | undefined;
	/** Pairing by hand goes on beside. */
	#isByHand = false;

	/** @param sync loaded on first need */
	constructor(kith: Kith, sync: () => Promise<Sync>, merge: MergeLook) {
		this.#kith = kith;
		this.#sync = sync;
		this.#merge = merge;
	}

	get shown(): ShownCode | undefined {
		return this.#shown;
	}

	get joining(): { readonly says: string } | undefined {
		return this.#joining;
	}

	get door(): AtTheDoor | undefined {
		return this.#door;
	}

	/** The newest key; made and kept when this is the first device of the book. */
	async key(): Promise<BookKey> {
		const sync = await this.#sync();
		await sync.ensureOwn();
		const known = sync.newestKey();
		if (known) return known;
		const made = sync.newKey();
		await sync.kept.change((now) => (now.keys.length > 0 ? now : { ...now, keys: [made] }));
		return sync.newestKey() ?? made;
	}

	/** Shows a code for ten minutes. */
	async show(): Promise<void> {
		const sync = await this.#sync();
		const { server } = sync.kept.now;
		const { bytes } = await this.key();
		const pairing = { key: new Uint8Array(bytes), ...(server === undefined ? {} : { server }) };
		this.#shown = {
			code: pairingToCode(pairing),
			link: pairingToLink(pairing, location.href),
			until: this.#kith.clock.exactly() + SHOWN_MS
		};
		clearTimeout(this.#hiding);
		this.#hiding = setTimeout(() => this.hide(), SHOWN_MS);
		this.#pairs(sync);
		sync.direct.start();
		sync.direct.wake();
	}

	hide(): void {
		clearTimeout(this.#hiding);
		this.#shown = undefined;
		void this.#sync().then((sync) => this.#pairs(sync));
	}

	/** Begins to join the book a code stands for; a sentence when that cannot be. */
	async join(code: string): Promise<string | undefined> {
		const read = codeToPairing(code);
		if (read.is !== 'code') return codeProblems[read.is];
		if (read.server !== undefined && !textToMeetingAddress(read.server)) return serverProblem;
		const sync = await this.#sync();
		const { keys, server = read.server } = sync.kept.now;
		const meetAt = read.server ?? server;
		if (keys.some(({ bytes }) => isSame(bytes, read.key))) return codeProblems.own;
		if (meetAt === undefined && keys.length > 0) return codeProblems.nowhere;
		await sync.ensureOwn();
		const key: BookKey = { generation: 1, bytes: read.key, members: [] };
		this.#begin(sync, key, meetAt, meetAt === undefined);
		sync.direct.start();
		if (meetAt !== undefined) sync.direct.join(key, read.server);
		else await sync.kept.change((now) => ({ ...now, keys: [key] }));
		this.look(sync);
		return undefined;
	}

	/** As `join`, where the two meet by codes shown both ways. */
	async joinByHand(key: BookKey, server: string | undefined): Promise<void> {
		const sync = await this.#sync();
		this.#begin(sync, key, server && textToMeetingAddress(server), false);
	}

	/** Codes are being shown both ways, or no longer. */
	set isByHand(isByHand: boolean) {
		this.#isByHand = isByHand;
		void this.#sync().then((sync) => this.#pairs(sync));
	}

	stopJoining(): void {
		const joining = this.#joining;
		this.#joining = this.#asked = this.#goFor = undefined;
		this.#merge.leave();
		void this.#sync().then(async (sync) => {
			sync.direct.leave();
			this.#pairs(sync);
			// A key nobody has been met with yet is of no use.
			const isUnused = joining?.isCarried && Object.keys(sync.kept.now.peers).length === 0;
			if (isUnused) await sync.kept.change((now) => ({ ...now, keys: joining.before }));
			for (const talk of sync.direct.sessions) if (talk.standing.is === 'meeting') talk.end();
		});
	}

	letIn(): void {
		const { talk } = this.#door ?? {};
		this.#leaveDoor();
		talk?.letIn();
		// Good for one device.
		if (this.#shown) this.hide();
	}

	turnAway(): void {
		const { talk } = this.#door ?? {};
		this.#leaveDoor();
		talk?.turnAway();
	}

	/** Looks how all conversations stand. */
	look(sync: Sync): void {
		const { sessions } = sync.direct;
		for (const talk of sessions) this.#lookAt(sync, talk);
		if (this.#door && this.#door.talk.standing.is !== 'unknown') this.#door = undefined;
		const isMet = Object.keys(sync.kept.now.peers).length > 0;
		if (this.#joining?.isCarried && isMet) this.#joining = undefined;
		if (this.#joining) this.#joining = { ...this.#joining, says: this.#joiningSays(sync) };
		this.#follow(sessions);
		this.#pairs(sync);
	}

	#lookAt(sync: Sync, talk: Talk): void {
		const { standing } = talk;
		if (standing.is === 'unknown' && !this.#answered.has(talk) && !this.#door) {
			this.#door = { talk, name: standing.card.name, words: standing.words };
		}
		if (standing.is !== 'meeting' || !this.#joining) return;
		const { id, name } = standing.card;
		if (this.#goFor === id) {
			talk.go();
			void this.#keepKey(sync, this.#joining, id);
		} else if (this.#asked === undefined || this.#isToAskAgain(talk, id)) {
			this.#asked = { talk, id };
			void this.#ask(sync, this.#asked, name);
		}
	}

	/** The two were cut off before the other book had been looked at. */
	#isToAskAgain(talk: Talk, id: string): boolean {
		const isCutOff = this.#asked?.talk.standing.is === 'parted';
		return isCutOff && this.#asked?.talk !== talk && this.#asked?.id === id && this.#isLooking;
	}

	get #isLooking(): boolean {
		return this.#merge.view?.phase === 'looking';
	}

	async #ask(sync: Sync, asked: { talk: Talk; id: string }, name: string): Promise<void> {
		const wants = await this.#merge.ask(asked.id, name, () => asked.talk.peopleThere());
		if (this.#asked !== asked) return;
		if (wants) {
			this.#goFor = asked.id;
			this.look(sync);
		} else this.stopJoining();
	}

	/**
	 * From here on the two have one book: its key takes the place of those of the book before. What
	 * generation it is the conversation knows, and keeps.
	 */
	async #keepKey(sync: Sync, joining: Joining, from: string): Promise<void> {
		this.#joining = this.#goFor = this.#asked = undefined;
		await sync.kept.change(({ removedAt: _, ...now }) => {
			const others = now.keys.filter(({ bytes }) => !holds(joining.before, bytes));
			const isThere = holds(others, joining.key.bytes);
			const { [from]: peer } = now.peers;
			const known = peer ? { [from]: peer } : {};
			return {
				...now,
				keys: isThere ? others : [...others, joining.key],
				peers: joining.before.length > 0 ? known : now.peers,
				...(joining.server === undefined ? {} : { server: joining.server })
			};
		});
		sync.direct.leave();
		this.#pairs(sync);
	}

	#begin(sync: Sync, key: BookKey, server: string | undefined, isCarried: boolean): void {
		const before = sync.kept.now.keys;
		const again = before.length > 0 ? ` ${joiningWords.again}` : '';
		const says = (isCarried ? joiningWords.carried : joiningWords.looking) + again;
		this.#asked = this.#goFor = undefined;
		this.#joining = { key, server, before, isCarried, says };
		this.#pairs(sync);
	}

	#joiningSays(sync: Sync): string {
		const { isCarried, before } = this.#joining ?? {};
		const standings = sync.direct.sessions.map(({ standing }) => standing);
		const parted = standings.find((one) => one.is === 'parted');
		const again = before?.length ? ` ${joiningWords.again}` : '';
		if (isCarried) return joiningWords.carried;
		if (this.#door) return joiningWords.door + again;
		if (standings.some(({ is }) => is === 'unknown')) return joiningWords.waits;
		if (parted?.card && !standings.some(isGoingOn)) return `${partingWords[parted.why]}.`;
		if (sync.direct.meetingPoint === 'away' && !this.#isByHand) return joiningWords.away;
		return joiningWords.looking + again;
	}

	/** The first exchange on screen, from whichever conversation carries it. */
	#follow(sessions: readonly Talk[]): void {
		const { from, view } = this.#merge;
		for (const { standing } of sessions) {
			if (standing.is === 'level') void this.#merge.finish(standing.card.id, true);
		}
		if (view?.phase !== 'carrying') return;
		const ours = sessions.find(({ standing }) => 'card' in standing && standing.card?.id === from);
		const standing = ours?.standing;
		if (standing?.is === 'level') return;
		this.#merge.carry(standing && transferOf(standing), !standing || standing.is === 'parted');
	}

	#leaveDoor(): void {
		if (this.#door) this.#answered.add(this.#door.talk);
		this.#door = undefined;
	}

	#pairs(sync: Sync): void {
		sync.isPairing =
			this.#shown !== undefined || this.#joining !== undefined || this.#isByHand || !!this.#door;
	}
}

/** How far a transfer is, the part that comes in first; undefined while none is under way. */
export function transferOf(standing: Standing): TransferLine | undefined {
	if (standing.is !== 'carrying') return undefined;
	const { receiving, sending } = standing;
	if (receiving && (receiving.part < 1 || !sending)) {
		return { part: receiving.part, says: progressWords('Receiving', receiving) };
	}
	return sending && { part: sending.part, says: progressWords('Sending', sending) };
}

function isGoingOn({ is }: Standing): boolean {
	return is !== 'parted';
}

function holds(keys: readonly BookKey[], key: Uint8Array): boolean {
	return keys.some(({ bytes }) => isSame(bytes, key));
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
