// The conversations of this device: one with each other device, and a memory of why others were ended,
// so that nobody who was turned away knocks without end.
import { BackOff } from './back-off';
import { bytesToHex } from './bytes';
import type { Surroundings } from './meeting-point';
import type { Pipe } from './pipe';
import type { Session } from './session';
import type { Card, PartingReason } from './talk';

/** Where a conversation came from. */
export interface Origin {
	/** The other page's name there. */
	readonly peer: string;
	/** Has nothing to do with it for so long; undefined by hand, where nobody comes back by itself. */
	avoid(milliseconds: number): void;
	/** May look for it again. */
	forgive(): void;
}

interface Talk {
	readonly session: Session;
	readonly origin: Origin;
	readonly since: number;
	/** The same on both ends. */
	readonly mark: string;
	wasLevel: boolean;
	/** Another one with this device goes on in its place. */
	isReplaced: boolean;
	/** Where those came from that this one goes on in place of. */
	readonly inPlaceOf: Origin[];
	isOver: boolean;
	readonly tooLong: ReturnType<typeof setTimeout>;
}

/** Nothing changes by itself here: somebody has to do something first. */
const LASTING: ReadonlySet<PartingReason> = new Set<PartingReason>([
	'refused',
	'unknown-device',
	'removed-there',
	'removed-here',
	'newer-there',
	'newer-here',
	'wrong-key',
	'same-device'
]);
/** Milliseconds for which a device with such a reason is left alone. */
const LEFT_ALONE = 5 * 60_000;
/** … and while the rep is pairing. */
const LEFT_ALONE_PAIRING = 3000;
/** Two conversations that began closer together than this began at the same time. */
const SAME_TIME = 10_000;
/** A conversation this short was none. */
const SHORT = 10_000;
const MOST_TURNED_AWAY = 8;
/** Two that have not shown each other who they are by then never do. */
const GREETS_WITHIN = 30_000;

/** All conversations. */
export class Talks {
	readonly #around: Surroundings;
	readonly #isPairing: () => boolean;
	readonly #backOffs = new Map<string, BackOff>();
	#all: Talk[] = [];

	constructor(around: Surroundings, isPairing: () => boolean) {
		this.#around = around;
		this.#isPairing = isPairing;
	}

	/** Those that go on, and the last one with each device that ended for a reason that stays. */
	get sessions(): readonly Session[] {
		return this.#all.map((talk) => talk.session);
	}

	/** Begins one; `look` is to be called when its standing changes. */
	add(session: Session, pipe: Pipe, origin: Origin): void {
		// What broke is told until the two get on again, not only until they try.
		this.#all = this.#all.filter(
			(one) => !one.isOver || one.origin.peer !== origin.peer || isBroken(one)
		);
		this.#all.push({
			session,
			origin,
			since: this.#around.now(),
			mark: bytesToHex(pipe.binding),
			wasLevel: false,
			isReplaced: false,
			inPlaceOf: [],
			isOver: false,
			tooLong: setTimeout(() => {
				if (session.standing.is === 'greeting') session.end();
			}, GREETS_WITHIN)
		});
		this.look(session);
	}

	/** A conversation stands differently. */
	look(session: Session): void {
		const talk = this.#all.find((one) => one.session === session);
		const { standing } = session;
		if (!talk || talk.isOver) return;
		if (standing.is === 'level') talk.wasLevel = true;
		if (standing.is === 'parted') return this.#part(talk, standing.why);
		const card = cardOf(session);
		if (card) this.#keepOne(talk, card);
	}

	/** Ends those that came from there. */
	endFrom(origin: Origin): void {
		for (const talk of [...this.#all]) {
			if (talk.origin === origin && !talk.isOver) talk.session.end();
		}
	}

	/** Ends all. */
	end(): void {
		for (const { session, tooLong } of [...this.#all]) {
			clearTimeout(tooLong);
			session.end();
		}
		this.#all = [];
	}

	/** Forgets why anybody was turned away. */
	forgive(): void {
		this.#backOffs.clear();
		for (const talk of this.#all.filter((one) => one.isOver)) talk.origin.forgive();
		this.#all = this.#all.filter((talk) => !talk.isOver);
	}

	/** Of several conversations with one device only one goes on, the same on both ends. */
	#keepOne(talk: Talk, card: Card): void {
		this.#all = this.#all.filter((one) => !one.isOver || cardOf(one.session)?.id !== card.id);
		const others = this.#all.filter((one) => one !== talk && cardOf(one.session)?.id === card.id);
		for (const other of others) {
			const [stays, goes] = isBefore(talk, other) ? [other, talk] : [talk, other];
			goes.isReplaced = true;
			stays.inPlaceOf.push(goes.origin, ...goes.inPlaceOf);
			goes.session.end();
			// It may not tell of an end that was asked for.
			this.#part(goes, 'closed');
		}
	}

	#part(talk: Talk, why: PartingReason): void {
		if (talk.isOver) return;
		talk.isOver = true;
		clearTimeout(talk.tooLong);
		const { origin, isReplaced } = talk;
		const isLasting = LASTING.has(why);
		if (isReplaced) origin.avoid(Infinity);
		else {
			if (isLasting) origin.avoid(this.#isPairing() ? LEFT_ALONE_PAIRING : LEFT_ALONE);
			else this.#comeBack(talk, why);
			for (const other of talk.inPlaceOf) other.forgive();
		}
		const turnedAway = this.#all.filter((one) => one.isOver && one !== talk);
		const forgotten = new Set(turnedAway.slice(0, -MOST_TURNED_AWAY));
		const card = cardOf(talk.session);
		const isTold = isLasting || (why === 'broken' && card !== undefined);
		if (isReplaced || !isTold) forgotten.add(talk);
		else if (card) {
			const before = turnedAway.filter(({ session }) => cardOf(session)?.id === card.id);
			for (const one of before) forgotten.add(one);
		}
		this.#all = this.#all.filter((one) => !forgotten.has(one));
	}

	/** At once after a real conversation, later and later after short ones and those that broke. */
	#comeBack({ origin, wasLevel, since }: Talk, why: PartingReason): void {
		if (why !== 'broken') {
			if (wasLevel) this.#backOffs.delete(origin.peer);
			if (wasLevel || this.#around.now() - since > SHORT) return;
		}
		const backOff = this.#backOffs.get(origin.peer) ?? new BackOff(this.#around.random);
		this.#backOffs.set(origin.peer, backOff);
		origin.avoid(backOff.next());
	}
}

/** Whether the first of two conversations with one device is the one to end. */
function isBefore(one: Talk, other: Talk): boolean {
	const apart = one.since - other.since;
	// The older one is what is left of a page that was loaded anew. Of two that began together both
	// ends have to choose the same, and neither knows the other's clock.
	return Math.abs(apart) > SAME_TIME ? apart < 0 : one.mark < other.mark;
}

function isBroken({ session: { standing } }: Talk): boolean {
	return standing.is === 'parted' && standing.why === 'broken';
}

function cardOf({ standing }: Session): Card | undefined {
	return 'card' in standing ? standing.card : undefined;
}
