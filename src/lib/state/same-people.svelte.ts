// Who may be in the book twice, found in pieces while the screen stays alive, and looked for again when people
// change.
import type { Person } from '$lib/domain/records/person';
import { findSame, type SameGroup, type SameReason } from '$lib/domain/same-person';
import type { Kith } from './kith.svelte';
import { apartBy } from './not-same';
import { paceFor } from './pace';

const words: Readonly<Record<SameReason, string>> = {
	uid: 'same entry of one address book',
	email: 'same email',
	profile: 'same LinkedIn profile',
	phone: 'same phone',
	'name-and-company': 'same name and company',
	name: 'same name',
	alike: 'a like name at the same company'
};

/** "Same email, same name and company". */
export function reasonsInWords(reasons: readonly SameReason[]): string {
	const said = reasons.map((reason) => words[reason]).join(', ');
	return `${said[0]?.toUpperCase() ?? ''}${said.slice(1)}`;
}

/** The look for them. It has to be ended, or what it follows goes on. */
export class SamePeople {
	readonly #kith: Kith;
	#groups = $state.raw<readonly SameGroup[]>([]);
	#isLooking = $state(true);
	#call: AbortController | undefined;
	readonly #stop: () => void;

	constructor(kith: Kith) {
		this.#kith = kith;
		this.#stop = kith.book.listen({
			onchange: (changed) => {
				if (changed.has('person') || changed.has('notSame')) this.#look();
			}
		});
		this.#look();
	}

	/** Whether the first look is not over yet. */
	get isLooking(): boolean {
		return this.#isLooking;
	}

	/** The likeliest first; of those who are still here. */
	get groups(): readonly SameGroup[] {
		return this.#groups;
	}

	end(): void {
		this.#stop();
		this.#call?.abort();
	}

	#look(): void {
		this.#call?.abort();
		const call = new AbortController();
		this.#call = call;
		const { book } = this.#kith;
		// Whoever has just become one, or was said to be two, goes at once; the rest is looked for.
		const isApart = apartBy(book.all('notSame'));
		this.#groups = this.#groups.filter(({ people }) =>
			isStill(book.get.bind(book), people, isApart)
		);
		findSame(book.all('person'), isApart, paceFor(undefined, call.signal))
			.then((groups) => {
				this.#groups = groups;
				this.#isLooking = false;
			})
			.catch((error: unknown) => {
				if (!call.signal.aborted) throw error;
			});
	}
}

function isStill(
	get: Kith['book']['get'],
	people: readonly Person[],
	isApart: ReturnType<typeof apartBy>
): boolean {
	return people.every(
		(one) =>
			get('person', one.id)?.trashedAt === undefined &&
			people.every((other) => one === other || !isApart(one.id, other.id))
	);
}
