// Gives the rep a file, by download or, in an installed iPhone app, by the share sheet.

/** What became of a file: handed over, or the rep thought better of it. */
export type HandedOut = 'handed' | 'cancelled' | 'needs a tap';

/** A file ready to be handed out. */
export interface MadeFile {
	readonly blob: Blob;
	readonly name: string;
	readonly type: string;
}

const KEEP_URL_MS = 60_000;

/**
 * Hands out a text or a blob as a file. `needs a tap`: the making took so long that the system wants
 * the rep to ask once more before it opens its share sheet.
 */
export async function handOut(
	content: string | Blob,
	name: string,
	type: string
): Promise<HandedOut> {
	const file = new File([content], name, { type });
	if (isInstalledOnApple() && 'canShare' in navigator && navigator.canShare({ files: [file] })) {
		try {
			await navigator.share({ files: [file] });
			return 'handed';
		} catch (error) {
			const why = error instanceof DOMException ? error.name : '';
			if (why === 'AbortError') return 'cancelled';
			if (why === 'NotAllowedError') return 'needs a tap';
			throw error;
		}
	}
	const url = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	// Some browsers read the file only after the click has returned.
	setTimeout(() => URL.revokeObjectURL(url), KEEP_URL_MS);
	return 'handed';
}

/** An app on the home screen of an iPhone or iPad: a download would leave the app for good. */
export function isInstalledOnApple(): boolean {
	return 'standalone' in navigator && navigator.standalone === true;
}
