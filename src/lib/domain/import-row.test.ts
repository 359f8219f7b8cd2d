// Whom a row of an import is the same as: nobody is taken for somebody else by a mailbox, a number or a name
// alone, and only who is surely meant can have moved.
import { describe, expect, test } from 'vitest';
import type { ContactDraft } from './contact-draft';
import type { Id } from './id';
import { ImportRows, type ImportRow, type Known } from './import-row';

const office = { emails: [{ value: 'office@acme.example' }] };
const switchboard = { phones: [{ value: '+1 505 555 0100' }] };
const profile = (name: string) => ({ links: [{ value: `https://www.linkedin.com/in/${name}` }] });

function contact(name: string, fields: Partial<ContactDraft> = {}): ContactDraft {
	return { name, circle: [], moments: [], notes: [], vcard: [], ...fields };
}

function known(id: string, name: string, fields: Partial<Known> = {}): Known {
	return { id: id as Id<'person'>, name, ...fields };
}

function rowsOf(
	contacts: readonly ContactDraft[],
	{ book = [], fromLinkedIn = false }: { book?: readonly Known[]; fromLinkedIn?: boolean } = {}
): ImportRow[] {
	const rows = new ImportRows();
	rows.know(book);
	return contacts.map((each) => rows.next(each, fromLinkedIn));
}

const sureOf = (rows: readonly ImportRow[]) => rows.map(({ same }) => same?.sure);

describe('what an office or a household shares is never sure', () => {
	const names = ['Tom Ray', 'Ann Lee', 'Ed Foo', 'Cy Bar', 'Di Moss'];

	test.each([2, 3, 5])('%i people with one address', (many) => {
		const rows = rowsOf(names.slice(0, many).map((name) => contact(name, office)));
		expect(sureOf(rows)).not.toContain(true);
	});

	test('a colleague of the book, by address and by number', () => {
		const book = [known('eva', 'Eva Stone', { ...office, ...switchboard })];
		for (const shared of [office, switchboard, { ...office, ...switchboard }]) {
			const [row] = rowsOf([contact('Bob Hill', shared)], { book });
			expect(row?.same).toMatchObject({ who: { id: 'eva' }, sure: false, otherName: true });
		}
	});

	test('a couple with one family name, and two of one first name', () => {
		const shared = { ...office, ...switchboard };
		expect(sureOf(rowsOf([contact('Tom Ray', shared), contact('Ann Ray', shared)]))[1]).toBe(false);
		expect(sureOf(rowsOf([contact('Ann Lee', shared), contact('Ann Ray', shared)]))[1]).toBe(false);
	});
});

test('names that go together make a shared address sure, whoever else has it', () => {
	const book = [known('tom', 'Tom Ray', office), known('ann', 'Ann Lee', office)];
	for (const name of ['Ann Lee', 'Lee, Ann', 'Ann', 'A. Lee', 'Dr. Ann Lee', 'Annie-Ann Lee']) {
		const [row] = rowsOf([contact(name, office)], { book });
		expect([name, row?.same]).toMatchObject([name, { who: { id: 'ann' }, sure: true }]);
	}
	const [row] = rowsOf([contact('Lee, Ann', office)], { book });
	expect(row?.same?.otherName).toBeUndefined();
});

test('a namesake is not sure where one of the two has no company', () => {
	const book = [known('john', 'John Smith', { emails: [{ value: 'js@home.example' }] })];
	const row = contact('John Smith', { company: 'Beta', emails: [{ value: 'john@beta.example' }] });
	expect(sureOf(rowsOf([row], { book }))).toEqual([false]);
	const phones = [{ value: '505 555 0142' }];
	const [both] = rowsOf([{ ...row, phones }], { book: [known('john', 'John Smith', { phones })] });
	expect(both?.same).toMatchObject({ reason: 'phone', sure: true });
});

describe('a job in LinkedIn’s file', () => {
	const tells = (name: string, fields: Partial<ContactDraft>, ...book: readonly Known[]): unknown =>
		rowsOf([contact(name, fields)], { book, fromLinkedIn: true })[0]?.same?.tellsJob;
	const at = (company: string) => ({ company });

	test('is told of who has the profile, not of who has the mailbox', () => {
		const eva = known('eva', 'Eva Stone', { ...office, ...at('Acme') });
		expect(tells('Bob Hill', { ...office, ...at('Beta') }, eva)).toBeUndefined();
		expect(tells('Eva', { ...office, ...at('Beta') }, eva)).toBeUndefined();
		expect(tells('Eva Stone', { ...office, ...at('Beta') }, eva)).toBe(true);
		const ann = known('ann', 'Ann Lee', profile('ann'));
		expect(tells('Ann Marsh', { ...profile('ann'), ...at('Beta') }, ann)).toBe(true);
	});

	test('is told by the name alone of who has a profile and a name nobody else has', () => {
		const ann = known('ann', 'Ann Lee', { ...profile('ann'), ...at('Acme') });
		expect(tells('Ann Lee', at('Beta'), ann)).toBe(true);
		expect(tells('Ann Lee', { ...at('Beta'), ...profile('ann-2') }, ann)).toBeUndefined();
		expect(tells('Ann Lee', at('Beta'), known('ann', 'Ann Lee', at('Acme')))).toBeUndefined();
		const other = known('other', 'Ann Lee', at('Delta'));
		expect(tells('Ann Lee', at('Beta'), ann, other)).toBeUndefined();
		expect(rowsOf([contact('Ann Lee', at('Beta'))], { book: [ann] })[0]?.same).toBeUndefined();
	});

	test('is not told by the name alone where the file has that name twice', () => {
		const book = [known('ann', 'Ann Lee', { ...profile('ann'), ...at('Acme') })];
		const twice = [contact('Ann Lee', at('Beta')), contact('ANN LEE', at('Gamma'))];
		const [first, second] = rowsOf(twice, { book, fromLinkedIn: true });
		expect(first?.same).toMatchObject({ who: { id: 'ann' }, sure: false });
		expect(first?.same?.tellsJob).toBeUndefined();
		expect(second?.same).toBeUndefined();
	});
});

test.each([
	['one name and company', () => contact('Acme', { company: 'Acme' })],
	['one name at many companies', (at: number) => contact('Unknown', { company: `Firm ${at}` })],
	['one name and no company', () => contact('Unknown')],
	['one profile', (at: number) => contact(`Name${at}`, profile('mine'))]
])('ten thousand rows with %s are compared in seconds', (_, row) => {
	const many = Array.from({ length: 10_000 }, (_each, at) => row(at));
	const start = performance.now();
	// A row without a company among those that have one looks at all of the name.
	const rows = rowsOf([...many, ...many.slice(0, 5_000), contact('Unknown'), contact('Acme')]);
	expect(performance.now() - start).toBeLessThan(4000);
	expect(rows).toHaveLength(15_002);
});

test('of more than eight with one name and company none is sure by it', () => {
	const rows = rowsOf(Array.from({ length: 12 }, () => contact('Acme', { company: 'Acme' })));
	expect(sureOf(rows).slice(1, 9)).toEqual(Array(8).fill(true));
	expect(sureOf(rows).slice(9)).toEqual(Array(3).fill(false));
});

describe('somebody written down with nothing but a name', () => {
	const dana = known('dana', 'Dana Whitlock');
	const card = contact('Dana Whitlock', { company: 'Harrow Foods', ...switchboard });

	test('is who the address book means by the same full name', () => {
		expect(sureOf(rowsOf([card], { book: [dana] }))).toEqual([true]);
	});

	test('is not, where two in the book or in the file have the name', () => {
		expect(sureOf(rowsOf([card], { book: [dana, known('other', 'Dana Whitlock')] }))).toEqual([
			false
		]);
		const twice = [card, contact('Dana Whitlock', { company: 'Northwind' })];
		expect(sureOf(rowsOf(twice, { book: [dana] }))[0]).toBe(false);
	});

	test('is not, by a first name alone, or once more is known of him', () => {
		expect(sureOf(rowsOf([contact('Dana', switchboard)], { book: [known('d', 'Dana')] }))).toEqual([
			false
		]);
		const reached = { ...dana, emails: [{ value: 'dana@home.example' }] };
		expect(sureOf(rowsOf([card], { book: [reached] }))).toEqual([false]);
	});
});
