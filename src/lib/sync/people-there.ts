// The people in a book that has not been merged, read from its updates alone.
import { applyUpdate } from 'yjs';
import { decode } from '$lib/domain/records/decode';
import { mergeVersions } from '$lib/domain/version';
import type { Person } from '$lib/domain/records/person';
import { CORE } from '$lib/store/documents';
import { Shelf } from '$lib/store/shelf';
import { recordOfKey } from '$lib/store/versions';
import type { PersonThere } from './talk';

/** A core document beside the book, for looking at what would be. */
export class PeopleThere {
	readonly #shelf = new Shelf(CORE);

	/** Takes in updates of a core document, with a pause after each. */
	async take(updates: Iterable<Uint8Array>, pause: () => Promise<void>): Promise<void> {
		const { doc } = this.#shelf;
		for (const update of updates) {
			applyUpdate(doc, update);
			await pause();
		}
		const people = this.#shelf.tables.get('person');
		for (const key of people?.map.keys() ?? []) people?.note(key);
	}

	/** One person, in the trash or not; undefined when erased, or not there at all. */
	person(id: string): Person | undefined {
		const versions = this.#shelf.tables.get('person')?.of(id) ?? [];
		if (versions.length === 0 || this.#shelf.doc.getMap('erased').has(id)) return undefined;
		const decoded = decode('person', id, mergeVersions(versions));
		return decoded.ok ? decoded.record : undefined;
	}

	/** Everybody who is not in the trash. */
	*people(): Generator<Person> {
		const ids = new Set<string>();
		for (const key of this.#shelf.tables.get('person')?.map.keys() ?? []) ids.add(recordOfKey(key));
		for (const id of ids) {
			const person = this.person(id);
			if (person && person.trashedAt === undefined) yield person;
		}
	}

	/** Lets go of it. */
	end(): void {
		this.#shelf.doc.destroy();
	}
}

/** Everybody in a core document that comes as updates from nothing. */
export async function peopleIn(
	updates: Iterable<Uint8Array>,
	pause: () => Promise<void>
): Promise<readonly PersonThere[]> {
	const beside = new PeopleThere();
	await beside.take(updates, pause);
	const there: PersonThere[] = [];
	for (const { id, name, company, emails, phones } of beside.people()) {
		there.push({
			id,
			name,
			...(company === undefined ? {} : { company }),
			...(emails === undefined ? {} : { emails }),
			...(phones === undefined ? {} : { phones })
		});
		if (there.length % 200 === 0) await pause();
	}
	beside.end();
	return there;
}
