// Two ends of a pipe in memory, with a channel between them that can be made to misbehave.
import { FramePipe, type Beat, type FrameChannel } from '$lib/sync/frames';

/** What happens to one frame on its way: the frames that arrive in its place, in order. */
export type OnTheWay = (frame: Uint8Array<ArrayBuffer>, index: number) => readonly unknown[];

/** How a pair of pipes behaves. */
export interface PipePairOptions {
	/** What becomes of frames from the first to the second end, and back; by default all arrive. */
	readonly there?: OnTheWay;
	readonly back?: OnTheWay;
	/** Milliseconds a frame needs; 0: the next task, in batches. */
	readonly delay?: number;
	/** What both have in common. */
	readonly binding?: Uint8Array;
	/** What calls every five seconds; by default nothing does. */
	readonly beat?: Beat;
}

const never: Beat = () => () => undefined;

/** One end of a made-up data channel. */
export class FakeChannel extends EventTarget implements FrameChannel {
	readyState = 'open';
	binaryType = 'blob';
	bufferedAmount = 0;
	bufferedAmountLowThreshold = 0;
	/** The most that ever lay ready. */
	mostBuffered = 0;
	other: FakeChannel | undefined;
	onTheWay: OnTheWay = (frame) => [frame];
	delay = 0;
	#frames: Uint8Array<ArrayBuffer>[] = [];
	#index = 0;
	#isMoving = false;

	send(data: ArrayBufferView<ArrayBuffer>): void {
		if (this.readyState !== 'open') throw new DOMException('closed', 'InvalidStateError');
		const { buffer, byteOffset, byteLength } = data;
		this.#frames.push(new Uint8Array(buffer.slice(byteOffset, byteOffset + byteLength)));
		this.bufferedAmount += byteLength;
		this.mostBuffered = Math.max(this.mostBuffered, this.bufferedAmount);
		this.#move();
	}

	/** Sends what the pipe would not. */
	inject(data: unknown): void {
		this.other?.arrive(data);
	}

	arrive(data: unknown): void {
		if (this.readyState !== 'open') return;
		const carried = data instanceof Uint8Array ? data.slice().buffer : data;
		this.dispatchEvent(new MessageEvent('message', { data: carried }));
	}

	/** What was sent still arrives, then both ends are closed. */
	close(): void {
		if (this.readyState !== 'open') return;
		this.readyState = 'closing';
		this.#move();
	}

	/** As when the network goes: what was on the way is lost. */
	cut(): void {
		this.#frames = [];
		this.#closed();
		this.other?.cutByOther();
	}

	cutByOther(): void {
		this.#frames = [];
		this.#closed();
	}

	#move(): void {
		if (this.#isMoving) return;
		this.#isMoving = true;
		setTimeout(() => {
			this.#isMoving = false;
			const before = this.bufferedAmount;
			for (const frame of this.#frames.splice(0, 16)) {
				this.bufferedAmount -= frame.length;
				for (const data of this.onTheWay(frame, this.#index++)) this.other?.arrive(data);
			}
			const low = this.bufferedAmountLowThreshold;
			if (before > low && this.bufferedAmount <= low) {
				this.dispatchEvent(new Event('bufferedamountlow'));
			}
			if (this.#frames.length > 0) this.#move();
			else if (this.readyState === 'closing') {
				this.#closed();
				this.other?.closeByOther();
			}
		}, this.delay);
	}

	closeByOther(): void {
		this.#closed();
	}

	#closed(): void {
		if (this.readyState === 'closed') return;
		this.readyState = 'closed';
		this.dispatchEvent(new Event('close'));
	}
}

/** Two connected pipes, and the channels between them. */
export interface PipePair {
	readonly a: FramePipe;
	readonly b: FramePipe;
	readonly channelA: FakeChannel;
	readonly channelB: FakeChannel;
}

/** Two pipes over a channel in memory that carries frames one task later. */
export function pipePair(options: PipePairOptions = {}): PipePair {
	const [channelA, channelB] = [new FakeChannel(), new FakeChannel()];
	channelA.other = channelB;
	channelB.other = channelA;
	if (options.there) channelA.onTheWay = options.there;
	if (options.back) channelB.onTheWay = options.back;
	channelA.delay = channelB.delay = options.delay ?? 0;
	const binding = options.binding ?? new Uint8Array(32).fill(7);
	const beat = options.beat ?? never;
	return {
		a: new FramePipe(channelA, binding, beat),
		b: new FramePipe(channelB, binding, beat),
		channelA,
		channelB
	};
}
