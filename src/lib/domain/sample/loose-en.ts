// What lies around in the English sample book without a person.
import type { Loose } from './sample-words';

export const loose: Loose = {
	inbox: [
		[1, 'Green cap at the seminar, runs a cider press near Traverse City. Ask Aksel.'],
		[3, 'Someone said the hospital in Dayton opens its kitchen again. Who was it?'],
		[8, 'Book about bees on London rooftops. For whom?']
	],
	companyNotes: [
		[22, 'Harbor Mill Foods', 'Gate 2 after six. The desk lends no hairnets: bring your own.'],
		[
			27,
			'Pinecrest Paper',
			'The canteen does fish on Fridays; everybody who decides is in it by noon.'
		]
	],
	founded: [
		['Stillwater Brewing', 17, 30],
		['Harbor Mill Foods', 65, 85]
	],
	articles: [
		{
			ago: 8,
			title: 'Who runs the night shift?',
			url: 'https://example.com/night-shift',
			tags: ['food', 'shifts']
		},
		{
			ago: 27,
			title: 'What bees do in winter',
			url: 'https://example.com/winter-bees',
			tags: ['bees', 'hives']
		},
		{
			ago: 3,
			title: 'The ship that waited for the ice',
			url: 'https://example.com/waiting-for-the-ice',
			tags: ['polar history']
		},
		{
			ago: 14,
			title: 'Bending wood without steam',
			url: 'https://example.com/bending-wood',
			tags: ['boats', 'woodwork']
		},
		{
			ago: 19,
			title: 'What a cracked bowl is worth',
			text: '“The gold does not hide the crack. It says where the bowl has been.”',
			tags: ['ceramics']
		},
		{
			ago: 41,
			title: 'Cold starts, and how to have fewer',
			url: 'https://example.com/cold-starts',
			tags: ['shifts']
		}
	]
};
