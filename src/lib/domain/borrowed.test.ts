// Topics that are read from other records: what each of them says, and nothing twice.
import { expect, test } from 'vitest';
import { anId, aPerson } from '../../../tests/support/books';
import { borrowedIn, type Lenders } from './borrowed';
import type { Day } from './day';
import type { Circle } from './records/circle';
import type { Moment } from './records/moment';

const dana = aPerson({ name: 'Dana Whitlock' });
const none: Lenders = { person: dana, circle: [], moments: [], employment: [] };

const member = (relation: Circle['relation'], name: string): Circle => ({
	...{ id: anId<'circle'>(), person: dana.id, name, relation }
});
const moment = (kind: Moment['kind'], fields: Partial<Moment> = {}): Moment => ({
	...{ id: anId<'moment'>(), person: dana.id, kind, yearly: true, day: '1978-12-21' as Day },
	...fields
});
const textsOf = (lenders: Partial<Lenders>): Record<number, string[]> =>
	Object.fromEntries(
		[...borrowedIn({ ...none, ...lenders })].map(([topic, found]) => [
			topic,
			found.map((one) => (one.from === 'person' ? one.text : one.from))
		])
	);

test('of a name alone nothing is known', () => {
	expect(textsOf({})).toEqual({});
});

test('the particulars tell the first four', () => {
	const person = {
		...dana,
		...{ nickname: 'Dee', title: 'Buyer', company: 'Harrow Foods' },
		phones: [{ value: '312 555', label: 'work' }, { value: '312 777' }],
		addresses: [
			{ street: 'Mill Lane 2', city: 'Alder', label: 'work' },
			{ street: 'Oak Road 9', postcode: '60601', city: 'Chicago', label: 'Home' }
		]
	};
	expect(textsOf({ person })).toEqual({
		1: ['Dana Whitlock', '“Dee”', 'Buyer'],
		2: ['Harrow Foods', 'Mill Lane 2, Alder'],
		3: ['Oak Road 9, 60601 Chicago'],
		4: ['312 555 (work)', '312 777']
	});
});

test('circle and moments tell of the family; the birthday of a child is not theirs', () => {
	const [max, tom, pip] = [member('child', 'Max'), member('spouse', 'Tom'), member('pet', 'Pip')];
	const [birthday, wedding] = [moment('birthday'), moment('wedding')];
	const moments = [moment('birthday', { circle: max.id }), wedding, birthday];
	const found = borrowedIn({ ...none, circle: [pip, max, tom], moments });
	expect(Object.fromEntries(found)).toEqual({
		5: [{ from: 'moment', moment: birthday }],
		13: [{ from: 'circle', member: tom }],
		16: [{ from: 'moment', moment: wedding }],
		17: [{ from: 'circle', member: max }]
	});
});

test('earlier posts tell where they were before, and what they were here', () => {
	const person = {
		...dana,
		...{ company: 'Harrow Foods', title: 'Buyer' },
		jobs: [{ company: 'Calder' }, { company: 'Birch' }]
	};
	const post = (company: string, title: string) => ({
		...{ id: anId<'employment'>(), person: dana.id, company, title }
	});
	const employment = [post('harrow foods', 'Clerk'), post('Calder', 'Cook')];
	const found = borrowedIn({ ...none, person, employment });
	const companies = (topic: number) =>
		found.get(topic)?.map((one) => one.from === 'employment' && one.post.company);
	expect(companies(20)?.toSorted()).toEqual(['Birch', 'Calder', 'Calder']);
	expect(companies(21)).toEqual(['harrow foods']);
});
