// Who writes: a name that no other tab or device uses at the same time, so that no key has two writers.

/** A writer's name and how to let go of it. */
export interface Writer {
	readonly name: string;
	release(): void;
}

/** The part of the Web Locks API that is needed here. */
export type Locks = Pick<LockManager, 'request'>;

/**
 * Claims the first free writer's name of a device: `<device>` for its first tab, `<device>.1` for
 * a second one open at the same time, and so on. The name is held by a Web Lock, which a browser
 * gives back when the tab ends, however it ends. Without Web Locks every tab gets a name of its own.
 * @param chance a short random text, used where there are no locks
 */
export async function claimWriter(
	device: string,
	locks: Locks | undefined,
	chance: string
): Promise<Writer> {
	if (!locks) return { name: `${device}.${chance}`, release: () => undefined };
	for (let tab = 0; ; tab++) {
		const name = tab === 0 ? device : `${device}.${tab}`;
		const release = await hold(locks, `kith-writer-${name}`);
		if (release) return { name, release };
	}
}

/** The device a writer's name belongs to. */
export function deviceOfWriter(writer: string): string {
	return writer.split('.', 1)[0] ?? writer;
}

/** Holds a lock if it is free; gives the way to let go of it, or undefined when somebody else has it. */
export function hold(locks: Locks, name: string): Promise<(() => void) | undefined> {
	return new Promise((resolve, reject) => {
		locks
			.request(name, { ifAvailable: true }, (lock) => {
				if (!lock) {
					resolve(undefined);
					return undefined;
				}
				return new Promise<void>((release) => resolve(release));
			})
			.catch(reject);
	});
}
