// The offer and the answer that two devices show each other when there is no server between them: as
// text that fits a QR code, and read again only when nothing of it is damaged.
import { sha256Hex } from './sha256';

/** What a code read from another screen says. */
export type HandCode =
	| {
			readonly kind: 'offer';
			/** The packed offer (sync/packed-sdp). */
			readonly sdp: Uint8Array;
			/** The book key's 32 bytes, in an offer to a new device. */
			readonly key?: Uint8Array;
			/** Where the devices of this book meet, if there is such a place. */
			readonly server?: string;
	  }
	| { readonly kind: 'answer'; readonly sdp: Uint8Array };

const OFFER = 'kith-offer:';
const ANSWER = 'kith-answer:';
const KEY_BYTES = 32;
const CHECK_BYTES = 4;
/** Far above any honest code; a longer text is not even looked into. */
const MOST_LETTERS = 4096;
const HAS_KEY = 1;
const HAS_SERVER = 2;

/**
 * An offer as text: `kith-offer:` and base64url of one byte of flags, the key, the server's address
 * (a length byte and UTF-8), the packed offer, and the first four bytes of SHA-256 over kind and all that.
 */
export function offerToText(offer: Omit<HandCode & { kind: 'offer' }, 'kind'>): string {
	const address = new TextEncoder().encode(offer.server ?? '');
	if (address.length > 255) throw new RangeError('the address is too long for a code');
	const flags = (offer.key ? HAS_KEY : 0) | (offer.server ? HAS_SERVER : 0);
	const head = offer.server ? [flags, ...(offer.key ?? []), address.length, ...address] : null;
	return OFFER + checked(OFFER, [...(head ?? [flags, ...(offer.key ?? [])]), ...offer.sdp]);
}

/** An answer as text, made like an offer but without flags, key and address. */
export function answerToText(sdp: Uint8Array): string {
	return ANSWER + checked(ANSWER, [...sdp]);
}

/** What a text says; undefined for any other text and for a damaged one. White space is overlooked. */
export function textToHandCode(text: string): HandCode | undefined {
	if (text.length > MOST_LETTERS) return undefined;
	const dense = text.replace(/\s+/g, '');
	if (dense.startsWith(ANSWER)) {
		const sdp = unchecked(ANSWER, dense);
		return sdp && { kind: 'answer', sdp };
	}
	const bytes = dense.startsWith(OFFER) ? unchecked(OFFER, dense) : undefined;
	return bytes && bytesToOffer(bytes);
}

function bytesToOffer(bytes: Uint8Array): HandCode | undefined {
	const [flags = 0] = bytes;
	if (flags & ~(HAS_KEY | HAS_SERVER)) return undefined;
	const afterKey = flags & HAS_KEY ? 1 + KEY_BYTES : 1;
	const length = flags & HAS_SERVER ? 1 + (bytes[afterKey] ?? 0) : 0;
	if (bytes.length < afterKey + length) return undefined;
	const server = new TextDecoder().decode(bytes.subarray(afterKey + 1, afterKey + length));
	return {
		kind: 'offer',
		sdp: bytes.slice(afterKey + length),
		...(flags & HAS_KEY && { key: bytes.slice(1, afterKey) }),
		...(flags & HAS_SERVER && { server })
	};
}

function checked(kind: string, bytes: readonly number[]): string {
	const whole = String.fromCharCode(...bytes, ...checkOf(kind, bytes));
	return btoa(whole).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function unchecked(kind: string, text: string): Uint8Array | undefined {
	const letters = text.slice(kind.length);
	if (!/^[\w-]+$/.test(letters) || letters.length % 4 === 1) return undefined;
	const whole = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
	const bytes = Uint8Array.from(whole, (letter) => letter.charCodeAt(0));
	const body = bytes.slice(0, -CHECK_BYTES);
	const check = checkOf(kind, [...body]);
	const isWhole = body.length > 0 && check.every((byte, at) => byte === bytes[body.length + at]);
	// The last letter may hold bits that mean nothing: only one way of writing is taken.
	return isWhole && checked(kind, [...body]) === letters ? body : undefined;
}

function checkOf(kind: string, bytes: readonly number[]): number[] {
	const hex = sha256Hex(Uint8Array.from([...new TextEncoder().encode(kind), ...bytes]));
	return Array.from({ length: CHECK_BYTES }, (_, at) =>
		parseInt(hex.slice(2 * at, 2 * at + 2), 16)
	);
}
