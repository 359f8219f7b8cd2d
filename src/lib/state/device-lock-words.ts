// What the lock says when something stands in its way: what happened, what is safe, what to do.
import type { KeyringFault, ProofFault } from '$lib/store/keyring';
import type { PasskeyFault } from './device-lock-passkey';
import type { NoLock } from './device-lock-world';

/** Everything that can stand in the way. */
export type LockTrouble =
	KeyringFault | ProofFault | PasskeyFault | 'KeyringNotKept' | 'TurningStopped' | 'WordsNotSaved';

/** A sentence or two for each. */
export const lockTroubles: Readonly<Record<LockTrouble, string>> = {
	WrongPassphrase:
		'That is not the passphrase of this book. Nothing was changed. Try again; capital letters and spaces count.',
	WrongCode:
		'That code is whole, but it is not the one of this lock. Nothing was changed. A newer code may have replaced it.',
	MistypedCode:
		'There is a slip in that code. It has seven groups of four letters and digits. Compare it with your paper, letter by letter.',
	WrongPasskey:
		'That passkey does not open this book. Nothing was changed. Use the passphrase or the recovery code.',
	KdfMissing:
		'This browser cannot work out a key from a passphrase just now. Your book is safe. Close other pages and try again, or use the recovery code.',
	PasskeyRefused:
		'No passkey answered. Nothing was changed. Try again, or use the passphrase or the recovery code.',
	PasskeyWithoutSecret:
		'The passkey on this device cannot open a book, or this browser cannot ask it to. Nothing was changed.',
	KeyringDamaged:
		'What the lock keeps on this device is damaged, in both its places. This is not about your passphrase. The book is still here, but sealed, and cannot be opened without that. Bring it back from a backup: clear the data of this site in the browser, open Kith again, and restore there.',
	KeyringTooNew:
		'A newer version of Kith set this lock. Your book is safe. Connect to the internet, close every page of Kith and open it again.',
	KeyringNotKept:
		'This browser would not keep what the lock needs, so the lock was left as it was. Your book is safe. Make some room on the device and try again.',
	TurningStopped:
		'The lock could not finish. Everything is still here and can be read; some of it is not as you wanted it yet. Make some room on the device, then load this page: it goes on by itself.',
	WordsNotSaved:
		'Not locked: some words are not on disk yet, and locking would lose them. Make some room on the device or save a copy, then lock.'
};

/** Why there is no lock to turn on. */
export const noLock: Readonly<Record<NoLock, string>> = {
	NoCrypto:
		'This page did not come over a secure connection (https), so the browser offers no encryption. A lock that only hides the book would protect nothing, so Kith offers none here.',
	NoStorage:
		'This browser does not keep what a lock needs, as in some private windows. A lock that only hides the book would protect nothing, so Kith offers none here.'
};
