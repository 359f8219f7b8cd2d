// Opening a locked book: finds the keyring, tries what the rep shows, goes on with what a crash left
// half-turned, and gives the open book.
import { openKeyring, passkeyOf, type Keyring, type Proof } from '$lib/store/keyring';
import { mendKeyring, readKeyring } from '$lib/store/keyring-place';
import type { Seal } from '$lib/store/seal';
import { sealableBook } from './device-lock-book';
import { holdAlone, holdOpen } from './device-lock-hold';
import { secretOf } from './device-lock-passkey';
import { deviceLockOf } from './device-lock.svelte';
import { finishTurningOff, finishTurningOn } from './device-lock-turning';
import { thisBrowser, type LockWorld } from './device-lock-world';
import { lockTroubles, type LockTrouble } from './device-lock-words';
import { openKith, type Kith } from './kith.svelte';

/** What unlocking is doing: it asks, makes a key, waits for another tab, or finishes a turning. */
export type UnlockWork = 'asking' | 'thinking' | 'waiting' | 'turning-on' | 'turning-off';

type Environment = Parameters<typeof openKith>[0];

/** Longer than this, and it is another tab that keeps us waiting. */
const WAITING_MS = 800;

/** The state of the lock screen. */
export class Unlocking {
	readonly #env: Environment;
	readonly #world: LockWorld;
	readonly #onopen: (kith: Promise<Kith>) => void;
	#trouble = $state<LockTrouble>();
	#work = $state<UnlockWork>('asking');
	#keyring = $state.raw<Keyring>();

	/** @param onopen called once, with the book as soon as the key is there */
	constructor(
		env: Environment,
		onopen: (kith: Promise<Kith>) => void,
		world: LockWorld = thisBrowser()
	) {
		this.#env = env;
		this.#onopen = onopen;
		this.#world = world;
	}

	/** What stood in the way the last time. */
	get trouble(): LockTrouble | undefined {
		return this.#trouble;
	}

	/** Another way is tried: what was said about the last one goes. */
	forget(): void {
		this.#trouble = undefined;
	}

	get work(): UnlockWork {
		return this.#work;
	}

	get hasPasskey(): boolean {
		return this.#keyring?.passkey !== undefined;
	}

	/** Looks for the keyring. The lock may have been turned off meanwhile: then the page begins anew. */
	async look(): Promise<Keyring | undefined> {
		const places = await this.#world.places();
		const found = await readKeyring(places);
		if (!found.ok) {
			this.#trouble = found.fault;
			return undefined;
		}
		if (found.keyring) await mendKeyring(places, found.keyring);
		else this.#world.reload();
		this.#keyring = found.keyring;
		return found.keyring;
	}

	/** Asks the passkey, then tries what it gives. */
	async tryPasskey(): Promise<void> {
		const passkey = this.#keyring && passkeyOf(this.#keyring);
		if (!passkey || this.#work !== 'asking') return;
		this.#trouble = undefined;
		const secret = await secretOf(passkey);
		if (typeof secret === 'string') this.#trouble = secret;
		else await this.try({ by: 'passkey', secret });
	}

	/** Tries to open the book. */
	async try(proof: Proof): Promise<void> {
		if (this.#work !== 'asking') return;
		this.#trouble = undefined;
		this.#work = 'thinking';
		const letGo = await this.#wait(holdOpen);
		try {
			const keyring = await this.look();
			const opened = keyring && (await openKeyring(keyring, proof));
			if (opened?.ok && keyring?.state === 'on') {
				this.#onopen(this.#openWith(opened.seal, keyring, letGo));
				return;
			}
			letGo();
			if (opened?.ok && keyring) await this.#goOn(opened.seal, keyring);
			else if (opened && !opened.ok) this.#trouble = opened.fault;
		} finally {
			this.#work = 'asking';
		}
	}

	/** A turning was cut off: it is finished before the book is shown. */
	async #goOn(seal: Seal, before: Keyring): Promise<void> {
		const alone = await this.#wait(holdAlone);
		const keyring = await this.look();
		// Another tab has finished it while this one waited.
		if (keyring?.state === 'on' || keyring?.state !== before.state || keyring.id !== before.id) {
			alone();
			this.#world.reload();
			return;
		}
		this.#work = keyring.state;
		const kith = await openKith({ ...this.#env, seal });
		try {
			if (keyring.state === 'turning-off') {
				await finishTurningOff(sealableBook(kith), this.#world);
				this.#world.reload();
				return;
			}
			const on = await finishTurningOn(sealableBook(kith), keyring, seal, this.#world);
			alone();
			deviceLockOf(kith).opened(on, await this.#wait(holdOpen));
		} catch {
			// The book is whole and opens; the others stay out until a later start has finished it.
			deviceLockOf(kith).opened(keyring, alone);
			kith.toasts.show(lockTroubles.TurningStopped);
		}
		this.#onopen(Promise.resolve(kith));
	}

	async #openWith(seal: Seal, keyring: Keyring, letGo: () => void): Promise<Kith> {
		const kith = await openKith({ ...this.#env, seal });
		deviceLockOf(kith).opened(keyring, letGo);
		return kith;
	}

	async #wait(hold: (locks: LockManager) => Promise<() => void>): Promise<() => void> {
		const { locks } = this.#world;
		if (!locks) return () => undefined;
		const slow = setTimeout(() => {
			this.#work = 'waiting';
		}, WAITING_MS);
		const letGo = await hold(locks);
		clearTimeout(slow);
		if (this.#work === 'waiting') this.#work = 'thinking';
		return letGo;
	}
}
