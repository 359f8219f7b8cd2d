// Ways to reach people who do not exist: numbers and addresses that are kept free for fiction.

/** The number of the n-th person: 555-01xx in some area code, all different up to 78,900 people. */
export function phoneOf(index: number): string {
	const place = (index * 7919 + 4242) % 78_900;
	const last = String(place % 100).padStart(2, '0');
	return `+1 ${201 + Math.floor(place / 100)} 555-01${last}`;
}

/** An address under example.com, which belongs to nobody. */
export function emailOf(name: string, company?: string): string {
	const host = company === undefined ? '' : slug(company, '-') + '.';
	return `${slug(name, '.')}@${host}example.com`;
}

/** Work address from a city as written in an address, `Duluth, MN`. */
export function addressOf(city: string): { label: string; city: string; region: string } {
	const [town = city, region = ''] = city.split(', ');
	return { label: 'work', city: town, region };
}

function slug(text: string, joint: string): string {
	return text
		.normalize('NFD')
		.toLowerCase()
		.replace(/[\p{M}’.]/gu, '')
		.replace(/[^a-z]+/g, joint);
}
