// What a camera or a clipboard gave, and what of it is the code.

/** A code to be exchanged by hand, or one to join a book by. */
export interface ScannedCode {
	readonly is: 'hand' | 'pairing';
	readonly code: string;
}

/** The code in a text; a link to Kith holds it behind `#/pair/`. */
export function codeIn(text: string): ScannedCode {
	const trimmed = text.trim();
	if (/^kith-(offer|answer):/i.test(trimmed)) return { is: 'hand', code: trimmed };
	const [, behind] = /#\/pair\/(.+)$/s.exec(trimmed) ?? [];
	return { is: 'pairing', code: behind === undefined ? trimmed : plain(behind) };
}

/** Percent signs undone where they stand for something. */
function plain(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
