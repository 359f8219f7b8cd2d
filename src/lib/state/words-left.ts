// Words typed into a form and left there: they wait, and are in the form when it opens again.

const PREFIX = 'kith:left:';

/** The words left in a form, or ''. `form` names it, with the record it belongs to. */
export function wordsLeft(form: string): string {
	try {
		return localStorage.getItem(PREFIX + form) ?? '';
	} catch {
		return '';
	}
}

/** Keeps the words of a form that has not been saved; '' lets go of them. */
export function leaveWords(form: string, words: string): void {
	try {
		if (words.trim() === '') localStorage.removeItem(PREFIX + form);
		else localStorage.setItem(PREFIX + form, words);
	} catch {
		// A browser that keeps nothing: the words stay while the form is open.
	}
}
