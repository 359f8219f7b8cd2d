// How fast two pages on this machine could be at best: a data channel of their own with nothing on it but
// frames of 16 KiB.
import type { Page } from '@playwright/test';

const FRAME = 16 * 1024;
const HIGH = 1024 * 1024;

/**
 * Sends bytes from one page to the other over a fresh WebRTC connection.
 * @returns bytes in a second, from the first frame sent to the last one come
 */
export async function rawThroughput(from: Page, to: Page, bytes: number): Promise<number> {
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
	const answer = await to.evaluate(
		async ({ sdp, expected }) => {
			const connection = new RTCPeerConnection({ iceServers: [] });
			const channel = connection.createDataChannel('raw', { negotiated: true, id: 1 });
			channel.binaryType = 'arraybuffer';
			let come = 0;
			channel.onmessage = ({ data }) => {
				come += (data as ArrayBuffer).byteLength;
				if (come >= expected) channel.send('all');
			};
			Object.assign(window, { raw: { connection, channel } });
			await connection.setRemoteDescription({ type: 'offer', sdp });
			await connection.setLocalDescription();
			while (connection.iceGatheringState !== 'complete') {
				await new Promise((done) => setTimeout(done, 20));
			}
			return connection.localDescription?.sdp ?? '';
		},
		{ sdp: offer, expected: bytes }
	);
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
			await all;
			const seconds = (performance.now() - begun) / 1000;
			connection.close();
			return total / seconds;
		},
		{ sdp: answer, total: bytes, frame: FRAME, high: HIGH }
	);
}
