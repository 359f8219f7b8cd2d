// Gives a file with changes to another device: it has to get there, not only out of Kith.
import { handOut, isInstalledOnApple } from './hand-out';

/** What became of a file that is to reach another device; `no way`: this one gives none out. */
export type HandedOver = 'shared' | 'saved' | 'cancelled' | 'needs a tap' | 'no way';

/** A browser that takes no file of an unknown kind may take it as this; its name stays. */
const PLAIN = 'text/plain';

/**
 * Hands a file over to another device: by the share sheet where that takes it, else as a download, but
 * for an app on an iPhone's home screen.
 * @param isAgain the rep has tapped once more: the share sheet is not asked for a third time
 */
export async function handOver(file: File, isAgain: boolean): Promise<HandedOver> {
	const forms = [file, new File([file], file.name, { type: PLAIN })];
	const files = forms.find((form) => canShare([form]));
	if (files) {
		try {
			await navigator.share({ files: [files] });
			return 'shared';
		} catch (error) {
			const why = error instanceof DOMException ? error.name : '';
			if (why === 'AbortError') return 'cancelled';
			if (why === 'NotAllowedError' && !isAgain) return 'needs a tap';
		}
	}
	if (isInstalledOnApple()) return 'no way';
	await handOut(file, file.name, file.type);
	return 'saved';
}

function canShare(files: File[]): boolean {
	return 'canShare' in navigator && navigator.canShare({ files });
}
