// The ten closest of the English sample book: nine seated in the Top Ten and one who has left it. Data, hence long.
import type { CastMember } from './cast-member';

export const ten: readonly CastMember[] = [
	{
		person: {
			name: 'Nora Lindqvist',
			company: 'Harbor Mill Foods',
			title: 'Plant manager',
			tags: ['food', 'friend'],
			about: 'Picks up after four, never before.',
			texting: 'we-text',
			closeness: 'friend'
		},
		city: 'Duluth, MN',
		worked: [
			['Tri-County Meats', 'Shift lead', 14, 9],
			['Lake Superior Fish', 'Line worker', 18, 14]
		],
		closer: [
			[900, 'customer'],
			[310, 'friend']
		],
		likes: [
			['interest', 'climbing'],
			['interest', 'polar history'],
			['preference', 'A text before a call'],
			['challenge', 'Nobody wants the night shift']
		],
		circle: [
			{
				relation: 'child',
				name: 'Oskar',
				age: 9,
				about: 'Volcanoes'
			},
			{ relation: 'child', name: 'Maja', turns: [131, 7] },
			{ relation: 'spouse', name: 'Tom', about: 'Teaches chemistry' },
			{ relation: 'pet', name: 'Pixel', about: 'A border collie' },
			{ relation: 'boss', name: 'Marisol Ortega', self: 'Marisol Ortega' }
		],
		moments: [
			{ kind: 'birthday', in: 142 },
			{ kind: 'work-anniversary', in: 74, count: 9 }
		],
		facts: [
			[38, 'The talks with Alder'],
			[5, 'Born in Kiruna, came over at four'],
			[7, 'Food science in Duluth, at night'],
			[23, 'The women in plants round table'],
			[30, 'Two plants, one way of working'],
			[41, 'Nothing at all, since 2019'],
			[44, 'The whitefish place by the bridge'],
			[51, 'Anything but the plant'],
			[55, 'Three years without an accident'],
			[47, 'Climbs; reads about the poles'],
			[31, 'Getting through the audit']
		],
		plans: [
			{
				in: 0,
				time: '10:30',
				kind: 'call',
				purpose: 'just-talked',
				opener: 'Did Oskar’s volcano erupt?'
			}
		],
		happened: [
			{
				ago: 12,
				talked: 'call',
				note: 'Oskar is building a volcano for the science fair on {-4}. “Pray for my kitchen.” Her parents fly in on {6}, the first time since the move.',
				moments: [
					{ kind: 'other', in: -4, label: 'Oskar’s science fair', once: true },
					{ kind: 'trip', in: 6, label: 'Her parents come to stay', once: true }
				],
				promises: [{ text: 'Find the rope shop in Madison for Oskar', due: 8 }]
			},
			{
				ago: 22,
				business: 'visit',
				note: 'Seals fine, guards rattle. She wants the audit report in two weeks.'
			},
			{
				ago: 36,
				talked: 'text',
				given: ['article', 'Cold starts, and how to have fewer'],
				note: 'She answered with a photo of Pixel asleep on a pallet.'
			},
			{ ago: 48, business: 'call', left: true },
			{
				ago: 64,
				talked: 'meal',
				note: 'Whitefish by the bridge. She wants one shift less by spring, and to sleep again. Tom built a treehouse.',
				received: ['warning', 'Line 4 stops in March'],
				owner: 'mine',
				facts: [[31, 'One shift less by spring']]
			},
			{
				ago: 88,
				asked: 'call',
				received: ['referral', 'Sent Yusuf Demir to me']
			},
			{ ago: 150, given: ['introduction', 'Ellen'] }
		]
	},
	{
		person: {
			name: 'Kwabena Asante',
			company: 'Gull Point Cold Storage',
			title: 'Head of maintenance',
			tags: ['friend', 'logistics'],
			texting: 'we-text',
			closeness: 'friend'
		},
		city: 'Memphis, TN',
		circle: [
			{ relation: 'spouse', name: 'Efua', about: 'Midwife' },
			{ relation: 'child', name: 'Kofi', turns: [58, 5] },
			{
				relation: 'child',
				name: 'Ama',
				turns: [58, 5],
				about: 'Kofi’s twin'
			}
		],
		moments: [{ kind: 'wedding', in: 33, count: 10, post: true }],
		there: 6,
		worked: [['Delta Freight', 'Fitter', 12, 6]],
		closer: [
			[640, 'customer'],
			[410, 'colleague'],
			[95, 'friend']
		],
		likes: [
			['interest', 'gospel choirs'],
			['goal', 'A house with a yard']
		],
		facts: [
			[45, 'Groundnut soup, hot'],
			[8, 'Fitter of the year, 2011'],
			[36, 'Cooks for the church picnic'],
			[55, 'Put his three sisters through college']
		],
		plans: [
			{
				in: 18,
				time: '09:00',
				kind: 'call',
				purpose: 'just-talked',
				opener: 'How do the twins sleep?'
			}
		],
		happened: [
			{
				ago: 0,
				talked: 'meal',
				thanks: 'owed',
				note: 'Breakfast behind the depot. Efua is back on nights, the twins have found the drum. He is looking at a house with a yard.',
				facts: [[57, 'A house with a yard before the summer']]
			},
			{
				ago: 17,
				business: 'call',
				note: 'Dock 6 freezes shut again. Sent the heater drawing.',
				owner: 'employer'
			},
			{
				ago: 29,
				talked: 'text',
				note: 'Ama pulled a tooth with a door and a string.'
			},
			{
				ago: 71,
				talked: 'event',
				note: 'Church picnic. Efua put me on plates.',
				received: ['introduction', 'His cousin at the port']
			}
		]
	},
	{
		person: {
			name: 'Zofia Wrzesińska',
			company: 'Pinecrest Paper',
			title: 'Maintenance lead',
			tags: ['paper'],
			texting: 'they-texted'
		},
		city: 'Green Bay, WI',
		pace: 1.6,
		talk: 0.12,
		circle: [
			{ relation: 'parent', name: 'Halina', about: 'Her mother' },
			{ relation: 'child', name: 'Janek', age: 16, about: 'Learning to drive' }
		],
		moments: [{ kind: 'birthday', in: 88 }],
		likes: [['interest', 'bees']],
		facts: [
			[47, 'Eleven hives behind the garage'],
			[31, 'The press through the winter'],
			[64, 'Fewer nights on call']
		],
		promises: [{ text: 'Send the drawing of the new bearing seat', due: 0 }],
		plans: [
			{ in: 4, kind: 'call', purpose: 'just-talked', opener: 'Are the hives wrapped for winter?' }
		],
		happened: [
			{
				ago: 5,
				business: 'email',
				note: 'She needs the drawing before they open the press.'
			},
			{ ago: 19, asked: 'call' },
			{
				ago: 27,
				business: 'visit',
				with: 'Reuben Adler',
				note: 'Four hours under the press with her and Reuben. Both seals changed.'
			},
			{
				ago: 38,
				talked: 'call',
				note: 'Janek passed the written test. Halina walks to the mailbox again. Forty jars of honey.',
				received: ['favour', 'A jar of honey']
			},
			{ ago: 44, asked: 'meeting' },
			{ ago: 60, business: 'call' }
		]
	},
	{
		person: {
			name: 'Hank Dressler',
			company: 'Dressler & Sons Tool',
			title: 'Owner',
			tags: ['tooling'],
			closeness: 'friend'
		},
		city: 'Rockford, IL',
		closer: [
			[820, 'customer'],
			[160, 'friend']
		],
		likes: [
			['interest', 'old cars'],
			['preference', 'Paper, not screens'],
			['aspiration', 'To see Wade run it']
		],
		circle: [
			{ relation: 'spouse', name: 'Carol', about: 'Keeps the books' },
			{ relation: 'child', name: 'Wade', about: 'Will take over' },
			{
				relation: 'other',
				name: 'Josie',
				turns: [21, 4],
				about: 'Granddaughter'
			}
		],
		moments: [
			{ kind: 'founding-day', in: 11, count: 60, label: 'The shop turns sixty', post: true }
		],
		facts: [
			[47, 'A 1956 F-100, one bolt a week'],
			[56, 'Hand the shop to Wade'],
			[12, 'Two years in the Navy, boilers'],
			[50, 'A 1956 F-100, blue'],
			[34, 'The Elks, Thursdays'],
			[38, 'The brother who left the firm']
		],
		plans: [
			{
				in: 1,
				time: '14:00',
				kind: 'visit',
				purpose: 'just-talked',
				opener: 'See the new line run. Bring nothing.'
			}
		],
		happened: [
			{
				ago: 20,
				talked: 'call',
				note: 'The new line runs and he wants it seen. Carol says come hungry.',
				given: ['help', 'A door handle for the F-100']
			},
			{ ago: 41, business: 'visit' },
			{
				ago: 75,
				talked: 'meal',
				note: 'Carol’s pot roast. Wade does the numbers now. Nobody said “retire”.',
				received: ['technology-lesson', 'How to hear a worn spindle']
			}
		]
	},
	{
		person: {
			name: 'Meera Krishnan',
			company: 'Calloway Dairy',
			title: 'Quality director',
			tags: ['dairy']
		},
		city: 'Madison, WI',
		talk: 0.05,
		circle: [{ relation: 'pet', name: 'Idli', about: 'A beagle' }],
		moments: [{ kind: 'trip', in: 19, label: 'A week in a cabin', once: true }],
		there: 4,
		worked: [['Palni Foods', 'Quality engineer', 9, 4]],
		likes: [['interest', 'cabins']],
		facts: [[48, 'Cabins with no signal']],
		happened: [
			{
				ago: 6,
				business: 'call',
				note: 'Certificates again. At the end she asked whether I know a cabin that takes dogs. I was in a hurry.',
				promises: [{ text: 'Ask my sister which cabins on the North Shore take dogs', due: -2 }]
			},
			{ ago: 15, asked: 'email' },
			{ ago: 26, asked: 'meeting', thanks: 'waved-off' },
			{ ago: 43, business: 'call' },
			{ ago: 59, asked: 'video' },
			{
				ago: 97,
				talked: 'call',
				note: 'She told me of her first winter here, and the neighbour who cleared her steps until April.'
			}
		]
	},
	{
		person: {
			name: 'Aksel Nygaard',
			company: 'Stillwater Brewing',
			title: 'Head brewer',
			tags: ['brewery', 'friend'],
			texting: 'we-text',
			closeness: 'friend'
		},
		city: 'Milwaukee, WI',
		talk: 0.6,
		circle: [
			{ relation: 'child', name: 'Liv', turns: [2, 6], about: 'Wants a workbench' },
			{ relation: 'spouse', name: 'Rosa', about: 'Cellist' }
		],
		closer: [[505, 'friend']],
		likes: [
			['interest', 'boats'],
			['interest', 'woodwork']
		],
		moments: [{ kind: 'birthday', in: 47, count: 41 }],
		facts: [
			[47, 'Builds kayaks in the grain loft'],
			[51, 'Wood, and what it does wet'],
			['Coffee', 'Black']
		],
		plans: [{ in: 2, kind: 'text', purpose: 'just-talked', opener: 'Liv is six!' }],
		happened: [
			{
				ago: 9,
				talked: 'text',
				note: 'Liv wants a real workbench. He planes the legs at night so she does not hear.'
			},
			{
				ago: 25,
				business: 'visit',
				note: 'Filler head 7 drips. Changed it while he told me about the porter.',
				received: ['competitor-insight', 'Others quote valves at twelve weeks']
			},
			{
				ago: 33,
				talked: 'event',
				note: 'Rosa’s quartet in the malt house. Liv turned the pages.'
			},
			{
				ago: 54,
				talked: 'gift',
				left: true,
				given: ['gift', 'A spokeshave']
			}
		]
	},
	{
		person: {
			name: 'Inés Carrasco Vidal',
			company: 'Carrasco Olive Oil',
			title: 'Owner',
			tags: ['family-firm', 'food']
		},
		city: 'Fresno, CA',
		talk: 0.2,
		circle: [
			{ relation: 'spouse', name: 'Mateo' },
			{ relation: 'parent', name: 'Don Ramón', about: 'Tastes every pressing' },
			{ relation: 'child', name: 'Pilar', age: 19, about: 'Studies wine, of all things' }
		],
		moments: [
			{ kind: 'birthday', in: 23, count: 52, post: true },
			{ kind: 'wedding', in: 201 }
		],
		facts: [[45, 'Bread, oil, salt']],
		happened: [
			{
				ago: 11,
				business: 'call',
				note: 'Harvest to the end of the month. The decanter holds.'
			},
			{
				ago: 41,
				talked: 'call',
				note: 'Pilar came home for the picking and argues with Don Ramón about filters. Inés enjoys it.',
				promises: [{ text: 'Send Pilar the winery’s address', due: -20, kept: -24 }]
			},
			{ ago: 77, asked: 'meeting' }
		]
	},
	{
		person: {
			name: 'Mei-Hua Lin',
			company: 'Lin Ceramics',
			title: 'Operations manager',
			tags: ['ceramics']
		},
		city: 'East Liverpool, OH',
		circle: [{ relation: 'child', name: 'Theo', age: 12, about: 'Trombone, loud' }],
		moments: [
			{ kind: 'go-live', in: 5, label: 'Kiln 2 goes live', once: true },
			{ kind: 'birthday', in: 170 }
		],
		likes: [['interest', 'ceramics']],
		facts: [[47, 'Restores cracked bowls with gold']],
		happened: [
			{
				ago: 14,
				business: 'email',
				note: 'Kiln 2 goes live on {5}.'
			},
			{
				ago: 52,
				talked: 'visit',
				note: 'Came for the kiln, stayed for the bowls. Theo has a solo in the winter concert.',
				facts: [[19, 'Theo’s trombone']]
			}
		]
	},
	{
		person: {
			name: 'Matthias Vogel',
			company: 'Vogel Packaging',
			title: 'Purchasing',
			tags: ['packaging']
		},
		city: 'Cincinnati, OH',
		pace: 0.12,
		talk: 0,
		happened: [
			{
				ago: 31,
				asked: 'meeting',
				note: 'Polite, brief, looks at the clock. A sailing boat on the sill, and I did not ask.',
				facts: [[22, 'A photo of a sailing boat']]
			},
			{ ago: 80, business: 'email' }
		]
	},
	{
		person: {
			name: 'Frank Delorme',
			tags: ['friend', 'retired'],
			texting: 'we-text',
			closeness: 'friend',
			cadence: 60
		},
		city: 'Baton Rouge, LA',
		talk: 0.7,
		circle: [{ relation: 'spouse', name: 'Odette', about: 'Wins at cards' }],
		moments: [{ kind: 'wedding', in: 96, count: 40 }],
		worked: [['Bayou Refining', 'Maintenance director', 31, 0]],
		closer: [
			[1000, 'customer'],
			[130, 'friend']
		],
		likes: [['interest', 'camping']],
		facts: [[48, 'The camper, west, no plan']],
		happened: [
			{
				ago: 34,
				talked: 'message',
				note: 'From Utah: Odette has won the last cookies three nights running.'
			},
			{
				ago: 130,
				talked: 'event',
				note: 'His last day. A cake in the shape of a centrifuge.'
			}
		]
	}
];

/** Why the tenth gave up the tenth place. */
export const leftTheTen = 'Retired. Still a friend.';
