// The rep's devices on screen: who there is, how level they are, and every way to bring them level.
// Over 300 lines with its getters, because it is the one door the screens have; what is behind it has
// files of its own.
import { textToMeetingAddress } from '$lib/domain/meeting-address';
import type { Device } from '$lib/domain/records/device';
import { Brake, MergeLook } from './device-asking.svelte';
import { Carrying } from './device-carrying.svelte';
import { HandPairing } from './device-hand.svelte';
import { linesOf } from './device-lines';
import { Pairing } from './device-pairing.svelte';
import { codeProblems, pointWords, removedHereWords, serverProblem } from './device-words';
import { syncOf, type Sync } from './devices-sync';
import { beginTending, putInOrder } from './devices-tending';
import type * as view from './devices-view';
import type { Kith } from './kith.svelte';
import { newerBook } from './newer-book';
import { write } from './writing';

/** The lines are drawn anew so long after the last change of the book. */
const REDRAW_MS = 400;

const devices = new WeakMap<Kith, Devices>();

/** The devices of a book; the first call begins to look. */
export function devicesOf(kith: Kith): Devices {
	const known = devices.get(kith);
	if (known?.isBroken) void known.tryAgain();
	if (known) return known;
	const made = new Devices(kith);
	devices.set(kith, made);
	return made;
}

/** All of it; made once per page. */
export class Devices {
	readonly #kith: Kith;
	readonly #load: () => Promise<Sync>;
	readonly #look: MergeLook;
	readonly #brake = new Brake();
	readonly #pairing: Pairing;
	readonly #hand: HandPairing;
	readonly #carrying: Carrying;
	#isKnown = $state(false);
	#isPaired = $state(false);
	#keyring = $state('');
	#isBroken = $state(false);
	#lines = $state.raw<readonly view.DeviceLine[]>([]);
	#server = $state('');
	#serverSays = $state('');
	#hereSays = $state<string>();
	#isPersisted = false;
	#redrawing: ReturnType<typeof setTimeout> | undefined;
	#ends: (() => void)[] = [];

	/** @param load gives sync; loaded at once, since all of this is about it */
	constructor(kith: Kith, load: () => Promise<Sync> = () => syncOf(kith)) {
		this.#kith = kith;
		this.#load = load;
		this.#look = new MergeLook(kith);
		this.#pairing = new Pairing(kith, load, this.#look);
		this.#hand = new HandPairing(load, this.#pairing);
		const asking = { merge: this.#look, brake: this.#brake };
		this.#carrying = new Carrying(kith, load, asking, () => void putInOrder(kith));
		void this.tryAgain();
	}

	/** Whether what is needed for devices could not be loaded. */
	get isBroken(): boolean {
		return this.#isBroken;
	}

	/** Begins, also once more where that failed: offline and not kept yet, or a disk did not answer. */
	async tryAgain(): Promise<void> {
		this.#isBroken = false;
		try {
			await this.#begin();
		} catch {
			this.#isBroken = true;
		}
	}

	/** Whether it has been looked up yet. */
	get isKnown(): boolean {
		return this.#isKnown;
	}

	/** Whether this device holds a key that another may hold as well. */
	get isPaired(): boolean {
		return this.#isPaired;
	}

	/** Another text with other keys, of this book or of one to be joined; never shown. */
	get keyring(): string {
		return this.#keyring;
	}

	/** All devices, this one first. */
	get lines(): readonly view.DeviceLine[] {
		return this.#lines;
	}

	/** The address where devices meet; '' without one. */
	get server(): string {
		return this.#server;
	}

	/** How it stands with the meeting point; '' where there is nothing to say. */
	get serverSays(): string {
		return this.#serverSays;
	}

	/** What has to be said about this device itself. */
	get hereSays(): string | undefined {
		return this.#hereSays;
	}

	/** Keeps the address, '' for none; a sentence when it is no good. */
	async setServer(address: string): Promise<string | undefined> {
		const wanted = address.trim() === '' ? '' : textToMeetingAddress(address);
		if (wanted === undefined) return serverProblem;
		const { kept, direct } = await this.#load();
		try {
			await kept.change(({ server: _, ...now }) =>
				wanted === '' ? now : { ...now, server: wanted }
			);
		} catch {
			return codeProblems.removed;
		}
		direct.start();
		return undefined;
	}

	/** Gives a device another name, on all devices. */
	rename(id: string, name: string): void {
		const wanted = name.trim();
		const held = this.#kith.book.get('device', id);
		if (!held || wanted === '' || wanted === held.name) return;
		write(this.#kith, (draft) => draft.edit('device', id, { name: wanted }));
	}

	/** Removes a device: it keeps what it had; those who stay get a new key. */
	async remove(id: string): Promise<void> {
		if (this.#kith.book.isNewer) {
			this.#kith.toasts.show(`${newerBook.title}. ${newerBook.text}`);
			return;
		}
		const sync = await this.#load();
		const line = this.#lines.find((one) => one.id === id);
		const name = this.#kith.book.get('device', id)?.name ?? line?.name ?? 'The device';
		await sync.remove(id);
		this.#kith.toasts.show(`${name} is removed. It keeps what it had and gets nothing more`);
		this.#draw(sync);
	}

	/** The code on screen for another device to join this book. */
	get shown(): view.ShownCode | undefined {
		return this.#pairing.shown;
	}

	show(): Promise<void> {
		return this.#pairing.show();
	}

	hide(): void {
		this.#pairing.hide();
	}

	/** Where it stands with joining another's book. */
	get joining(): { readonly says: string } | undefined {
		return this.#pairing.joining;
	}

	/** Begins to join; a sentence when the code is no good. */
	join(code: string): Promise<string | undefined> {
		return this.#pairing.join(code);
	}

	stopJoining(): void {
		this.#pairing.stopJoining();
	}

	/** Somebody the rep has to let in, after comparing the words. */
	get door(): view.AtTheDoor | undefined {
		return this.#pairing.door;
	}

	letIn(): Promise<void> {
		return this.#pairing.letIn();
	}

	turnAway(): void {
		this.#pairing.turnAway();
	}

	/** The look before two books become one. */
	get merge(): view.FirstMerge | undefined {
		return this.#look.view;
	}

	choose(alike: view.Alike, same: boolean): void {
		this.#look.choose(alike, same);
	}

	go(): Promise<void> {
		return this.#look.go();
	}

	/** No, before the go; after it the view alone goes, and the exchange comes to its end. */
	cancelMerge(): void {
		this.#look.leave();
	}

	/** Pairing by showing and scanning both ways. */
	get hand(): view.ByHand | undefined {
		return this.#hand.view;
	}

	offerByHand(): Promise<void> {
		return this.#hand.offer();
	}

	takeHandCode(code: string): Promise<string | undefined> {
		return this.#hand.take(code);
	}

	stopHand(): void {
		this.#hand.stop();
	}

	/** Whether this browser connects to other devices at all; iPhones in lockdown mode do not. */
	get canConnect(): boolean {
		return 'RTCPeerConnection' in globalThis;
	}

	/** Whether this browser lets folders be chosen. */
	get canChooseFolder(): boolean {
		return typeof window.showDirectoryPicker === 'function';
	}

	get folder(): view.SyncFolder | undefined {
		return this.#carrying.folder;
	}

	chooseFolder(): Promise<void> {
		return this.#carrying.choose();
	}

	askLeave(): Promise<void> {
		return this.#carrying.askLeave();
	}

	exchange(): Promise<void> {
		return this.#carrying.exchange();
	}

	leaveFolder(): Promise<void> {
		return this.#carrying.forget();
	}

	send(): Promise<void> {
		return this.#carrying.send();
	}

	/** Takes in files; gives those that are to be tried again. @param areKept they stay here meanwhile */
	receive(files: readonly File[], areKept = false): Promise<readonly File[]> {
		return this.#carrying.receive(files, areKept);
	}

	/** What came of the last thing that was asked for. */
	get outcome(): view.Outcome | undefined {
		return this.#carrying.outcome;
	}

	/** What is being done just now. */
	get busy(): string | undefined {
		return this.#carrying.busy;
	}

	/** Changes that would do a great deal at once. */
	get brake(): view.Braked | undefined {
		return this.#brake.view;
	}

	takeOver(): void {
		this.#brake.answer(true);
	}

	leaveIt(): void {
		this.#brake.answer(false);
	}

	/** Ends all of it: the page is locked or going. */
	end(): void {
		for (const end of this.#ends) end();
		this.#ends = [];
		clearTimeout(this.#redrawing);
	}

	async #begin(): Promise<void> {
		const sync = await this.#load();
		const drawNow = (): void => this.#draw(sync);
		const drawSoon = (): void => {
			clearTimeout(this.#redrawing);
			this.#redrawing = setTimeout(drawNow, REDRAW_MS);
		};
		this.#ends.push(
			sync.direct.listen(() => {
				this.#pairing.look(sync);
				this.#hand.look(sync);
				drawNow();
			}),
			sync.kept.listen(() => {
				this.#pairing.look(sync);
				drawNow();
			}),
			this.#kith.book.listen({ onchange: drawSoon, onreach: drawSoon }),
			() => sync.direct.stop()
		);
		this.#isPersisted = await isPersisted();
		await this.#carrying.look();
		drawNow();
		this.#isKnown = true;
		this.#pairing.look(sync);
		await this.#hand.resume();
		if (this.#isPaired) sync.direct.start();
		const tended = {
			isPaired: () => this.#isPaired,
			exchangeQuietly: () => this.#carrying.exchangeQuietly(),
			joinEarlier: () => this.#look.joinEarlier()
		};
		this.#ends.push(beginTending(this.#kith, tended));
	}

	#draw(sync: Sync): void {
		const { now } = sync.kept;
		const keys = now.joining ? [...now.keys, now.joining.key] : now.keys;
		this.#isPaired = keys.length > 0;
		this.#keyring = keys.map(({ bytes }) => bytes.join()).join(' ');
		this.#server = now.server ?? '';
		const isOn = this.#server !== '' && this.#isPaired;
		this.#serverSays = isOn ? pointWords[sync.direct.meetingPoint] : '';
		const own: Device | undefined = this.#kith.book.get('device', this.#kith.book.device);
		const removedAt = now.removedAt ?? own?.removedAt;
		const newer = this.#kith.book.isNewer ? `${newerBook.title}. ${newerBook.text}` : undefined;
		this.#hereSays = removedAt === undefined ? newer : removedHereWords(removedAt);
		this.#lines = linesOf(this.#kith, sync, {
			isPersisted: this.#isPersisted,
			hasFolder: this.#carrying.folder !== undefined
		});
	}
}

/** Whether the browser has promised to keep the book; not known counts as no. */
async function isPersisted(): Promise<boolean> {
	try {
		return await navigator.storage.persisted();
	} catch {
		return false;
	}
}
