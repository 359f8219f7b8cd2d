// The connection to one signalling server, shared by all rooms: y-webrtc's own, but tried again by our
// back-off (y-webrtc tries 25 times a minute), with everything sealed that goes through it, and with
// nothing that comes from there able to reach the console. While the server is away, devices that have
// found each other go on talking.
import type { Random } from '$lib/domain/random';
import type { SignalingConn } from 'y-webrtc';
import { BackOff } from './back-off';

/** How the signalling server stands: being connected to, connected, out of reach until the next try. */
export type PointStanding = 'looking' | 'there' | 'away';

/** A room that is met in here. */
export interface Guest {
	seal(said: unknown): Promise<string>;
	/** Something sealed came in for this room. */
	hear(sealed: string): void;
}

/** Time and chance. */
export interface Surroundings {
	now(): number;
	readonly random: Random;
}

/** No offer comes near this many letters. */
const MOST_LETTERS = 65_536;
/** A server that takes longer to answer counts as away, in milliseconds. */
const CONNECTS_WITHIN = 10_000;
const ANSWERS_WITHIN = 3000;

/** One signalling server. */
export class MeetingPoint {
	readonly address: string;
	readonly around: Surroundings;
	readonly #onstanding: () => void;
	readonly #backOff: BackOff;
	readonly #guests = new Map<string, Guest>();
	#conn: SignalingConn | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#standing: PointStanding = 'looking';
	/** Messages so far, of any kind. */
	#heard = 0;

	constructor(address: string, around: Surroundings, onstanding: () => void) {
		this.address = address;
		this.around = around;
		this.#backOff = new BackOff(around.random);
		this.#onstanding = onstanding;
	}

	get standing(): PointStanding {
		return this.#standing;
	}

	/** Takes over what y-webrtc has just made for a room. */
	add(topic: string, guest: Guest, conn: SignalingConn): void {
		this.#guests.set(topic, guest);
		if (conn === this.#conn) return;
		this.#conn = conn;
		// y-webrtc would send it as it is.
		conn.send = (message: unknown) => void this.#send(message).catch(() => undefined);
		this.#follow(conn);
	}

	/** A room is left; y-webrtc closes the connection with the last one. */
	remove(topic: string): void {
		this.#guests.delete(topic);
		if (this.#guests.size > 0) return;
		clearTimeout(this.#timer);
		this.#conn = undefined;
	}

	/** Hands y-webrtc something that was said in a room. Throws whatever y-webrtc makes of it. */
	hand(topic: string, data: unknown): void {
		const conn = this.#conn;
		conn?.emit('message', [{ type: 'publish', topic, data }, conn]);
	}

	/** Says something in a room. */
	say(topic: string, data: unknown): void {
		void this.#send({ type: 'publish', topic, data }).catch(() => undefined);
	}

	/** Something changed: tries at once, and looks whether an open connection still answers. */
	wake(): void {
		const conn = this.#conn;
		if (!conn) return;
		this.#backOff.reset();
		const { ws } = conn;
		if (!ws) return this.#connect();
		if (!conn.connected) return;
		const before = this.#heard;
		ws.send(JSON.stringify({ type: 'ping' }));
		setTimeout(() => {
			if (conn.ws === ws && this.#heard === before) drop(ws);
		}, ANSWERS_WITHIN);
	}

	#connect(): void {
		const conn = this.#conn;
		clearTimeout(this.#timer);
		if (!conn || conn.ws) return;
		conn.connect();
		this.#follow(conn);
	}

	#follow(conn: SignalingConn): void {
		// From here on only #connect tries again.
		conn.shouldConnect = false;
		const { ws } = conn;
		if (!ws) return;
		const tooLong = setTimeout(() => drop(ws), CONNECTS_WITHIN);
		ws.addEventListener('open', () => {
			clearTimeout(tooLong);
			this.#stand(conn, 'there');
		});
		const own = ws.onmessage?.bind(ws);
		ws.onmessage = (event: MessageEvent) => {
			this.#heard++;
			if (!this.#hear(event.data)) own?.(event);
		};
		const ended = ws.onclose?.bind(ws);
		let isOver = false;
		// y-webrtc hears of it first, so that the way is free for a new try.
		ws.onclose = ws.onerror = () => {
			if (isOver) return;
			isOver = true;
			ended?.(new CloseEvent('close'));
			clearTimeout(tooLong);
			this.#stand(conn, 'away');
		};
	}

	#stand(conn: SignalingConn, standing: PointStanding): void {
		if (conn !== this.#conn) return;
		clearTimeout(this.#timer);
		if (standing === 'away') this.#timer = setTimeout(() => this.#connect(), this.#backOff.next());
		// A server that lets go of everybody at once is not come back to at once.
		else this.#timer = setTimeout(() => this.#backOff.reset(), CONNECTS_WITHIN);
		this.#standing = standing;
		this.#onstanding();
	}

	/** Whether it was for a room or made no sense; y-webrtc may have the rest. */
	#hear(text: unknown): boolean {
		if (typeof text !== 'string' || text.length > MOST_LETTERS) return true;
		const said = textToRecord(text);
		if (said?.['type'] === 'pong') return false;
		const { topic, data } = said ?? {};
		if (typeof topic === 'string' && typeof data === 'string') this.#guests.get(topic)?.hear(data);
		return true;
	}

	async #send(message: unknown): Promise<void> {
		const { type, topics, topic, data } = message as Record<string, unknown>;
		const out: Record<string, unknown> = { type };
		// y-webrtc tells every server of every room.
		if (Array.isArray(topics))
			out['topics'] = topics.filter((one) => this.#guests.has(String(one)));
		if (type === 'publish') {
			const guest = this.#guests.get(String(topic));
			if (!guest) return;
			Object.assign(out, { topic, data: await guest.seal(data) });
		}
		const conn = this.#conn;
		if (conn?.connected) conn.ws?.send(JSON.stringify(out));
	}
}

/** Closes a connection and counts it as closed, however long the browser waits for the other end. */
function drop(ws: WebSocket): void {
	ws.close();
	ws.onclose?.(new CloseEvent('close'));
}

function textToRecord(text: string): Record<string, unknown> | undefined {
	try {
		const read: unknown = JSON.parse(text);
		return typeof read === 'object' && read !== null
			? (read as Record<string, unknown>)
			: undefined;
	} catch {
		return undefined;
	}
}
