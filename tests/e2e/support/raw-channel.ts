// How fast two pages on this machine could be at best: a data channel of their own with nothing on it but
// frames of 16 KiB. A new connection sends more and more until packets are lost, then stands still until
// it sends those again, for up to three seconds; after a few megabytes it is steady. So a run is known by
// two rates, and of several runs the middle one counts.
import type { Page } from '@playwright/test';

const FRAME = 16 * 1024;
/** As much may lie ready in the channel: as in our own pipe. With a megabyte it stands still more often. */
const HIGH = 256 * 1024;

/** Bytes in a second, from the first frame sent to the word that the last has come. */
export interface RawRates {
	/** Of a connection just made, as a first exchange has it. */
	readonly fresh: number;
	/** As many bytes once more over the same connection. */
	readonly steady: number;
}

/** Sends bytes from one page to the other over a new WebRTC connection, twice in a row. */
export async function rawRates(from: Page, to: Page, bytes: number): Promise<RawRates> {
	const offer = await from.evaluate(async () => {
		const connection = new RTCPeerConnection({ iceServers: [] });
		const channel = connection.createDataChannel('raw', { negotiated: true, id: 1 });
		Object.assign(window, { raw: { connection, channel } });
		await connection.setLocalDescription();
		await gathered(connection);
		return connection.localDescription?.sdp ?? '';

		async function gathered(of: RTCPeerConnection): Promise<void> {
			while (of.iceGatheringState !== 'complete') await new Promise((done) => setTimeout(done, 20));
		}
	});
	const answer = await to.evaluate(async (sdp) => {
		const connection = new RTCPeerConnection({ iceServers: [] });
		const channel = connection.createDataChannel('raw', { negotiated: true, id: 1 });
		channel.binaryType = 'arraybuffer';
		channel.onmessage = ({ data }) => {
			// A short one ends a run.
			if ((data as ArrayBuffer).byteLength === 1) channel.send('all');
		};
		Object.assign(window, { raw: { connection, channel } });
		await connection.setRemoteDescription({ type: 'offer', sdp });
		await connection.setLocalDescription();
		while (connection.iceGatheringState !== 'complete') {
			await new Promise((done) => setTimeout(done, 20));
		}
		return connection.localDescription?.sdp ?? '';
	}, offer);
	return from.evaluate(
		async ({ sdp, total, frame, high }) => {
			const { raw } = window as unknown as {
				raw: { connection: RTCPeerConnection; channel: RTCDataChannel };
			};
			const { connection, channel } = raw;
			await connection.setRemoteDescription({ type: 'answer', sdp });
			while (channel.readyState !== 'open') await new Promise((done) => setTimeout(done, 5));
			const chunk = crypto.getRandomValues(new Uint8Array(frame));
			channel.bufferedAmountLowThreshold = high / 2;
			const [fresh, steady] = [await rate(), await rate()];
			connection.close();
			return { fresh, steady };

			async function rate(): Promise<number> {
				const all = new Promise((done) => {
					channel.onmessage = done;
				});
				const begun = performance.now();
				for (let sent = 0; sent < total; sent += frame) {
					if (channel.bufferedAmount > high) {
						await new Promise((low) => {
							channel.onbufferedamountlow = low;
						});
					}
					channel.send(chunk);
				}
				channel.send(new Uint8Array(1));
				await all;
				return total / ((performance.now() - begun) / 1000);
			}
		},
		{ sdp: answer, total: bytes, frame: FRAME, high: HIGH }
	);
}

/** The middle one of some numbers. */
export function middleOf(numbers: readonly number[]): number {
	return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
