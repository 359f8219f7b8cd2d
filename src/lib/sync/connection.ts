// One connection between two browsers, with our channel on it: gives a pipe when the channel opens, and
// ends as a whole when pipe, channel or connection end. It asks no server for anything.
import { sha256Hex } from '$lib/domain/sha256';
import { FramePipe } from './frames';
import type { Pipe } from './pipe';

/** Who hears of a connection. */
export interface ConnectionListener {
	/** The channel is open; called once at most. */
	onpipe(pipe: Pipe): void;
	/** It is over; called once. @param hadPipe whether it was ever open */
	onend(hadPipe: boolean): void;
}

/** Both ends open this channel by themselves, so that it needs no word in the offer. */
const CHANNEL: RTCDataChannelInit = { negotiated: true, id: 1000, ordered: true };
const CHANNEL_NAME = 'kith';
/** Words on their way are given this long to go out before the connection is cut. */
const FAREWELL = 2000;

/** How long a connection may take to open, in milliseconds, and whether it may fail in between. */
export interface Patience {
	readonly within: number;
	/** The other end may not even have heard of us yet: failing is no end. */
	readonly overcomesFailure: boolean;
}

/**
 * An RTCPeerConnection with our channel. Made as a class because simple-peer, below y-webrtc, wants one.
 * @param listenerFor asked at each construction
 */
export function connectionClass(
	listenerFor: () => ConnectionListener,
	{ within, overcomesFailure }: Patience
): new () => RTCPeerConnection {
	return class Connection extends RTCPeerConnection {
		readonly #listener = listenerFor();
		readonly #tooLong: ReturnType<typeof setTimeout>;
		readonly #channel: RTCDataChannel;
		#theirs: string | undefined;
		#pipe: Pipe | undefined;
		#isOver = false;

		// Whatever configuration is handed in: no server of anybody's is asked.
		constructor() {
			super({ iceServers: [] });
			const channel = super.createDataChannel(CHANNEL_NAME, CHANNEL);
			this.#channel = channel;
			channel.binaryType = 'arraybuffer';
			channel.addEventListener('open', () => this.#open());
			channel.addEventListener('close', () => this.close());
			this.addEventListener('datachannel', (event) => deafen(event.channel));
			this.addEventListener('connectionstatechange', () => {
				if (this.connectionState === 'failed' && (this.#pipe || !overcomesFailure)) this.close();
			});
			this.#tooLong = setTimeout(() => this.close(), within);
		}

		override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
			const channel = super.createDataChannel(label, options);
			deafen(channel);
			return channel;
		}

		// The channel may open before the browser tells that it has taken this in.
		override setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
			this.#theirs = description.sdp;
			return super.setRemoteDescription(description);
		}

		// A candidate that is of no use is no reason to end; simple-peer would print it or give up.
		override async addIceCandidate(candidate?: RTCIceCandidateInit | null): Promise<void> {
			await super.addIceCandidate(candidate).catch(() => undefined);
		}

		override close(): void {
			if (this.#isOver) return;
			this.#isOver = true;
			clearTimeout(this.#tooLong);
			super.close();
			// Not every browser says so by itself; the pipe still tells what came before, and why.
			this.#channel.dispatchEvent(new Event('close'));
			this.#listener.onend(this.#pipe !== undefined);
			// A browser does not tell whoever closed it; simple-peer has to know, or it holds on to it.
			this.dispatchEvent(new Event('iceconnectionstatechange'));
		}

		#open(): void {
			const channel = this.#channel;
			clearTimeout(this.#tooLong);
			const binding = bindingOf(
				this.localDescription?.sdp,
				this.remoteDescription?.sdp ?? this.#theirs
			);
			if (!binding || this.#isOver) return this.close();
			const closeChannel = channel.close.bind(channel);
			channel.close = () => {
				closeChannel();
				setTimeout(() => this.close(), FAREWELL);
			};
			this.#pipe = new FramePipe(channel, binding);
			this.#listener.onpipe(this.#pipe);
		}
	};
}

/**
 * What both ends of a connection have in common and nobody in between has: SHA-256 over both
 * certificates' fingerprints, the smaller first. Undefined where a side names more than one: it could
 * then stand for another.
 */
function bindingOf(local: string | undefined, remote: string | undefined): Uint8Array | undefined {
	const prints = [local, remote].map((sdp) => fingerprintIn(sdp ?? ''));
	const [one, two] = prints;
	if (!one || !two) return undefined;
	const hex = sha256Hex(new TextEncoder().encode([one, two].sort().join(' ')));
	return Uint8Array.from(hex.match(/../g) ?? [], (byte) => parseInt(byte, 16));
}

/** The one SHA-256 fingerprint in a description (RFC 8122), as 64 upper-case hex digits. */
export function fingerprintIn(sdp: string): string | undefined {
	const lines = Array.from(sdp.matchAll(/^a=fingerprint:(.*?)\s*$/gim), ([, said = '']) => said);
	const [only, ...others] = new Set(lines.map((line) => line.toUpperCase()));
	const [, digits] = /^SHA-256 ((?:[0-9A-F]{2}:){31}[0-9A-F]{2})$/.exec(only ?? '') ?? [];
	return others.length === 0 ? digits?.replaceAll(':', '') : undefined;
}

/**
 * y-webrtc's own channel carries nothing of ours: what comes in on it is heard by nobody, so that no
 * peer can fill its empty document or make it stumble.
 */
function deafen(channel: RTCDataChannel): void {
	channel.addEventListener('message', (event) => event.stopImmediatePropagation());
}
