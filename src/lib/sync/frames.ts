// A pipe over a data channel: messages cut into small frames (frame-code.ts), put together again at the
// other end. What is sent waits for the other side's listener, so nothing piles up anywhere.
import { Arrivals, type Arrived } from './arrivals';
import { joined } from './bytes';
import { deflated, inflated } from './deflate';
import {
	costOf,
	CREDIT,
	FULL,
	LARGEST_MESSAGE,
	LAST,
	LAST_DEFLATED,
	LAST_NUMBER,
	LIFE,
	PART,
	readCredit,
	readFrame,
	WINDOW,
	writeCredit,
	writeFrame
} from './frame-code';
import type { Pipe, PipeEnd, PipeListener } from './pipe';

/** Below this a message is not worth deflating. */
const WORTH_DEFLATING = 4 * 1024;
/** How much lies ready in the channel. */
const BUFFERED = 256 * 1024;
/** Credits are given in portions, and when nothing more is waiting. */
const CREDIT_AT = WINDOW / 8;

const BEAT_MS = 5000;
/** After so many beats without a frame the other side is gone: 20 s. */
const SILENT_BEATS = 4;

/** What is used of an RTCDataChannel, which must be reliable and keep the order. */
export interface FrameChannel {
	readonly readyState: string;
	binaryType: string;
	readonly bufferedAmount: number;
	bufferedAmountLowThreshold: number;
	send(data: ArrayBufferView<ArrayBuffer>): void;
	close(): void;
	addEventListener(type: string, listener: (event: Event) => void): void;
	removeEventListener(type: string, listener: (event: Event) => void): void;
}

/** Calls `tick` every `ms` milliseconds; the function given back stops it. */
export type Beat = (ms: number, tick: () => void) => () => void;

const realBeat: Beat = (ms, tick) => {
	const timer = setInterval(tick, ms);
	return () => clearInterval(timer);
};

/** One end of a pipe. */
export class FramePipe implements Pipe {
	readonly binding: Uint8Array;
	limit: number = LARGEST_MESSAGE;
	readonly #channel: FrameChannel;
	readonly #events: Readonly<Record<string, (event: Event) => void>>;
	readonly #stopBeat: () => void;
	readonly #arrivals = new Arrivals();
	#received = 0;
	#sent = 0;
	/** The numbers of the next frames. */
	#nextIn = 0;
	#nextOut = 0;
	/** What we sent and the other side has not taken in. */
	#onTheWay = 0;
	/** What was taken in here and not yet said. */
	#credit = 0;
	#listener: PipeListener | undefined;
	#isTelling = false;
	#ended: PipeEnd | undefined;
	#isEndTold = false;
	#sending: Promise<void> = Promise.resolve();
	#wakeUps = new Set<() => void>();
	#atBeat = { received: 0, sent: 0, silent: 0 };

	/**
	 * @param channel open, or about to be; from now on nobody else uses it
	 * @param binding see Pipe
	 * @param beat what calls every five seconds
	 */
	constructor(channel: FrameChannel, binding: Uint8Array, beat: Beat = realBeat) {
		this.binding = binding;
		this.#channel = channel;
		channel.binaryType = 'arraybuffer';
		channel.bufferedAmountLowThreshold = BUFFERED / 2;
		const wake = (): void => this.#wake();
		const stop = (): void => this.#stop('closed');
		this.#events = {
			message: (event) => {
				this.#onmessage((event as MessageEvent<unknown>).data);
			},
			bufferedamountlow: wake,
			open: wake,
			close: stop,
			error: stop
		};
		for (const [type, on] of Object.entries(this.#events)) channel.addEventListener(type, on);
		this.#stopBeat = beat(BEAT_MS, () => this.#onbeat());
		if (channel.readyState === 'closing' || channel.readyState === 'closed') stop();
	}

	/** As Pipe says. */
	get received(): number {
		return this.#received;
	}

	/** As Pipe says. */
	get sent(): number {
		return this.#sent;
	}

	/**
	 * As Pipe says. What came whole before the other side ended is still told, then the end. A listener
	 * that throws or rejects ends the pipe as 'broken'.
	 */
	listen(listener: PipeListener): void {
		this.#listener = listener;
		void this.#tellArrived();
	}

	/**
	 * As Pipe says: resolves when the channel has all of it and there is room for the next. Several may
	 * be sent at once; they keep their order. The bytes must not change before it resolves. More than
	 * LARGEST_MESSAGE is not sent and ends the pipe as 'broken', as it would there.
	 */
	send(message: Uint8Array): Promise<void> {
		this.#sending = this.#sending.then(() => this.#send(message));
		return this.#sending;
	}

	/** As Pipe says. What the channel has already been given still goes out; nothing more is told but the end. */
	end(why: PipeEnd = 'closed'): void {
		this.#arrivals.drop(true);
		this.#stop(why);
		this.#tellEnd();
	}

	async #send(message: Uint8Array): Promise<void> {
		if (this.#ended) return;
		if (message.length > LARGEST_MESSAGE) {
			this.end('broken');
			return;
		}
		const small = message.length < WORTH_DEFLATING ? undefined : await deflated(message);
		const isDeflated = small !== undefined && small.length < message.length;
		const bytes = isDeflated ? small : message;
		const frames = Math.max(Math.ceil(bytes.length / FULL), 1);
		// Counted at once: the last frame may be taken in before this goes on.
		this.#onTheWay += costOf(bytes.length, frames);
		for (let frame = 1; frame <= frames; frame++) {
			await this.#until(() => this.#channel.bufferedAmount <= BUFFERED);
			const last = isDeflated ? LAST_DEFLATED : LAST;
			const part = bytes.subarray((frame - 1) * FULL, frame * FULL);
			this.#write(frame === frames ? last : PART, part);
		}
		await this.#until(() => this.#onTheWay < WINDOW && this.#channel.bufferedAmount <= BUFFERED);
	}

	/** Resolves when the channel is open and `isSo`, and after the end. */
	async #until(isSo: () => boolean): Promise<void> {
		while (!this.#ended && !(this.#channel.readyState === 'open' && isSo())) {
			await new Promise<void>((resolve) => this.#wakeUps.add(resolve));
		}
	}

	#wake(): void {
		const wakeUps = this.#wakeUps;
		this.#wakeUps = new Set();
		for (const wakeUp of wakeUps) wakeUp();
	}

	#write(kind: number, body: Uint8Array): void {
		if (this.#ended) return;
		const frame = writeFrame({ kind, number: this.#nextOut, body });
		try {
			this.#channel.send(frame);
		} catch {
			// It closed a moment ago, or is over-full, which it does not get over.
			return this.end('closed');
		}
		this.#sent += frame.length;
		if (this.#nextOut++ === LAST_NUMBER) this.end('closed');
	}

	#onmessage(data: unknown): void {
		if (data instanceof ArrayBuffer) this.#received += data.byteLength;
		const frame = readFrame(data);
		if (frame?.number !== this.#nextIn) return this.end('broken');
		this.#nextIn++;
		if (frame.kind === LIFE && frame.body.length === 0) return;
		if (frame.kind === CREDIT) return this.#takeCredit(readCredit(frame.body));
		if (!this.#arrivals.add(frame.kind, frame.body, this.limit)) return this.end('broken');
		void this.#tellArrived();
	}

	#takeCredit(credit: number | undefined): void {
		if (credit === undefined || credit > this.#onTheWay) return this.end('broken');
		this.#onTheWay -= credit;
		this.#wake();
	}

	/** Tells one message after the other. */
	async #tellArrived(): Promise<void> {
		const listener = this.#listener;
		if (!listener || this.#isTelling) return;
		this.#isTelling = true;
		for (let next = this.#arrivals.next(); next; next = this.#arrivals.next()) {
			if (!(await this.#tell(listener, next))) this.end('broken');
			this.#arrivals.takenIn(next);
			this.#giveCredit(next);
		}
		this.#isTelling = false;
		if (this.#ended) this.#tellEnd();
	}

	/** False: it could not be inflated, or the listener came to grief. */
	async #tell(listener: PipeListener, { parts, isDeflated }: Arrived): Promise<boolean> {
		const message = isDeflated ? await inflated(parts, this.limit) : joined(parts);
		// Ended here meanwhile: nobody wants it any more.
		if (this.#isEndTold) return true;
		try {
			if (message) await listener.onmessage(message);
			return message !== undefined;
		} catch {
			return false;
		}
	}

	#giveCredit({ cost }: Arrived): void {
		this.#credit += cost;
		if (this.#credit < CREDIT_AT && !this.#arrivals.isEmpty) return;
		this.#write(CREDIT, writeCredit(this.#credit));
		this.#credit = 0;
	}

	/** Beats are counted, not time: a page that slept for an hour is not an hour without a word. */
	#onbeat(): void {
		if (this.#channel.readyState !== 'open') return;
		const { received, sent, silent } = this.#atBeat;
		const beats = received === this.#received ? silent + 1 : 0;
		if (beats >= SILENT_BEATS) return this.end('silent');
		// What still lies in the channel is a sign of life itself.
		const isQuiet = sent === this.#sent && this.#channel.bufferedAmount === 0;
		if (isQuiet) this.#write(LIFE, new Uint8Array());
		this.#atBeat = { received: this.#received, sent: this.#sent, silent: beats };
	}

	/** From now on nothing comes or goes. */
	#stop(why: PipeEnd): void {
		if (this.#ended) return;
		this.#ended = why;
		this.#arrivals.drop(false);
		this.#stopBeat();
		for (const [type, on] of Object.entries(this.#events)) {
			this.#channel.removeEventListener(type, on);
		}
		this.#channel.close();
		this.#wake();
		if (!this.#isTelling) this.#tellEnd();
	}

	#tellEnd(): void {
		if (!this.#listener || !this.#ended || this.#isEndTold) return;
		this.#isEndTold = true;
		this.#listener.onend(this.#ended);
	}
}
