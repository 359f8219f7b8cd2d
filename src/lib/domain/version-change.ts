// A device's version of a record with an edit in it; loaded with the first write.
import type { Stamp } from './hlc';
import type { Json, Version } from './version';

/** A version with some of its fields changed at a later stamp. */
export function withChanges(
	version: Version | undefined,
	changes: Readonly<Record<string, Json>>,
	stamp: Stamp
): Version {
	if (!version) return { h: stamp, f: { ...changes } };
	const changed: Record<string, readonly [Json, Stamp]> = { ...version.c };
	for (const [field, value] of Object.entries(changes)) changed[field] = [value, stamp];
	return { ...version, c: changed };
}
