// The versions of one table in one Y.Doc: `Y.Map<"recordId writer", Version>`, read without trust.
// A version is stored as its JSON text: Yjs reads one string in a fifth of the time of its parts.
import type { Doc, Map as YMap } from 'yjs';
import { isVersion, type DeviceVersion, type Version } from '$lib/domain/version';
import type { Table } from '$lib/domain/records/tables';

/** The record id of a key. */
export function recordOfKey(key: string): string {
	const cut = key.indexOf(' ');
	return cut < 0 ? key : key.slice(0, cut);
}

/** Reads and writes the versions of one table in one document. */
export class Versions {
	readonly map: YMap<unknown>;
	/** Every writer seen in this table, so that a record's versions are found without a scan. */
	readonly #writers = new Set<string>();
	/** Keys that held something else than a version: kept, and counted. */
	readonly unreadable = new Set<string>();

	constructor(doc: Doc, table: Table) {
		this.map = doc.getMap(table);
	}

	/** Takes note of a key, on reading the document or when it changed; gives its record's id. */
	note(key: string): string {
		const record = recordOfKey(key);
		this.#writers.add(key.slice(record.length + 1));
		return record;
	}

	/** All readable versions of a record. */
	of(record: string): DeviceVersion[] {
		const versions: DeviceVersion[] = [];
		for (const device of this.#writers) {
			const key = `${record} ${device}`;
			const value = this.map.get(key);
			if (value === undefined) continue;
			const version = versionFrom(value);
			if (version) versions.push({ device, version });
			else this.unreadable.add(key);
		}
		return versions;
	}

	/** The version one writer holds of a record. */
	get(record: string, writer: string): Version | undefined {
		return versionFrom(this.map.get(`${record} ${writer}`));
	}

	/** Stores a writer's version of a record, or takes it away. */
	set(record: string, writer: string, version: Version | undefined): void {
		const key = `${record} ${writer}`;
		if (version) this.map.set(key, JSON.stringify(version));
		else this.map.delete(key);
	}
}

/** A version as it is stored; undefined where it is something else. */
export function versionFrom(value: unknown): Version | undefined {
	if (typeof value !== 'string') return undefined;
	try {
		const version: unknown = JSON.parse(value);
		return isVersion(version) ? version : undefined;
	} catch {
		return undefined;
	}
}
