// When the last backup is old enough to be mentioned.
import { daysBetween, type Day } from './day';

/** A backup older than this many days is mentioned. */
const BACKUP_DAYS = 14;

/**
 * Days since the last backup when that is worth saying: over BACKUP_DAYS, or never and the book is
 * older than that; undefined otherwise.
 */
export function backupAge(
	backedUpOn: Day | undefined,
	bookSince: Day | undefined,
	today: Day
): number | undefined {
	const since = backedUpOn ?? bookSince;
	if (since === undefined) return undefined;
	const days = daysBetween(since, today);
	return days > BACKUP_DAYS ? days : undefined;
}
