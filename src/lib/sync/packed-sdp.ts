// The offer or answer of a connection that carries nothing but data, packed into some 70 to 150 bytes
// instead of a kilobyte of text, and unpacked into a whole description again (RFC 8866, 8839, 8841).
import { sha256Hex } from '$lib/domain/sha256';
import { fingerprintIn } from './connection';

/** What differs from one description to the next; all else is the same for every one. */
export interface Essence {
	readonly kind: 'offer' | 'answer';
	/** SHA-256 of the certificate, 64 upper-case hex digits. */
	readonly fingerprint: string;
	readonly ufrag: string;
	readonly password: string;
	/** Where it can be reached, at most four. */
	readonly places: readonly Place[];
}

/** One host candidate: an IPv4 or IPv6 address, or a name ending in `.local` that hides it (mDNS). */
export interface Place {
	readonly host: string;
	readonly port: number;
}

/** The letters of an ICE user name and password (RFC 8839 §5.4), six bits each. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VERSION = 1;
const MOST_PLACES = 4;
const CHECK_BYTES = 2;
/** Bytes of each kind of host, by the number that stands for it. */
const SIZES = [4, 16, 16];

/** The essence of a description; undefined when it lacks something or says what we do not expect. */
export function essenceOf(kind: Essence['kind'], sdp: string): Essence | undefined {
	const [, ufrag = ''] = /^a=ice-ufrag:(\S+)/m.exec(sdp) ?? [];
	const [, password = ''] = /^a=ice-pwd:(\S+)/m.exec(sdp) ?? [];
	const fingerprint = fingerprintIn(sdp);
	const candidates = sdp.matchAll(/^a=candidate:\S+ 1 udp \d+ (\S+) (\d+) typ host/gim);
	const all = Array.from(candidates, ([, host = '', port]) => ({ host, port: Number(port) }));
	const places = all.filter(({ host }) => hostToBytes(host)).slice(0, MOST_PLACES);
	if (!fingerprint || !isIce(ufrag, 4) || !isIce(password, 22)) return undefined;
	return { kind, fingerprint, ufrag, password, places };
}

/**
 * Packs: a byte of version and kind, 32 bytes of fingerprint, user name and password (a length byte and
 * six bits a letter), a byte of how many places, each place as a byte of its kind, its address and two
 * bytes of port, and two bytes of SHA-256 over all that.
 */
export function packEssence(essence: Essence): Uint8Array {
	const places = essence.places.flatMap(({ host, port }) => {
		const bytes = hostToBytes(host);
		return bytes ? [[...bytes, port >> 8, port & 255]] : [];
	});
	const body = [
		(VERSION << 1) | (essence.kind === 'answer' ? 1 : 0),
		...hexToBytes(essence.fingerprint),
		...lettersToBytes(essence.ufrag),
		...lettersToBytes(essence.password),
		places.length,
		...places.flat()
	];
	return Uint8Array.from([...body, ...checkOf(body)]);
}

/** Unpacks; undefined for anything that was not packed so. */
export function unpackEssence(bytes: Uint8Array): Essence | undefined {
	const body = [...bytes.slice(0, -CHECK_BYTES)];
	if (checkOf(body).some((byte, at) => byte !== bytes[body.length + at])) return undefined;
	let at = 0;
	const take = (count: number) => body.slice(at, (at += count));
	const takeLetters = () => {
		const [length = 0] = take(1);
		return bytesToLetters(take(Math.ceil((length * 6) / 8)), length);
	};
	const [first = 0] = take(1);
	const fingerprint = bytesToHex(take(32)).toUpperCase();
	const [ufrag, password] = [takeLetters(), takeLetters()];
	const [count = 0] = take(1);
	const places: Place[] = [];
	for (let one = 0; one < Math.min(count, MOST_PLACES); one++) {
		const [kind = 0] = take(1);
		const host = bytesToHost(kind, take(SIZES[kind] ?? 0));
		const [high = 0, low = 0] = take(2);
		if (host) places.push({ host, port: high * 256 + low });
	}
	const isWhole = at === body.length && places.length === count && first >> 1 === VERSION;
	if (!isWhole || !isIce(ufrag, 4) || !isIce(password, 22)) return undefined;
	return { kind: first & 1 ? 'answer' : 'offer', fingerprint, ufrag, password, places };
}

/** A whole description that a browser takes. */
export function essenceToSdp({ kind, fingerprint, ufrag, password, places }: Essence): string {
	const lines = [
		'v=0',
		'o=- 1 2 IN IP4 127.0.0.1',
		's=-',
		't=0 0',
		'a=group:BUNDLE 0',
		'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
		'c=IN IP4 0.0.0.0',
		...places.map(({ host, port }, at) => {
			// Host candidates by RFC 8445 §5.1.2, the first one preferred.
			const priority = 126 * 2 ** 24 + (65_535 - at) * 2 ** 8 + 255;
			return `a=candidate:${at + 1} 1 udp ${priority} ${host} ${port} typ host`;
		}),
		`a=ice-ufrag:${ufrag}`,
		`a=ice-pwd:${password}`,
		`a=fingerprint:sha-256 ${(fingerprint.match(/../g) ?? []).join(':')}`,
		`a=setup:${kind === 'offer' ? 'actpass' : 'active'}`,
		'a=mid:0',
		'a=sctp-port:5000',
		'a=max-message-size:262144'
	];
	return lines.map((line) => `${line}\r\n`).join('');
}

function isIce(letters: string, least: number): boolean {
	return letters.length >= least && letters.length < 256 && /^[A-Za-z0-9+/]+$/.test(letters);
}

/** The number of its kind, then its bytes. */
function hostToBytes(host: string): number[] | undefined {
	if (/^\d+(\.\d+){3}$/.test(host)) {
		const parts = host.split('.').map(Number);
		return parts.every((part) => part < 256) ? [0, ...parts] : undefined;
	}
	const [, name = ''] = /^([0-9a-f-]{36})\.local$/i.exec(host) ?? [];
	const hex = name.replaceAll('-', '');
	if (hex.length === 32 && dashed(hex) === name.toLowerCase()) return [2, ...hexToBytes(hex)];
	const groups = groupsOf(host);
	return groups && [1, ...groups.flatMap((group) => [group >> 8, group & 255])];
}

function bytesToHost(kind: number, bytes: readonly number[]): string | undefined {
	if (bytes.length === 0 || bytes.length !== SIZES[kind]) return undefined;
	if (kind === 0) return bytes.join('.');
	const hex = bytesToHex(bytes);
	return kind === 2 ? `${dashed(hex)}.local` : (hex.match(/.{4}/g) ?? []).map(plainHex).join(':');
}

/** The eight groups of an IPv6 address, `::` filled up. */
function groupsOf(host: string): number[] | undefined {
	if (!/^[0-9a-f:]+$/i.test(host) || !host.includes(':')) return undefined;
	const [head = '', tail, ...more] = host.split('::');
	const groups = (text: string) => (text === '' ? [] : text.split(':'));
	const [before, after] = [groups(head), groups(tail ?? '')];
	const missing = 8 - before.length - after.length;
	if (more.length > 0 || (tail === undefined ? missing !== 0 : missing < 1)) return undefined;
	const all = [...before, ...Array<string>(missing).fill('0'), ...after];
	return all.every((one) => /^[0-9a-f]{1,4}$/i.test(one))
		? all.map((one) => parseInt(one, 16))
		: undefined;
}

function plainHex(group: string): string {
	return parseInt(group, 16).toString(16);
}

function dashed(hex: string): string {
	return hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function lettersToBytes(letters: string): number[] {
	const bits = [...letters]
		.map((one) => LETTERS.indexOf(one).toString(2).padStart(6, '0'))
		.join('');
	const bytes = bits.match(/.{1,8}/g) ?? [];
	return [letters.length, ...bytes.map((byte) => parseInt(byte.padEnd(8, '0'), 2))];
}

function bytesToLetters(bytes: readonly number[], length: number): string {
	const bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
	const sixes = (bits.match(/.{6}/g) ?? []).slice(0, length);
	return sixes.map((six) => LETTERS[parseInt(six, 2)] ?? '').join('');
}

function hexToBytes(hex: string): number[] {
	return (hex.match(/../g) ?? []).map((byte) => parseInt(byte, 16));
}

function bytesToHex(bytes: readonly number[]): string {
	return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function checkOf(bytes: readonly number[]): number[] {
	return hexToBytes(sha256Hex(Uint8Array.from(bytes)).slice(0, 2 * CHECK_BYTES));
}
