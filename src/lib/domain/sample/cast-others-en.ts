// Twelve more people of the English sample book, written by hand. Data, hence long.
import type { CastMember } from './cast-member';

export const others: readonly CastMember[] = [
	{
		person: {
			name: 'Grace Tanabe',
			company: 'Millrace Labs',
			title: 'Lab manager',
			tags: ['friend', 'lab'],
			texting: 'we-text',
			closeness: 'friend'
		},
		city: 'Ann Arbor, MI',
		circle: [{ relation: 'pet', name: 'Biscuit', about: 'An old spaniel' }],
		facts: [[47, 'Crosswords, in ink']],
		happened: [
			{
				ago: 13,
				talked: 'call',
				note: 'Biscuit, the old spaniel, has his hip done on {-1}. She bought a ramp for the stairs.',
				moments: [{ kind: 'surgery', in: -1, label: 'Biscuit’s hip operation', once: true }]
			},
			{ ago: 70, business: 'visit' }
		]
	},
	{
		person: {
			name: 'Marisol Ortega',
			company: 'Harbor Mill Foods',
			title: 'VP operations',
			tags: ['food']
		},
		city: 'Minneapolis, MN',
		introducedBy: 'Nora Lindqvist',
		happened: [
			{
				ago: 46,
				asked: 'meeting',
				with: 'Nora Lindqvist',
				note: 'Nora did most of my selling.',
				received: ['favour', 'Nora spoke for us']
			}
		]
	},
	{
		person: {
			name: 'Rosalind Achebe',
			company: 'St. Brigid’s Hospital',
			title: 'Facilities director',
			tags: ['hospital'],
			texting: 'they-texted'
		},
		city: 'Toledo, OH',
		circle: [
			{ relation: 'spouse', name: 'Emeka' },
			{ relation: 'child', name: 'Zuri', turns: [9, 16], about: 'Fences épée' }
		],
		likes: [['challenge', 'Drivers for the coat drive']],
		facts: [[36, 'The coat drive']],
		happened: [
			{
				ago: 1,
				business: 'visit',
				thanks: 'owed',
				note: 'Her new boiler room; she knows every valve by name. The coat drive needs drivers on {8}.',
				promises: [{ text: 'Tell Rosalind whether I can drive', due: 3 }]
			},
			{
				ago: 66,
				talked: 'call',
				note: 'Zuri came third at state and is furious.'
			}
		]
	},
	{
		person: {
			name: 'Harriet Boyle-Lewis',
			company: 'Three Forks Hospital',
			title: 'Purchasing director',
			tags: ['hospital']
		},
		city: 'Pittsburgh, PA',
		moments: [{ kind: 'work-anniversary', in: 12, count: 20 }],
		happened: [
			{ ago: 24, business: 'call', left: true },
			{
				ago: 118,
				business: 'call',
				note: 'The tender is out of her hands. Off to Skye to walk, alone, on purpose.',
				facts: [[48, 'Walking, alone']]
			}
		]
	},
	{
		person: {
			name: 'Tadeo Quispe',
			company: 'Alta Grain Mills',
			title: 'Maintenance planner',
			tags: ['food', 'milling'],
			texting: 'we-text'
		},
		city: 'Salt Lake City, UT',
		circle: [
			{
				relation: 'child',
				name: 'Killa',
				turns: [37, 15]
			}
		],
		happened: [
			{
				ago: 18,
				talked: 'text',
				note: 'Killa’s quinceañera dress is the colour of the mill’s fire doors. He did not say so.'
			}
		]
	},
	{
		person: {
			name: 'Yusuf Demir',
			company: 'Demir Bakery',
			title: 'Owner',
			tags: ['bakery', 'family-firm']
		},
		city: 'Paterson, NJ',
		worked: [['Golden Crust', 'Night baker', 20, 11]],
		there: 11,
		introducedBy: 'Nora Lindqvist',
		circle: [{ relation: 'spouse', name: 'Leyla' }],
		moments: [{ kind: 'wedding', in: 13, count: 25, post: true }],
		facts: [[59, 'To Nora, and so to me']],
		happened: [
			{
				ago: 30,
				business: 'visit',
				note: 'Four in the morning. Leyla put a simit in each of my pockets.',
				received: ['order', 'A year of oven seals']
			}
		]
	},
	{
		person: {
			name: 'Siobhán Keane',
			company: 'Keane Creamery',
			title: 'Cheesemaker',
			tags: ['dairy'],
			texting: 'we-text'
		},
		city: 'Brattleboro, VT',
		circle: [{ relation: 'child', name: 'Nuala', age: 8 }],
		happened: [
			{
				ago: 49,
				talked: 'call',
				note: 'Nuala names the new goats after parts. Gasket is the favourite.'
			}
		]
	},
	{
		person: {
			name: 'Petr Novotný',
			company: 'Old Quarry Brewing',
			title: 'Process engineer',
			tags: ['brewery']
		},
		city: 'Cedar Rapids, IA',
		introducedBy: 'Aksel Nygaard',
		facts: [[49, 'Ice hockey, in goal']],
		happened: [
			{
				ago: 57,
				business: 'video',
				note: 'Knee strapped. He says stairs; Aksel says slap shot.'
			}
		]
	},
	{
		person: {
			name: 'Amara Nwosu',
			company: 'Lakeview Children’s Hospital',
			title: 'Head of sterile services',
			tags: ['hospital']
		},
		city: 'Cleveland, OH',
		facts: [[40, 'Allergic to nuts']],
		happened: [
			{
				ago: 61,
				business: 'meeting',
				note: 'She has marked our manual, and is right.',
				received: ['technology-lesson', 'Why the last rinse is cold']
			}
		]
	},
	{
		person: {
			name: 'Giulia Ferraro',
			company: 'Bellwether Pasta',
			title: 'Line lead',
			tags: ['food']
		},
		city: 'St. Louis, MO',
		introducedBy: 'Yusuf Demir',
		circle: [{ relation: 'spouse', name: 'Dee', about: 'Firefighter' }],
		happened: [
			{
				ago: 73,
				talked: 'call',
				note: 'Dee is home after the warehouse fire, coughing and bored.'
			}
		]
	},
	{
		person: {
			name: 'Thu Pham',
			company: 'Golden Reed Noodles',
			title: 'Packaging engineer',
			tags: ['food', 'packaging'],
			texting: 'we-text'
		},
		city: 'Houston, TX',
		introducedBy: 'Giulia Ferraro',
		closer: [[70, 'colleague']],
		circle: [{ relation: 'child', name: 'Bao', age: 2 }],
		happened: [
			{
				ago: 39,
				talked: 'text',
				note: 'First night Bao has slept through.'
			}
		]
	},
	{
		person: {
			name: 'Reuben Adler',
			company: 'Pinecrest Paper',
			title: 'Night shift supervisor',
			tags: ['paper']
		},
		city: 'Green Bay, WI',
		happened: [
			{
				ago: 104,
				business: 'call',
				note: 'Rings at eleven at night, his noon.'
			}
		]
	}
];
