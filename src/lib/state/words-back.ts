// Words that were saved and come back by Undo: they wait in their form again, until the saving is done again.
import type { Along } from './undoing';
import type { WordsLeft } from './words-left';

/** Words that come back, before what has been written since. */
export function broughtBack(words: string, since: string): string {
	if (words.trim() === '') return since;
	return since.trim() === '' || since === words ? words : `${words}\n\n${since}`;
}

/** What is left once they go again; undefined where the rep has changed them. */
export function takenOut(words: string, now: string): string | undefined {
	if (now === words) return '';
	const start = `${words}\n\n`;
	return words.trim() !== '' && now.startsWith(start) ? now.slice(start.length) : undefined;
}

/** The words of a form that are being saved: back in it by Undo, and out of it when it is done again. */
export function wordsAlong(left: WordsLeft, words: string): Along {
	// One after the other: a locked book answers later.
	let last = Promise.resolve();
	const turn = (change: (now: string) => string | undefined) => (): void => {
		last = last.then(async () => {
			const now = await left.read();
			const next = change(now);
			if (next !== undefined && next !== now) left.leave(next);
		});
	};
	return {
		back: turn((now) => broughtBack(words, now)),
		again: turn((now) => takenOut(words, now))
	};
}

/** Lets go of the words that wait in a form, as words that are being saved. */
export function letGo(left: WordsLeft): Along {
	const gone = left.read().then((waiting) => {
		left.leave('');
		return wordsAlong(left, waiting);
	});
	return {
		back: () => void gone.then(({ back }) => back?.()),
		again: () => void gone.then(({ again }) => again?.())
	};
}
