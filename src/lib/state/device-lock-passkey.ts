// Passkeys that give a secret for a salt (WebAuthn with PRF): one more way to open the book, where the
// browser and the device have it. Nothing goes over the network: the app is its own relying party.
import type { Passkey } from '$lib/store/keyring';

/** Why there is no secret: the rep said no or let it lapse, or this passkey cannot give one. */
export type PasskeyFault = 'PasskeyRefused' | 'PasskeyWithoutSecret';

/** Whether to offer it at all; whether a passkey really gives secrets only making one tells. */
export function passkeysExist(): boolean {
	return 'PublicKeyCredential' in window && 'credentials' in navigator;
}

/** Makes a passkey for this book on this device. */
export async function makePasskey(): Promise<Passkey | PasskeyFault> {
	const salt = random(32);
	const made = await ask(() =>
		navigator.credentials.create({
			publicKey: {
				rp: { name: 'Kith' },
				user: { id: random(16), name: 'Kith', displayName: 'Kith on this device' },
				challenge: random(32),
				pubKeyCredParams: [
					{ type: 'public-key', alg: -7 },
					{ type: 'public-key', alg: -257 }
				],
				authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
				extensions: { prf: { eval: { first: salt } } }
			}
		})
	);
	if (!made) return 'PasskeyRefused';
	const credential = new Uint8Array(made.rawId);
	const { prf } = made.getClientExtensionResults();
	if (prf?.enabled === false) return 'PasskeyWithoutSecret';
	// Some give the secret at once, most only when they are asked again.
	const secret = bytesOf(prf?.results?.first) ?? (await secretOf({ credential, salt }));
	return typeof secret === 'string' ? secret : { credential, salt, secret };
}

/** Asks a passkey for its secret. */
export async function secretOf({
	credential,
	salt
}: Omit<Passkey, 'secret'>): Promise<Uint8Array<ArrayBuffer> | PasskeyFault> {
	const shown = await ask(() =>
		navigator.credentials.get({
			publicKey: {
				challenge: random(32),
				allowCredentials: [{ type: 'public-key', id: credential }],
				userVerification: 'required',
				extensions: { prf: { eval: { first: salt } } }
			}
		})
	);
	if (!shown) return 'PasskeyRefused';
	return bytesOf(shown.getClientExtensionResults().prf?.results?.first) ?? 'PasskeyWithoutSecret';
}

async function ask(
	question: () => Promise<Credential | null>
): Promise<PublicKeyCredential | undefined> {
	try {
		const answer = await question();
		return answer instanceof PublicKeyCredential ? answer : undefined;
	} catch (error) {
		// The rep closed the question, it lapsed, or there is no such passkey here: all the same to us.
		if (error instanceof DOMException) return undefined;
		throw error;
	}
}

function bytesOf(source: BufferSource | undefined): Uint8Array<ArrayBuffer> | undefined {
	if (!source) return undefined;
	return ArrayBuffer.isView(source)
		? Uint8Array.from(new Uint8Array(source.buffer, source.byteOffset, source.byteLength))
		: new Uint8Array(source);
}

function random(length: number): Uint8Array<ArrayBuffer> {
	return crypto.getRandomValues(new Uint8Array(length));
}
