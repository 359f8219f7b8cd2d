// Companies as the book knows them: people by the company they are at or were at, however it is spelt.
import { fold } from './fold';
import type { Employment } from './records/employment';
import type { Person } from './records/person';

/** One company. */
export interface Company {
	/** Its name folded: what two spellings of one company have in common. */
	readonly key: string;
	/** The spelling most people have it in. */
	readonly name: string;
	readonly now: readonly Person[];
	/** Those who were there and are somewhere else now. */
	readonly formerly: readonly Person[];
}

/** A company while its people are gathered. */
interface Gathering {
	readonly key: string;
	name: string;
	/** How many have it in that spelling. */
	most: number;
	readonly now: Person[];
	readonly formerly: Set<Person>;
}

/** One way a name is written. */
interface Spelling {
	readonly name: string;
	readonly of: Gathering;
	many: number;
}

/**
 * All companies by key, in no order.
 * @param employments of these people
 * @param others names that stand on notes and moments, for companies without people
 */
export function companiesOf(
	people: readonly Person[],
	employments: readonly Employment[],
	others: readonly string[] = []
): ReadonlyMap<string, Company> {
	const found = new Map<string, Gathering>();
	// Thousands of people share few spellings, and folding is what takes time.
	const spellings = new Map<string, Spelling | undefined>();
	const spelt = (company: string | undefined): Spelling | undefined => {
		if (company === undefined) return undefined;
		if (spellings.has(company)) return spellings.get(company);
		const name = company.trim();
		const key = fold(name);
		let spelling = name === company ? undefined : spelt(name);
		if (key !== '' && !spelling) {
			const of = found.get(key) ?? { key, name, most: 0, now: [], formerly: new Set() };
			found.set(key, of);
			spelling = { name, of, many: 0 };
		}
		spellings.set(company, spelling);
		return spelling;
	};

	const byId = new Map<string, Person>();
	for (const person of people) {
		byId.set(person.id, person);
		const spelling = spelt(person.company);
		if (!spelling) continue;
		spelling.many++;
		spelling.of.now.push(person);
	}
	const was = (person: Person, company: string): void => {
		const spelling = spelt(company);
		if (!spelling) return;
		spelling.many++;
		if (spelt(person.company)?.of !== spelling.of) spelling.of.formerly.add(person);
	};
	for (const person of people) for (const { company } of person.jobs ?? []) was(person, company);
	for (const { person: id, company } of employments) {
		const person = byId.get(id);
		if (person) was(person, company);
	}
	for (const name of others) {
		const spelling = spelt(name);
		if (spelling) spelling.many++;
	}
	for (const spelling of spellings.values()) if (spelling) settleName(spelling);
	return new Map(
		[...found.values()].map(({ key, name, now, formerly }) => [
			key,
			{ key, name, now, formerly: [...formerly] }
		])
	);
}

/** People in the order a company's page shows them: those of the Top Ten by place, then by name. */
export function inCompanyOrder(
	people: readonly Person[],
	places: ReadonlyMap<string, number>
): Person[] {
	const place = ({ id }: Person): number => places.get(id) ?? Infinity;
	const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
	return people
		.map((person) => ({ person, name: fold(person.name) }))
		.sort((a, b) => {
			const [one, other] = [place(a.person), place(b.person)];
			return one !== other
				? one - other
				: compare(a.name, b.name) || compare(a.person.id, b.person.id);
		})
		.map(({ person }) => person);
}

/* The spelling most have; among equals always the same one. */
function settleName({ name, of, many }: Spelling): void {
	if (many < of.most || (many === of.most && name >= of.name)) return;
	of.name = name;
	of.most = many;
}
