// The device lock of an open book, as Settings shows it: turning it on and off, its passphrase, code and
// passkey, and locking. Expected failures come back as names; device-lock-words has their sentences.
import {
	inState,
	makeKeyring,
	openKeyring,
	withNewCode,
	withoutPasskey,
	withPasskey,
	withPassphrase,
	type Keyring,
	type Outcome,
	type Proof
} from '$lib/store/keyring';
import { KEYRING_KEY } from '$lib/store/keyring-key';
import { readKeyring, removeKeyring, writeKeyring } from '$lib/store/keyring-place';
import type { Seal } from '$lib/store/seal';
import { sealableBook } from './device-lock-book';
import { holdAlone, holdOpen, othersLeft } from './device-lock-hold';
import { chooseIdle, idleChoice, watchIdle, type IdleChoice } from './device-lock-idle';
import { makePasskey } from './device-lock-passkey';
import { finishTurningOff, finishTurningOn } from './device-lock-turning';
import { handOver, makeWay, ownsLock } from './device-lock-watch';
import { thisBrowser, type LockWorld } from './device-lock-world';
import type { LockTrouble } from './device-lock-words';
import type { Kith } from './kith.svelte';
import { wordsKept } from './words-kept';

/** What the lock is doing: nothing, making a key, waiting for other tabs, or going through the book. */
export type LockWork = 'rest' | 'thinking' | 'waiting' | 'turning';

/** How long locking waits for words to reach the disk. */
const PATIENCE_MS = 10_000;

const ofKith = new WeakMap<Kith, DeviceLock>();

/** The lock of a book; one for as long as the page lives. */
export function deviceLockOf(kith: Kith): DeviceLock {
	const lock = ofKith.get(kith) ?? new DeviceLock(kith, thisBrowser());
	ofKith.set(kith, lock);
	return lock;
}

/** The lock of one open book. */
export class DeviceLock {
	readonly #kith: Kith;
	readonly #world: LockWorld;
	readonly #channel = new BroadcastChannel('kith-lock');
	#keyring = $state.raw<Keyring>();
	#work = $state<LockWork>('rest');
	#idle = $state<IdleChoice>('never');
	#made: { readonly keyring: Keyring; readonly seal: Seal } | undefined;
	#watch: ReturnType<typeof watchIdle> | undefined;
	#letGo: () => void = () => undefined;

	constructor(kith: Kith, world: LockWorld) {
		this.#kith = kith;
		this.#world = world;
		this.#idle = idleChoice(world.storage);
		this.#channel.onmessage = ({ data }) => {
			if (data === 'here') this.#watch?.seen();
			if (data === 'lock') void this.#leave();
		};
	}

	/**
	 * The book was opened with its key.
	 * @param letGo of the book, which this tab holds open
	 */
	opened(keyring: Keyring, letGo: () => void): void {
		this.#letGo = letGo;
		ownsLock(this.#kith);
		this.#became(keyring);
	}

	/** Whether there is a lock, done or in the making. */
	get isOn(): boolean {
		return this.#keyring !== undefined;
	}

	get hasPasskey(): boolean {
		return this.#keyring?.passkey !== undefined;
	}

	get work(): LockWork {
		return this.#work;
	}

	/** After how many minutes without a sign of life the book locks. */
	get idle(): IdleChoice {
		return this.#idle;
	}

	set idle(choice: IdleChoice) {
		this.#idle = choice;
		chooseIdle(this.#world.storage, choice);
		this.#watchIdle();
	}

	/** Makes a key and its recovery code; nothing is locked until `turnOn`. */
	prepare(words: string): Promise<Outcome<{ code: string }, LockTrouble>> {
		return this.#busy('thinking', async () => {
			const made = await makeKeyring(words);
			if (made.ok) this.#made = made;
			return made;
		});
	}

	/** Locks the book with the key that was prepared. The name of what stood in the way, if anything. */
	turnOn(): Promise<LockTrouble | undefined> {
		return this.#busy('turning', async () => {
			const made = this.#made;
			const { locks } = this.#world;
			if (!made || !locks) throw new Error('Nothing was prepared to be turned on.');
			const places = await this.#world.places();
			const before = await readKeyring(places);
			if (!before.ok || before.keyring) {
				// Another tab was quicker: this one makes way for its lock.
				await makeWay(this.#kith, () => this.#world.reload());
				return undefined;
			}
			ownsLock(this.#kith);
			if (!(await writeKeyring(places, made.keyring))) {
				await removeKeyring(places).catch(() => undefined);
				return 'KeyringNotKept';
			}
			this.#keyring = made.keyring;
			return this.#alone(locks, async () => {
				this.#became(
					await finishTurningOn(sealableBook(this.#kith), made.keyring, made.seal, this.#world)
				);
				this.#made = undefined;
			});
		});
	}

	/** Opens everything and takes the lock away. */
	turnOff(words: string): Promise<LockTrouble | undefined> {
		return this.#busy('turning', async () => {
			const { locks } = this.#world;
			const keyring = await this.#newest();
			if (!keyring || !locks) throw new Error('There is no lock to turn off.');
			const opened = await openKeyring(keyring, passphrase(words));
			if (!opened.ok) return opened.fault;
			const places = await this.#world.places();
			if (!(await writeKeyring(places, inState(keyring, 'turning-off')))) {
				await writeKeyring(places, keyring);
				return 'KeyringNotKept';
			}
			return this.#alone(locks, async () => {
				await finishTurningOff(sealableBook(this.#kith), this.#world);
				this.#became(undefined);
			});
		});
	}

	/** Puts the same key behind another passphrase. */
	changePassphrase(words: string, to: string): Promise<LockTrouble | undefined> {
		return this.#change((keyring) => withPassphrase(keyring, passphrase(words), to));
	}

	/** Puts the same key behind a new recovery code; the one before opens nothing any more. */
	async renewCode(words: string): Promise<Outcome<{ code: string }, LockTrouble>> {
		let code = '';
		const fault = await this.#change(async (keyring) => {
			const renewed = await withNewCode(keyring, passphrase(words));
			if (renewed.ok) code = renewed.code;
			return renewed;
		});
		return fault === undefined ? { ok: true, code } : { ok: false, fault };
	}

	/** Lets a passkey of this device open the book as well. */
	addPasskey(words: string): Promise<LockTrouble | undefined> {
		return this.#change(async (keyring) => {
			const proof = passphrase(words);
			const checked = await openKeyring(keyring, proof);
			if (!checked.ok) return checked;
			const passkey = await makePasskey();
			if (typeof passkey === 'string') return { ok: false, fault: passkey };
			return withPasskey(keyring, proof, passkey);
		});
	}

	/** The passkey opens nothing any more. */
	removePasskey(): Promise<LockTrouble | undefined> {
		return this.#change(async (keyring) => ({ ok: true, keyring: withoutPasskey(keyring) }));
	}

	/** Saves everything and locks this tab and all others; a name when this tab could not be locked. */
	async lock(): Promise<LockTrouble | undefined> {
		this.#channel.postMessage('lock');
		return this.#leave();
	}

	async #leave(): Promise<LockTrouble | undefined> {
		if (!this.isOn || this.#work !== 'rest') return undefined;
		document.body.hidden = true;
		handOver();
		await wordsKept(this.#kith.book);
		const saved = this.#kith.book.saved().then(() => true);
		const tooLong = new Promise<boolean>((resolve) => {
			setTimeout(() => resolve(false), PATIENCE_MS);
		});
		if (await Promise.race([saved, tooLong])) {
			this.#world.reload();
			return undefined;
		}
		document.body.hidden = false;
		window.dispatchEvent(new PageTransitionEvent('pageshow'));
		return 'WordsNotSaved';
	}

	/** Runs `turn` while no other tab has the book open. */
	async #alone(locks: LockManager, turn: () => Promise<void>): Promise<LockTrouble | undefined> {
		this.#work = 'waiting';
		this.#letGo();
		this.#letGo = await holdAlone(locks);
		await othersLeft(locks);
		this.#work = 'turning';
		try {
			await turn();
		} catch {
			// What was done stays done, the others stay out, and the next start goes on from here.
			return 'TurningStopped';
		}
		this.#letGo();
		this.#letGo = this.isOn ? await holdOpen(locks) : () => undefined;
		return undefined;
	}

	#change(
		make: (keyring: Keyring) => Promise<Outcome<{ keyring: Keyring }, LockTrouble>>
	): Promise<LockTrouble | undefined> {
		return this.#busy('thinking', async () => {
			const keyring = await this.#newest();
			if (!keyring) throw new Error('There is no lock to change.');
			const made = await make(keyring);
			if (!made.ok) return made.fault;
			const places = await this.#world.places();
			if (!(await writeKeyring(places, made.keyring))) {
				await writeKeyring(places, keyring);
				return 'KeyringNotKept';
			}
			this.#keyring = made.keyring;
			return undefined;
		});
	}

	/** The keyring as it lies on disk: another tab may have changed it. */
	async #newest(): Promise<Keyring | undefined> {
		const found = await readKeyring(await this.#world.places());
		return (found.ok ? found.keyring : undefined) ?? this.#keyring;
	}

	async #busy<Result>(work: LockWork, run: () => Promise<Result>): Promise<Result> {
		this.#work = work;
		try {
			return await run();
		} finally {
			this.#work = 'rest';
		}
	}

	#became(keyring: Keyring | undefined): void {
		this.#keyring = keyring;
		if (keyring) window.addEventListener('storage', this.#onstorage);
		else window.removeEventListener('storage', this.#onstorage);
		this.#watchIdle();
	}

	/** Another tab turns the lock off, or has put another in its place: make way. */
	readonly #onstorage = ({ key }: StorageEvent): void => {
		if (key === null || key === KEYRING_KEY) void this.#follow();
	};

	async #follow(): Promise<void> {
		const found = await readKeyring(await this.#world.places());
		if (!found.ok || this.#work !== 'rest') return;
		const isSame =
			found.keyring?.id === this.#keyring?.id && found.keyring?.state !== 'turning-off';
		if (isSame) this.#keyring = found.keyring;
		else await makeWay(this.#kith, () => this.#world.reload());
	}

	#watchIdle(): void {
		this.#watch?.stop();
		if (!this.isOn) return;
		this.#watch = watchIdle({
			storage: this.#world.storage,
			now: this.#world.now,
			ontell: () => this.#channel.postMessage('here'),
			onidle: () => void this.#leave()
		});
	}
}

function passphrase(words: string): Proof {
	return { by: 'passphrase', words };
}
