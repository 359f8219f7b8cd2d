// The pairing code: the book key as letters that can be scanned, read out or typed, with a check sum
// against slips, and where the devices meet after an `@`.
import { bytesToCode, codeToBytes, lettersFor, lettersTyped } from './checked-code';

/** What a code carries. */
export interface Pairing {
	/** The book key, 32 bytes. */
	readonly key: Uint8Array<ArrayBuffer>;
	/** The signalling server's address, as it was entered on the device that shows the code. */
	readonly server?: string;
}

/** A code read; or that it is one with a slip in it, or none at all. */
export type ReadPairing =
	| ({ readonly is: 'code' } & Pairing)
	/** It looks like a code, but letters are missing or wrong. */
	| { readonly is: 'slip' }
	| { readonly is: 'other' };

const BYTES = 32;
/** What comes before the code in a link of the app's own. */
const PLACE = '#/pair/';
/** So many letters more or less still look like a code with a slip in it. */
const NEAR = 8;
/** The beginning of a code, as when a message was cut short. */
const BEGUN = /^[0-9A-Z]{4}(?:[-–\s]+[0-9A-Z]{4}){2,}/i;

/** "7K2M-…@wss://…": the code as it is shown. */
export function pairingToCode({ key, server }: Pairing): string {
	return bytesToCode(key) + (server === undefined ? '' : `@${server}`);
}

/** The app's own address with the code in it: what a camera finds in the QR code. */
export function pairingToLink(pairing: Pairing, app: string): string {
	return app.replace(/#.*$/s, '') + PLACE + encodeURIComponent(pairingToCode(pairing));
}

/** Reads a code as it was scanned, pasted or typed: forgiving about case, spaces, dashes, O, I and L. */
export function codeToPairing(text: string): ReadPairing {
	const [typed = '', ...after] = bare(text).split('@');
	const key = codeToBytes(typed, BYTES);
	const server = after.join('@').trim();
	if (key) return { is: 'code', key, ...(server === '' ? {} : { server }) };
	return { is: looksLikeCode(typed) ? 'slip' : 'other' };
}

/** What is after `#/pair/`, in any link; otherwise all of it. */
function bare(text: string): string {
	const at = text.toLowerCase().indexOf(PLACE);
	if (at < 0) return unescaped(text).trim();
	const [code = ''] = text
		.slice(at + PLACE.length)
		.trim()
		.split(/\s/);
	return unescaped(code);
}

function unescaped(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function looksLikeCode(typed: string): boolean {
	if (/[^0-9A-Z\s–-]/i.test(typed)) return false;
	const away = Math.abs(lettersTyped(typed).length - lettersFor(BYTES));
	return BEGUN.test(typed.trim()) || (away <= NEAR && /\d/.test(typed));
}
