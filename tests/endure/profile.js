// What lies in a Chromium profile on disk, where a trial has to lay hands on it.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} profile */
const databases = (profile) => join(profile, 'Default/IndexedDB');

/**
 * Takes away all databases, as Chromium does by itself when it finds its own broken.
 * @param {string} profile
 */
export function wipeDatabases(profile) {
	rmSync(databases(profile), { recursive: true, force: true });
}

/**
 * When the databases were made; another moment than before means that they were made anew.
 * @param {string} profile
 * @returns {number | undefined} undefined while there are none
 */
export function databasesMadeAt(profile) {
	const folder = databases(profile);
	if (!existsSync(folder)) return undefined;
	const made = readdirSync(folder).map((name) => statSync(join(folder, name)).birthtimeMs);
	return made.length > 0 ? Math.min(...made) : undefined;
}
