// What is not read as contacts at all.
import type { FileKind } from '$lib/domain/file-kind';

/** The largest file that is read. */
export const MOST_BYTES = 100 * 1024 * 1024;

/** Why a file gave no contacts. */
export type FileRefusal = FileKind | 'too-large' | 'unreadable';
