// Addresses of people who do not exist.

const WRITTEN_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** An address under example.com, which belongs to nobody. */
export function emailOf(name: string, company?: string): string {
	const host = company === undefined ? '' : slug(company, '-') + '.';
	return `${slug(name, '.')}@${host}example.com`;
}

/** Work address from a city as written in an address, `Duluth, MN` or `Kiel`. */
export function addressOf(city: string): { label: string; city: string; region?: string } {
	const [town = city, region] = city.split(', ');
	return { label: 'work', city: town, ...(region !== undefined && { region }) };
}

function slug(text: string, joint: string): string {
	return text
		.toLowerCase()
		.replace(/[äöüß]/g, (letter) => WRITTEN_OUT[letter] ?? letter)
		.normalize('NFD')
		.replace(/[\p{M}’.]/gu, '')
		.replace(/[^a-z]+/g, joint);
}
