// One room of a meeting point, for one book key: devices that hold the key find each other here, over
// y-webrtc with an empty document, and each meeting becomes a pipe. Nobody else can say anything here.
import { Doc } from 'yjs';
import { WebrtcProvider, type SignalingConn } from 'y-webrtc';
import { BackOff } from './back-off';
import { bytesToHex } from './bytes';
import { connectionClass } from './connection';
import { deriveBytes, type BookKey } from './keys';
import type { Guest, MeetingPoint } from './meeting-point';
import type { Pipe } from './pipe';
import { SealedSignal } from './sealed-signal';

/** Who is told of a meeting. @param peer the other page's name in this room, for as long as it stays */
export type Met = (pipe: Pipe, peer: string) => void;

/** More devices than anybody has; a key that got out does not fill the memory. */
const MOST_PEERS = 12;
/** What came in and was not looked at yet; more is thrown away. */
const MOST_WAITING = 200;
/** Messages known again when they are repeated. */
const MOST_HEARD = 2000;
/** A connection in one network is there in a second or not at all. */
const PATIENCE = { within: 15_000, overcomesFailure: false };

/** What is said in a room, as far as it is looked at here. */
interface Said {
	readonly from: string;
	readonly to?: unknown;
	readonly type: 'announce' | 'signal';
	readonly token?: unknown;
	readonly signal?: { readonly type?: unknown };
}

/** One room. */
export class Lobby implements Guest {
	readonly #point: MeetingPoint;
	readonly #seals: SealedSignal;
	readonly #topic: string;
	readonly #provider: WebrtcProvider;
	readonly #doc = new Doc();
	readonly #avoided = new Map<string, number>();
	readonly #failures = new Map<string, BackOff>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#last: Promise<void> = Promise.resolve();
	#waiting = 0;
	/** What was heard, as it was sealed: a server that repeats itself is heard once. */
	readonly #heard = new Set<string>();
	/** The newest offer of each peer, by y-webrtc's clock on its side. */
	readonly #offers = new Map<string, number>();
	/** Whose message y-webrtc has in its hands: a connection it makes now is one to them. */
	#from = '';

	private constructor(point: MeetingPoint, topic: string, seals: SealedSignal, met: Met) {
		this.#point = point;
		this.#topic = topic;
		this.#seals = seals;
		const listenerFor = () => {
			const peer = this.#from;
			return {
				onpipe: (pipe: Pipe) => met(pipe, peer),
				onend: (hadPipe: boolean) => this.#ended(peer, hadPipe)
			};
		};
		// No password: what goes out is sealed by us, because what comes in cannot be opened by y-webrtc
		// without rejections that nobody can catch.
		this.#provider = new WebrtcProvider(topic, this.#doc, {
			signaling: [point.address],
			maxConns: MOST_PEERS,
			filterBcConns: true,
			peerOpts: {
				config: { iceServers: [] },
				wrtc: {
					RTCPeerConnection: connectionClass(listenerFor, PATIENCE),
					RTCSessionDescription,
					RTCIceCandidate
				}
			}
		});
		// Who is here is told by the meeting itself.
		this.#provider.awareness.setLocalState(null);
		// y-webrtc leaves all rooms on `beforeunload`, which a tap on a telephone number fires too while
		// the page stays.
		this.#provider.on('status', () => {
			const { room } = this.#provider;
			if (room) removeEventListener('beforeunload', room._beforeUnloadHandler);
		});
		const conns = this.#provider.signalingConns as readonly SignalingConn[];
		const [conn] = conns;
		if (conn) point.add(topic, this, conn);
	}

	/** Goes in. */
	static async enter(point: MeetingPoint, key: BookKey, met: Met): Promise<Lobby> {
		const topic = bytesToHex(await deriveBytes(key, 'room'));
		return new Lobby(point, topic, await SealedSignal.of(key, topic), met);
	}

	/** Has nothing to do with a peer for so many milliseconds, then looks for it again. */
	avoid(peer: string, milliseconds: number): void {
		this.#avoided.set(peer, this.#point.around.now() + milliseconds);
		this.#wait();
	}

	/** Avoids nobody any more, or this one not, and says at once that we are here. */
	forgive(peer?: string): void {
		if (peer === undefined) {
			this.#avoided.clear();
			this.#failures.clear();
		} else this.#avoided.delete(peer);
		this.#announce();
	}

	/** Goes out; all that was met here ends. */
	leave(): void {
		clearTimeout(this.#timer);
		this.#provider.disconnect();
		this.#provider.destroy();
		this.#doc.destroy();
		this.#point.remove(this.#topic);
	}

	seal(said: unknown): Promise<string> {
		return this.#seals.seal(said);
	}

	hear(sealed: string): void {
		if (this.#waiting >= MOST_WAITING || this.#heard.has(sealed)) return;
		this.#waiting++;
		this.#heard.add(sealed);
		const [oldest] = this.#heard;
		if (this.#heard.size > MOST_HEARD && oldest !== undefined) this.#heard.delete(oldest);
		// One after the other: candidates follow their offer. What y-webrtc stumbles over ends here.
		this.#last = this.#last
			.then(async () => this.#take(await this.#seals.open(sealed)))
			.catch(() => undefined)
			.finally(() => this.#waiting--);
	}

	async #take(said: unknown): Promise<void> {
		const { room } = this.#provider;
		if (!room || !isSaid(said) || said.from === room.peerId || this.#isAvoided(said.from)) return;
		if (said.to !== undefined && said.to !== room.peerId) return;
		const { from } = said;
		const known = room.webrtcConns.get(from);
		if (!known && room.webrtcConns.size >= MOST_PEERS) return;
		if (said.type === 'announce') {
			if (known) return;
			// Of two that want to begin only one does, or their offers would cross.
			if (room.peerId > from) {
				this.#announce(from);
				return;
			}
		} else if (said.signal?.type === 'offer') {
			const { token } = said;
			if (typeof token !== 'number' || token <= (this.#offers.get(from) ?? 0)) return;
			if (this.#offers.size > MOST_HEARD) this.#offers.clear();
			this.#offers.set(from, token);
			// It has begun anew, so what we have of it is over; y-webrtc would go on with that.
			if (known) await ended(known);
			this.#avoided.delete(from);
		} else if (!known || known.closed) return;
		this.#from = from;
		this.#point.hand(this.#topic, said);
	}

	#announce(to?: string): void {
		const from = this.#provider.room?.peerId;
		if (from) this.#point.say(this.#topic, { type: 'announce', from, ...(to && { to }) });
	}

	#ended(peer: string, hadPipe: boolean): void {
		if (hadPipe) return void this.#failures.delete(peer);
		const backOff =
			this.#failures.get(peer) ?? new BackOff(this.#point.around.random, 2000, 120_000);
		this.#failures.set(peer, backOff);
		this.avoid(peer, backOff.next());
	}

	#isAvoided(peer: string): boolean {
		return (this.#avoided.get(peer) ?? 0) > this.#point.around.now();
	}

	/** Looks for peers again when the first is no longer to be avoided. */
	#wait(): void {
		clearTimeout(this.#timer);
		const first = Math.min(...this.#avoided.values());
		if (!Number.isFinite(first)) return;
		this.#timer = setTimeout(
			() => {
				for (const [peer, until] of this.#avoided) {
					if (until <= this.#point.around.now()) this.#avoided.delete(peer);
				}
				this.#announce();
				this.#wait();
			},
			Math.max(0, first - this.#point.around.now()) + 10
		);
	}
}

function isSaid(said: unknown): said is Said {
	if (typeof said !== 'object' || said === null) return false;
	const { from, type, signal } = said as Record<string, unknown>;
	if (typeof from !== 'string' || from.length > 64) return false;
	return type === 'announce' || (type === 'signal' && typeof signal === 'object' && !!signal);
}

/** Ends a connection and waits until y-webrtc has put it away. */
async function ended(conn: { destroy(): void }): Promise<void> {
	conn.destroy();
	await new Promise((done) => setTimeout(done));
}
