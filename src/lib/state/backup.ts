// Backup and restore.
import type { Kith } from './kith.svelte';

/** Hands out a backup file. */
export async function handOutBackup(_kith: Kith): Promise<void> {}
