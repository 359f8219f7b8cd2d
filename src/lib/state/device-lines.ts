// The list of devices, line by line: this one first, then the others by name, those that were removed last.
import type { Device } from '$lib/domain/records/device';
import { deviceNames, nameOfDevice } from './device-name';
import { transferOf } from './device-pairing.svelte';
import { awayWords, levelWords, meetingWords, partingWords, thisWords } from './device-words';
import type { DeviceLine } from './devices-view';
import { kindOfDevice, type Sync } from './devices-sync';
import type { Kith } from './kith.svelte';

type Standing = import('$lib/sync/talk').Standing;
type Listed = Pick<Device, 'name' | 'kind' | 'removedAt'> & { readonly id: string };

/** It has not said what it is called. */
const nameless = 'Another device';

/** What the page knows beside: the lines say how the rep can bring devices level here. */
export interface Around {
	/** The browser keeps this device's book for good. */
	readonly isPersisted: boolean;
	/** A folder has been chosen. */
	readonly hasFolder: boolean;
}

/** All lines. */
export function linesOf(kith: Kith, sync: Sync, around: Around): DeviceLine[] {
	const { book } = kith;
	const own: DeviceLine = {
		id: book.device,
		name: nameOfDevice(navigator),
		kind: kindOfDevice(navigator),
		...known(book.get('device', book.device)),
		isThis: true,
		says: around.isPersisted ? thisWords.kept : thisWords.loose,
		progress: undefined,
		isRemoved: false
	};
	const others = book
		.all('device')
		.filter(({ id, publicKey }) => id !== book.device && publicKey !== undefined)
		.map((device) => lineOf(kith, sync, device, around));
	// Let in, but their records have not come over yet.
	const letIn = Object.entries(sync.kept.now.peers).flatMap(([id, { publicKey, name }]) => {
		const record = book.get('device', id);
		if (publicKey === undefined || record?.publicKey || record?.removedAt) return [];
		return [lineOf(kith, sync, { id, name: record?.name ?? (name || nameless) }, around)];
	});
	const listed = [...others, ...letIn];
	const strangers = sync.direct.sessions.flatMap(({ standing }) => {
		const card = 'card' in standing ? standing.card : undefined;
		if (!card || card.id === book.device || listed.some(({ id }) => id === card.id)) return [];
		return [standingLine(kith, standing, { id: card.id, name: card.name || nameless })];
	});
	const all = [...listed, ...strangers.filter((line) => line !== undefined)];
	all.sort((a, b) => Number(a.isRemoved) - Number(b.isRemoved) || byName(a, b));
	const lines = [own, ...all];
	const names = deviceNames(
		lines.map(({ id, name }) => ({ id, name, since: book.get('device', id)?.since }))
	);
	return lines.map((line) => ({ ...line, name: names.get(line.id) ?? line.name }));
}

function lineOf(kith: Kith, sync: Sync, device: Listed, { hasFolder }: Around): DeviceLine {
	const { id, name, removedAt } = device;
	if (removedAt !== undefined) {
		const says = meetingWords.removed(removedAt);
		return { ...plain(id, name, device.kind), says, isRemoved: true };
	}
	const standings = sync.direct.sessions.map(({ standing }) => standing);
	const ours = standings.filter((one) => 'card' in one && one.card?.id === id);
	const standing = ours.find(({ is }) => is !== 'parted') ?? ours[0];
	const line = standing && standingLine(kith, standing, { id, name, kind: device.kind });
	if (line) return line;
	const peer = sync.kept.now.peers[id];
	const waiting = peer?.has && sync.waiting(peer.has);
	return {
		...plain(id, name, device.kind),
		says: awayWords(peer, waiting, kith.clock.today, {
			hasServer: sync.kept.now.server !== undefined,
			hasFolder
		})
	};
}

/** What a conversation says; undefined where what is known from before says more. */
function standingLine(
	kith: Kith,
	standing: Standing,
	device: { readonly id: string; readonly name: string; readonly kind?: Device['kind'] | undefined }
): DeviceLine | undefined {
	const line = plain(device.id, device.name, device.kind);
	switch (standing.is) {
		case 'greeting':
			return { ...line, says: meetingWords.greeting };
		case 'unknown':
			return { ...line, says: meetingWords.door };
		case 'meeting':
			return { ...line, says: meetingWords.waits };
		case 'carrying': {
			const progress = transferOf(standing);
			return { ...line, says: progress?.says ?? meetingWords.carrying, progress };
		}
		case 'level':
			return { ...line, says: levelWords(standing, kith.clock.today) };
		case 'parted':
			if (standing.why === 'closed') return undefined;
			return { ...line, says: partingWords[standing.why] };
	}
}

function plain(id: string, name: string, kind: Device['kind'] | undefined): DeviceLine {
	return {
		...{ id, name, kind: kind ?? 'laptop', isThis: false, says: '' },
		...{ progress: undefined, isRemoved: false }
	};
}

function known(device: Device | undefined): { name?: string; kind?: NonNullable<Device['kind']> } {
	if (!device) return {};
	return { name: device.name, ...(device.kind ? { kind: device.kind } : {}) };
}

function byName(a: DeviceLine, b: DeviceLine): number {
	return a.name < b.name ? -1 : 1;
}
