// Why a file is no backup, told apart so that each reason can have its own sentence.
import { isObject } from './backup';
import { findJsonFault } from './json-fault';

/** A reason why nothing could be read from a file. */
export type BackupFault =
	| { readonly code: 'BackupEmpty' }
	| {
			readonly code: 'BackupNotJson';
			readonly looksLike?: TextLook;
			/** Both from 1; where a text that began as JSON goes wrong. */
			readonly line?: number;
			readonly column?: number;
	  }
	| { readonly code: 'BackupCutShort' }
	| { readonly code: 'BackupForeign'; readonly looksLike?: JsonLook }
	| { readonly code: 'BackupTooNew' }
	/** Its check sum, or the way it is built, is not what it was made with. */
	| { readonly code: 'BackupDamaged' }
	/** More or fewer records than it says itself. */
	| { readonly code: 'BackupCountsWrong' }
	/** One record stands in it twice. */
	| { readonly code: 'BackupTwice' }
	/** Lists within lists, deeper than anything of ours. */
	| { readonly code: 'BackupTooDeep' }
	/** A name made to reach into the program that reads it. */
	| { readonly code: 'BackupTrapped' }
	/** Sealed, whole, and not with this passphrase. */
	| { readonly code: 'PassphraseWrong' }
	/** Sealed; the passphrase is right, the rest is not what was sealed. */
	| { readonly code: 'BackupAltered' }
	/** Its passphrase would take more work, or less, than any of ours. */
	| { readonly code: 'BackupKeyAbsurd' }
	/** Sealed in a way that this browser cannot open. */
	| { readonly code: 'BackupKeyUnknown' };

/** What a text that is no JSON looks like. */
export type TextLook = 'web page' | 'contacts' | 'calendar' | 'binary';
/** What JSON that is no backup looks like. */
export type JsonLook = 'Monica' | 'list' | 'Kith';

/** Why JSON.parse refused a text. */
export function faultOfText(text: string): BackupFault {
	const start = text.slice(0, 1_000).trimStart();
	if (start === '' && text.trim() === '') return { code: 'BackupEmpty' };
	if (/^[{[]/.test(start)) {
		const fault = findJsonFault(text);
		if (fault?.isEnd) return { code: 'BackupCutShort' };
		return fault
			? { code: 'BackupNotJson', line: fault.line, column: fault.column }
			: { code: 'BackupNotJson' };
	}
	const looksLike = lookOf(start);
	return { code: 'BackupNotJson', ...(looksLike ? { looksLike } : {}) };
}

/** What JSON that is no backup looks like, where that can be told. */
export function looksOfJson(value: unknown): { readonly looksLike?: JsonLook } {
	if (Array.isArray(value)) return { looksLike: 'list' };
	if (!isObject(value)) return {};
	const { format, account, app_version: version } = value;
	if (typeof format === 'string' && format.startsWith('kith')) return { looksLike: 'Kith' };
	if (isObject(account) || version !== undefined) return { looksLike: 'Monica' };
	return {};
}

function lookOf(start: string): TextLook | undefined {
	if (start.startsWith('<')) return 'web page';
	if (/^BEGIN:VCARD/i.test(start)) return 'contacts';
	if (/^BEGIN:VCALENDAR/i.test(start)) return 'calendar';
	// Control characters, or bytes that are no text.
	return /[\0-\x08\x0e-\x1f]|\ufffd/.test(start) ? 'binary' : undefined;
}
