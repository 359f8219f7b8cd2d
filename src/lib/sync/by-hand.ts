// Two devices that carry offer and answer to each other by showing and scanning them: the same
// connection and the same pipe, without any server. People take their time over it.
import { connectionClass } from './connection';
import { essenceOf, essenceToSdp, packEssence, unpackEssence } from './packed-sdp';
import type { Pipe } from './pipe';

/** An offer is good for so long, and so is an answer. */
const PATIENCE = { within: 10 * 60_000, overcomesFailure: true };
/** Where a browser does not say that it has all its addresses, those it has by then must do. */
const GATHERS_WITHIN = 2000;

/** One offer that waits for its answer. */
export interface OfferMade {
	/** To be shown. */
	readonly packed: Uint8Array;
	/** Takes the answer; false when it is none. Another try may follow then. */
	finish(answer: Uint8Array): Promise<boolean>;
	/** Lets go of it, unless it has become a pipe. */
	drop(): void;
}

/** Makes an offer. @param onpipe called when the answer was taken and the other end is there */
export async function offerByHand(onpipe: (pipe: Pipe) => void): Promise<OfferMade> {
	const connection = connectionTo(onpipe);
	const packed = await describe(connection, 'offer');
	return {
		packed,
		async finish(answer) {
			const essence = unpackEssence(answer);
			if (essence?.kind !== 'answer' || connection.signalingState !== 'have-local-offer') {
				return false;
			}
			return take(connection, 'answer', essenceToSdp(essence));
		},
		drop: () => {
			if (connection.connectionState !== 'connected') connection.close();
		}
	};
}

/** Answers an offer; undefined when it is none. */
export async function answerByHand(
	offer: Uint8Array,
	onpipe: (pipe: Pipe) => void
): Promise<{ readonly packed: Uint8Array; drop(): void } | undefined> {
	const essence = unpackEssence(offer);
	if (essence?.kind !== 'offer') return undefined;
	const connection = connectionTo(onpipe);
	if (!(await take(connection, 'offer', essenceToSdp(essence)))) {
		connection.close();
		return undefined;
	}
	const packed = await describe(connection, 'answer');
	return {
		packed,
		drop: () => {
			if (connection.connectionState !== 'connected') connection.close();
		}
	};
}

function connectionTo(onpipe: (pipe: Pipe) => void): RTCPeerConnection {
	const listener = { onpipe, onend: () => undefined };
	return new (connectionClass(() => listener, PATIENCE))();
}

async function take(
	connection: RTCPeerConnection,
	type: 'offer' | 'answer',
	sdp: string
): Promise<boolean> {
	try {
		await connection.setRemoteDescription({ type, sdp });
		return true;
	} catch {
		return false;
	}
}

/** Describes this end and packs it, with the addresses known by then. */
async function describe(
	connection: RTCPeerConnection,
	kind: 'offer' | 'answer'
): Promise<Uint8Array> {
	await connection.setLocalDescription();
	await gathered(connection);
	const essence = essenceOf(kind, connection.localDescription?.sdp ?? '');
	if (essence) return packEssence(essence);
	connection.close();
	throw new Error('the browser described a connection in a way that is not understood');
}

function gathered(connection: RTCPeerConnection): Promise<void> {
	return new Promise((resolve) => {
		const look = () => {
			if (connection.iceGatheringState === 'complete') resolve();
		};
		connection.addEventListener('icegatheringstatechange', look);
		setTimeout(resolve, GATHERS_WITHIN);
		look();
	});
}
