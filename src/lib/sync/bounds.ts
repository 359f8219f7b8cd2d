// How much of each thing one side takes from the other in a message. Whoever says more is cut here before
// it is said, so that a long name never ends a conversation.
import type { Device } from '$lib/domain/records/device';
import type { PersonThere } from './talk';

/** The most letters, and the most entries of a list. */
export const MOST = {
	deviceName: 200,
	publicKey: 400,
	instant: 40,
	name: 10_000,
	value: 2000,
	ways: 100,
	/** Devices a key is for, and removed ones told of. */
	members: 300
} as const;

/** Removed devices as they may be said: of too many the last. */
export function removedToSay(devices: readonly Device[]): readonly Device[] {
	const last = [...devices].sort((a, b) => (removedAt(a) < removedAt(b) ? 1 : -1));
	return last.slice(0, MOST.members).map((device) => {
		const { id, name, since, publicKey } = device;
		return {
			...{ id, name: name.slice(0, MOST.deviceName) },
			...{ since: instant(since), removedAt: removedAt(device) },
			...(publicKey !== undefined && publicKey.length <= MOST.publicKey && { publicKey })
		};
	});
}

/** A person as it may be said. */
export function personToSay({ id, name, company, emails, phones }: PersonThere): PersonThere {
	const cut = (ways: PersonThere['emails']) =>
		(ways ?? []).slice(0, MOST.ways).map(({ value }) => ({ value: value.slice(0, MOST.value) }));
	return {
		id,
		name: name.slice(0, MOST.name),
		...(company !== undefined && { company: company.slice(0, MOST.name) }),
		emails: cut(emails),
		phones: cut(phones)
	};
}

function removedAt(device: Device): string {
	return instant(device.removedAt ?? '');
}

/** What another app wrote may be no instant at all. */
function instant(text: string): string {
	const isOne = text.length <= MOST.instant && !Number.isNaN(Date.parse(text));
	return isOne ? text : new Date(0).toISOString();
}
