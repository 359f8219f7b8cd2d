// The fields of a form for something new wait for it when it is left half filled in: as `WordsLeft` keeps
// words, several at once. They go when the form is saved, or stands again as it began.
import { untrack } from 'svelte';
import { WordsLeft, type LeftDisk } from './words-left';

type Fields = Readonly<Record<string, string | boolean>>;

/** What connects a form with the fields that wait for it. */
interface Form<F extends Fields> {
	/** Its name, with the record it belongs to; undefined where it changes what is there already. */
	readonly name: string | undefined;
	readonly now: () => F;
	readonly giveBack: (waiting: F) => void;
}

/**
 * Belongs into the script of a form that is made anew each time it opens.
 * @returns what to call when it is saved
 */
export function fieldsLeft<F extends Fields>(disk: LeftDisk, form: Form<F>): () => void {
	if (form.name === undefined) return () => undefined;
	const left = new WordsLeft(disk, form.name);
	const began = untrack(form.now);
	const empty = JSON.stringify(began);
	let last = empty;
	let isSaved = false;

	$effect(() => {
		const fields = JSON.stringify(form.now());
		if (isSaved || fields === last) return;
		last = fields;
		left.leave(fields === empty ? '' : fields);
	});
	void left.read().then((words) => {
		// Whoever types already has begun another.
		if (isSaved || JSON.stringify(untrack(form.now)) !== empty) return;
		form.giveBack({ ...began, ...fieldsIn(words, began) });
		last = JSON.stringify(untrack(form.now));
	});

	return () => {
		isSaved = true;
		// Where nothing was filled in here, what waits is another's.
		if (last !== empty) left.leave('');
	};
}

/** Of what was kept, perhaps by another version, the fields this form has. */
function fieldsIn<F extends Fields>(words: string, began: F): Partial<F> {
	try {
		const kept = Object.entries((JSON.parse(words) ?? {}) as object);
		return Object.fromEntries(
			kept.filter(([name, value]) => typeof value === typeof began[name])
		) as Partial<F>;
	} catch {
		return {};
	}
}
