// SHA-256 (FIPS 180-4) by hand, for pages where the browser keeps its own to itself: plain http on a LAN.

const PRIMES = primes(64);
const K = PRIMES.map((prime) => fractionBits(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)));

/** The check sum of bytes as lower-case hex. */
export function sha256Hex(bytes: Uint8Array): string {
	const state = Uint32Array.from(START);
	const words = new Uint32Array(64);
	const whole = bytes.length - (bytes.length % 64);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 0; at < whole; at += 64) mix(state, words, view, at);
	const tail = lastBlocks(bytes.subarray(whole), bytes.length);
	for (let at = 0; at < tail.byteLength; at += 64) mix(state, words, tail, at);
	return hexOf(state);
}

/** Bytes as lower-case hex, whole 32-bit words. */
function hexOf(words: Uint32Array): string {
	return [...words].map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** What is left of the message, a one bit, zeros, and the length in bits. */
function lastBlocks(rest: Uint8Array, length: number): DataView {
	const block = new Uint8Array(rest.length < 56 ? 64 : 128);
	block.set(rest);
	block[rest.length] = 0x80;
	const view = new DataView(block.buffer);
	view.setUint32(block.length - 8, Math.floor(length / 0x20000000));
	view.setUint32(block.length - 4, (length << 3) >>> 0);
	return view;
}

function mix(state: Uint32Array, w: Uint32Array, view: DataView, at: number): void {
	const word = (index: number): number => w[index] as number;
	for (let t = 0; t < 16; t++) w[t] = view.getUint32(at + t * 4);
	for (let t = 16; t < 64; t++) {
		const [early, late] = [word(t - 15), word(t - 2)];
		const small0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
		const small1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
		w[t] = word(t - 16) + small0 + word(t - 7) + small1;
	}
	let [a, b, c, d, e, f, g, h] = state as unknown as Eight;
	for (let t = 0; t < 64; t++) {
		const big1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
		const one = (h + big1 + ((e & f) ^ (~e & g)) + (K[t] as number) + word(t)) | 0;
		const big0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
		const two = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
		h = g;
		g = f;
		f = e;
		e = (d + one) | 0;
		d = c;
		c = b;
		b = a;
		a = (one + two) | 0;
	}
	[a, b, c, d, e, f, g, h].forEach((value, index) => {
		state[index] = (state[index] as number) + value;
	});
}

type Eight = [number, number, number, number, number, number, number, number];

function turn(word: number, by: number): number {
	return (word >>> by) | (word << (32 - by));
}

function fractionBits(value: number): number {
	return Math.floor((value - Math.floor(value)) * 0x100000000);
}

function primes(many: number): number[] {
	const found: number[] = [];
	for (let n = 2; found.length < many; n++)
		if (found.every((prime) => n % prime !== 0)) found.push(n);
	return found;
}
