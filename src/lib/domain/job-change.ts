// Whether LinkedIn says that somebody has moved: what its file says now beside what the book says, and beside
// what LinkedIn said the last time.
import type { ContactDraft } from './contact-draft';
import { fold } from './fold';

/** A post in words: where, and as what. */
export interface Job {
	readonly company: string;
	readonly title?: string;
}

/** A move that may have happened. */
export interface JobChange {
	/** What the book says; a present post without a title has none. */
	readonly before: Job;
	/** What the file says. */
	readonly now: Job;
}

/** What is known of somebody's work. */
export interface Work {
	readonly company?: string;
	readonly title?: string;
	/** Posts that are over. */
	readonly earlier: readonly Job[];
	/** What LinkedIn said at the import before, whether it was taken over or left. */
	readonly said?: Job | undefined;
}

/** The forms companies have by law: "Acme Inc." and "Acme" are one place. */
const FORMS = new Set(
	'inc incorporated ltd limited llc llp lp plc corp corporation co company gmbh ag kg ohg se sa sas sarl srl spa bv nv ab as aps oy oyj pty kk'.split(
		' '
	)
);

/**
 * The move a row speaks of. None where the book says the same or nothing, where the row says nothing, where
 * it says what is over already, and where LinkedIn said just that the last time: what was left is not asked
 * again before it changes.
 */
export function jobChangeOf(
	row: Pick<ContactDraft, 'company' | 'title'>,
	work: Work
): JobChange | undefined {
	const [company, title] = [row.company?.trim(), row.title?.trim() || undefined];
	const was = work.company?.trim();
	if (!company || !was) return undefined;
	const wasTitle = work.title?.trim() || undefined;
	// Within a company its name stays as the book has it, and a title that one side lacks says nothing.
	const isThere = isSamePlace(company, was);
	const isSameTitle =
		title === undefined || wasTitle === undefined || fold(title) === fold(wasTitle);
	if (isThere && isSameTitle) return undefined;
	const now = jobOf(isThere ? was : company, title);
	const before = jobOf(was, wasTitle);
	if (work.earlier.some((post) => isSameJob(post, now))) return undefined;
	if (work.said && isSameJob(work.said, now)) return undefined;
	return { before, now };
}

function jobOf(company: string, title: string | undefined): Job {
	return title === undefined ? { company } : { company, title };
}

function isSameJob(one: Job, other: Job): boolean {
	return (
		isSamePlace(one.company, other.company) && fold(one.title ?? '') === fold(other.title ?? '')
	);
}

function isSamePlace(one: string, other: string): boolean {
	return placeOf(one) === placeOf(other);
}

function placeOf(company: string): string {
	const words = fold(company)
		.replace(/\./g, '')
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
	while (words.length > 1 && FORMS.has(words.at(-1) ?? '')) words.pop();
	return words.join(' ');
}
