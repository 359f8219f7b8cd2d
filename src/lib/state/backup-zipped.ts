// A backup inside an archive of everything: found and unpacked, so that nobody has to do it by hand.
import { unzipSync } from 'fflate';
import { MOST_BYTES } from './backup-closing';

/** What archives call the backup in them; somebody may have packed it anew within a folder. */
const BACKUP = /(?:^|\/)kith-backup-[^/]*\.json$/;

/** The text of the backup in a zip; undefined when there is none, it is too large, or the zip is not whole. */
export async function backupInZip(file: Blob): Promise<string | undefined> {
	try {
		const bytes = new Uint8Array(await file.arrayBuffer());
		let isTaken = false;
		const found = unzipSync(bytes, {
			filter: ({ name, originalSize }) => {
				const isIt = !isTaken && BACKUP.test(name) && originalSize <= MOST_BYTES;
				isTaken ||= isIt;
				return isIt;
			}
		});
		const [unpacked] = Object.values(found);
		return unpacked && new TextDecoder('utf-8', { fatal: true }).decode(unpacked);
	} catch {
		return undefined;
	}
}
