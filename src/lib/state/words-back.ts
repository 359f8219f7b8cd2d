// Words that were saved and come back by Undo: they wait in their form again.
import type { WordsLeft } from './words-left';

/** Leaves words in their form once more, before any that have been left there since. */
export async function giveBack(left: WordsLeft, words: string): Promise<void> {
	if (words.trim() === '') return;
	const since = await left.read();
	left.leave(since === '' || since === words ? words : `${words}\n\n${since}`);
}

/** Lets go of a form's words; gives the way to bring them back. */
export function letGo(left: WordsLeft): () => void {
	const read = left.read();
	let words = '';
	void read.then((waiting) => {
		words = waiting;
		left.leave('');
	});
	return () => {
		if (words !== '') left.leave(words);
	};
}
