// Bringing another device to the book, or this one to another's: the code, the words both screens show,
// and the look before two books become one. Nothing comes over before the rep has said yes to each.
// Over 300 lines, because each step decides what may come next.
import { textToMeetingAddress } from '$lib/domain/meeting-address';
import { codeToPairing, pairingToCode, pairingToLink } from '$lib/domain/pairing-code';
import type { MergeLook } from './device-asking.svelte';
import {
	codeProblems,
	joiningWords,
	mergeWords,
	partingWords,
	progressWords,
	serverProblem
} from './device-words';
import type { AtTheDoor, ShownCode, TransferLine } from './devices-view';
import type { Sync, Talk } from './devices-sync';
import type { Kith } from './kith.svelte';
import { keepWayBack } from './points';

type BookKey = import('$lib/sync/keys').BookKey;
type Standing = import('$lib/sync/talk').Standing;

/** A code is good for so long. */
const SHOWN_MS = 10 * 60_000;

type Joining = import('$lib/sync/kept').Joining;

/** Everything between a code and the first time two devices are level. */
export class Pairing {
	readonly #kith: Kith;
	readonly #sync: () => Promise<Sync>;
	readonly #merge: MergeLook;
	#shown = $state.raw<ShownCode>();
	#joining = $state.raw<Joining & { readonly says: string }>();
	#door = $state.raw<{ readonly talk: Talk } & AtTheDoor>();
	#hiding: ReturnType<typeof setTimeout> | undefined;
	#answered = new WeakSet<Talk>();
	/** The conversation the rep is being asked about, and the device he said go for. */
	#asked: { readonly talk: Talk; readonly id: string } | undefined;
	#goFor: string | undefined;
	/** The key of the book that is this device's just now. */
	#joined: Uint8Array | undefined;
	#isLettingIn = false;
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
		await sync.kept.refresh();
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
		const { keys } = sync.kept.now;
		const isGone = this.#removedAt(sync) !== undefined;
		if (!isGone && keys.some(({ bytes }) => isSame(bytes, read.key))) return codeProblems.own;
		const isBegun = await this.#begin(sync, read.key, read.server);
		return isBegun ? undefined : codeProblems.removed;
	}

	/** As `join`, where the two meet by codes shown both ways. */
	async joinByHand(key: Uint8Array, server: string | undefined): Promise<void> {
		const sync = await this.#sync();
		await this.#begin(sync, key, server && textToMeetingAddress(server));
	}

	/** This device was removed: joining loads the page anew before it goes on. */
	async isRemoved(): Promise<boolean> {
		return this.#removedAt(await this.#sync()) !== undefined;
	}

	/** The key of codes shown both ways: of the book this device has, or of the one it joins. */
	async keyByHand(): Promise<BookKey> {
		const sync = await this.#sync();
		const { joining } = sync.kept.now;
		if (!joining) return this.key();
		await sync.ensureOwn();
		return joining.key;
	}

	#removedAt(sync: Sync): string | undefined {
		const { book } = this.#kith;
		return sync.kept.now.removedAt ?? book.get('device', book.device)?.removedAt;
	}

	/** Codes are being shown both ways, or no longer. */
	set isByHand(isByHand: boolean) {
		this.#isByHand = isByHand;
		void this.#sync().then((sync) => this.#pairs(sync));
	}

	/** Lets go of the book that was to be joined; the key of the one there is stays. */
	stopJoining(): void {
		this.#joining = this.#asked = this.#goFor = undefined;
		this.#merge.leave();
		void this.#sync().then(async (sync) => {
			await sync.kept.change(({ joining: _, ...now }) => now).catch(() => undefined);
			this.#leaveJoining(sync);
		});
	}

	#leaveJoining(sync: Sync): void {
		this.#joining = this.#asked = this.#goFor = undefined;
		sync.direct.leave();
		this.#pairs(sync);
		for (const talk of sync.direct.sessions) if (talk.standing.is === 'meeting') talk.turnAway();
	}

	/** Lets in who is at the door. Who joins this book writes into it: a restore point comes first. */
	async letIn(): Promise<void> {
		const door = this.#door;
		if (!door || this.#isLettingIn) return;
		this.#isLettingIn = true;
		// Whoever joins another's book makes it after the look, see MergeLook.
		const isKept =
			this.#joining !== undefined ||
			(await keepWayBack(this.#kith, 'first-merge').catch(() => false));
		this.#isLettingIn = false;
		if (this.#door?.talk !== door.talk) return;
		if (!isKept) {
			this.#door = { ...door, says: mergeWords.noPoint };
			return;
		}
		this.#leaveDoor();
		door.talk.letIn();
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
		this.#lookAtJoining(sync);
		for (const talk of sessions) this.#lookAt(sync, talk);
		if (this.#door && this.#door.talk.standing.is !== 'unknown') this.#door = undefined;
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
			void this.#keepKey(sync, id);
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

	/** From here on the two have one book. What generation its key is the conversation knows, and keeps. */
	async #keepKey(sync: Sync, from: string): Promise<void> {
		this.#joined = this.#joining?.key.bytes;
		this.#joining = this.#goFor = this.#asked = undefined;
		// Where there is no room for the key, the conversation ends by itself and says so.
		await sync.join(from).catch(() => undefined);
		this.#joined = undefined;
		sync.direct.leave();
		this.#pairs(sync);
	}

	/** @returns false when the disk did not take it */
	async #begin(sync: Sync, bytes: Uint8Array, server: string | undefined): Promise<boolean> {
		const key: BookKey = { generation: 1, bytes, members: [] };
		const joining = { key, ...(server === undefined ? {} : { server }) };
		this.#asked = this.#goFor = undefined;
		try {
			if (this.#removedAt(sync) !== undefined) {
				await sync.comeBack(joining);
				return true;
			}
			await sync.ensureOwn();
			await sync.kept.change((now) => ({ ...now, joining }));
		} catch {
			return false;
		}
		this.look(sync);
		return true;
	}

	/** Joining goes on where it is kept: after the page was left, and in each tab. */
	#lookAtJoining(sync: Sync): void {
		const { joining, id } = sync.kept.now;
		const isOurs = id === undefined || id === this.#kith.book.device;
		if (!joining || !isOurs) {
			// In another tab, or with a file.
			if (this.#joining) this.#leaveJoining(sync);
			return;
		}
		const begun = this.#joining?.key.bytes ?? this.#joined;
		if (begun && isSame(begun, joining.key.bytes)) return;
		this.#joining = { ...joining, says: joiningWords.looking };
		this.#pairs(sync);
		sync.direct.start();
		sync.direct.join(joining.key, joining.server);
	}

	#joiningSays(sync: Sync): string {
		const { keys, server } = sync.kept.now;
		const standings = sync.direct.sessions.map(({ standing }) => standing);
		const parted = standings.find((one) => one.is === 'parted');
		const again = keys.length > 0 ? ` ${joiningWords.again}` : '';
		if (this.#door) return joiningWords.door + again;
		if (standings.some(({ is }) => is === 'unknown')) return joiningWords.waits;
		if (parted?.card && !standings.some(isGoingOn)) return `${partingWords[parted.why]}.`;
		const isNowhere = (this.#joining?.server ?? server) === undefined;
		if (isNowhere && !this.#isByHand) return joiningWords.carried + again;
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

function isSame(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
