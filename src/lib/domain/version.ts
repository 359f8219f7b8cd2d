// One record from many devices' versions: field by field the latest edit, whatever order they came in.
import type { Stamp } from './hlc';
import { isStamp } from './hlc';

/** A value that JSON can carry. `null` in a cell means: this field was cleared. */
export type Json =
	null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * What one device says of one record: `f`, the fields it wrote when it wrote the version whole,
 * all stamped `h`; and `c`, the fields it changed since, each with a stamp of its own.
 */
export interface Version {
	readonly h: Stamp;
	readonly f: Readonly<Record<string, Json>>;
	readonly c?: Readonly<Record<string, readonly [Json, Stamp]>>;
}

/** A version and the device that alone writes it. */
export interface DeviceVersion {
	readonly device: string;
	readonly version: Version;
}

/** A field's value, when it was written, and by which device. */
export interface Cell {
	readonly value: Json;
	readonly stamp: Stamp;
	readonly device: string;
}

/** Whether a value read from a document can be a version; says nothing of its fields' values. */
export function isVersion(value: unknown): value is Version {
	if (!isObject(value) || !isStamp(value['h']) || !isObject(value['f'])) return false;
	const changed = value['c'];
	if (changed === undefined) return true;
	return (
		isObject(changed) &&
		Object.values(changed).every(
			(cell) => Array.isArray(cell) && cell.length === 2 && isStamp(cell[1])
		)
	);
}

/** One cell of a version, or undefined when this version says nothing of the field. */
export function cellOf(version: Version, field: string): readonly [Json, Stamp] | undefined {
	if (version.c && Object.hasOwn(version.c, field)) return version.c[field];
	return Object.hasOwn(version.f, field) ? [version.f[field] as Json, version.h] : undefined;
}

/** The names of all fields a version speaks of. */
export function fieldsOf(version: Version): string[] {
	return version.c
		? [...new Set([...Object.keys(version.f), ...Object.keys(version.c)])]
		: Object.keys(version.f);
}

/**
 * The record people see: for each field the latest cell; equal stamps are settled by device name.
 * The result does not depend on the order of the versions. Cleared fields stay in as `null`.
 */
export function mergeVersions(versions: readonly DeviceVersion[]): Record<string, Json> {
	const only = versions.length === 1 ? versions[0]?.version : undefined;
	if (only) return only.c ? { ...only.f, ...valuesOf(only.c) } : { ...only.f };
	return Object.fromEntries([...latestCells(versions)].map(([field, { value }]) => [field, value]));
}

/** The winning cell of each field, with who wrote it and when. */
export function latestCells(versions: readonly DeviceVersion[]): Map<string, Cell> {
	const latest = new Map<string, Cell>();
	for (const { device, version } of versions) {
		for (const field of fieldsOf(version)) {
			const [value, stamp] = cellOf(version, field) as readonly [Json, Stamp];
			const cell = { value, stamp, device };
			const held = latest.get(field);
			if (!held || isLater(cell, held)) latest.set(field, cell);
		}
	}
	return latest;
}

/** The latest stamp in a version, so that a later edit can be stamped after it. */
export function latestStamp(version: Version): Stamp {
	let latest = version.h;
	for (const [, stamp] of Object.values(version.c ?? {})) if (stamp > latest) latest = stamp;
	return latest;
}

function isLater(cell: Cell, than: Cell): boolean {
	return cell.stamp === than.stamp ? cell.device > than.device : cell.stamp > than.stamp;
}

function valuesOf(cells: NonNullable<Version['c']>): Record<string, Json> {
	return Object.fromEntries(Object.entries(cells).map(([field, [value]]) => [field, value]));
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
