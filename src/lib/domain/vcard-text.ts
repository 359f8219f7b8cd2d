// Text inside vCard values: where lists and structures split, and what the backslashes stand for.

const LINE_BREAK = /\r\n|\r|\n/g;

/** The parts of a value between separators that no backslash escapes; escapes stay in the parts. */
export function splitValue(value: string, separator: ';' | ','): string[] {
	if (!value.includes('\\')) return value.split(separator);
	const parts: string[] = [];
	let start = 0;
	for (let at = 0; at < value.length; at++) {
		const char = value[at];
		if (char === '\\') at++;
		else if (char === separator) {
			parts.push(value.slice(start, at));
			start = at + 1;
		}
	}
	parts.push(value.slice(start));
	return parts;
}

/**
 * The text a value stands for, with `\n` line breaks. Unknown escapes keep their backslash, since
 * programs that forget to escape write paths such as `C:\data`; `\:` and `\"` are not in the RFCs but
 * in the files.
 */
export function unescapeText(value: string): string {
	const text = value.includes('\\')
		? value.replace(/\\([\\;,:"nN])/g, (_, char: string) =>
				char === 'n' || char === 'N' ? '\n' : char
			)
		: value;
	return text.includes('\r') ? text.replace(LINE_BREAK, '\n') : text;
}

/** A text as a vCard 3.0 or 4.0 value. */
export function escapeText(text: string): string {
	return text.replace(/[\\;,]/g, '\\$&').replace(LINE_BREAK, '\\n');
}
