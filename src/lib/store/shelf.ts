// One open document of the book: its tables' versions, its note bodies, and who hears of changes.
import { Doc, YMapEvent, type YTextEvent } from 'yjs';
import { tableNames, tables, type Table } from '$lib/domain/records/tables';
import { Bodies } from './bodies';
import { CORE, yearOfJournal } from './documents';
import { Versions } from './versions';

/** The ids that changed, by table. */
export type Changed = ReadonlyMap<Table, ReadonlySet<string>>;

/** A Y.Doc read as tables. */
export class Shelf {
	readonly name: string;
	readonly doc = new Doc();
	readonly tables: ReadonlyMap<Table, Versions>;
	readonly bodies: Bodies | undefined;
	#dirty = new Map<Table, Set<string>>();

	constructor(name: string) {
		this.name = name;
		const home = name === CORE ? 'core' : 'journal';
		const here = tableNames.filter((table) => tables[table].home === home);
		this.tables = new Map(here.map((table) => [table, new Versions(this.doc, table)]));
		this.bodies = home === 'journal' ? new Bodies(this.doc) : undefined;
	}

	/** The year of this journal, or undefined for the core document. */
	get year(): number | undefined {
		return yearOfJournal(this.name);
	}

	/**
	 * From now on tells once of each transaction which records it changed; reading the disk is one.
	 * @param onchange is told the transaction's origin too
	 */
	listen(onchange: (changed: Changed, origin: unknown) => void): void {
		for (const [table, versions] of this.tables) {
			versions.map.observe((event) => {
				for (const key of event.keysChanged as Set<string>) this.#soil(table, versions.note(key));
			});
		}
		this.bodies?.map.observeDeep((events) => this.#soilBodies(events));
		this.doc.on('afterTransaction', ({ origin }) => {
			if (this.#dirty.size === 0) return;
			const changed = this.#dirty;
			this.#dirty = new Map();
			onchange(changed, origin);
		});
	}

	#soilBodies(events: readonly unknown[]): void {
		for (const event of events) {
			const keys =
				event instanceof YMapEvent
					? (event.keysChanged as Set<string>)
					: [(event as YTextEvent).path[0] as string];
			for (const key of keys) if (this.bodies) this.#soil('note', this.bodies.note(key));
		}
	}

	#soil(table: Table, id: string): void {
		const ids = this.#dirty.get(table);
		if (ids) ids.add(id);
		else this.#dirty.set(table, new Set([id]));
	}
}
