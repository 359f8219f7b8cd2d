// What lies around in the German sample book without a person.
import type { Loose } from './sample-words';

export const loose: Loose = {
	inbox: [
		[1, 'Grüne Mütze beim Seminar, hat eine Mosterei am Bodensee. Aksel fragen.'],
		[3, 'Jemand sagte, die Klinik in Fulda macht ihre Küche wieder auf. Wer war das?'],
		[8, 'Buch über Bienen auf Berliner Dächern. Für wen?']
	],
	companyNotes: [
		[
			22,
			'Hafenmühle Feinkost',
			'Nach sechs Tor 2. Haarnetze verleiht der Empfang nicht: eigene mitbringen.'
		],
		[
			27,
			'Kiefernhang Papier',
			'Freitags gibt es in der Kantine Fisch; wer etwas entscheidet, sitzt um zwölf dort.'
		]
	],
	founded: [
		['Brauhaus Stillwasser', 17, 30],
		['Hafenmühle Feinkost', 65, 85]
	],
	articles: [
		{
			ago: 8,
			title: 'Wer leitet die Nachtschicht?',
			url: 'https://example.com/night-shift',
			tags: ['Lebensmittel', 'Schichten']
		},
		{
			ago: 27,
			title: 'Was Bienen im Winter tun',
			url: 'https://example.com/winter-bees',
			tags: ['Bienen', 'Bienenstöcke']
		},
		{
			ago: 3,
			title: 'Das Schiff, das auf das Eis wartete',
			url: 'https://example.com/waiting-for-the-ice',
			tags: ['Polargeschichte']
		},
		{
			ago: 14,
			title: 'Holz biegen ohne Dampf',
			url: 'https://example.com/bending-wood',
			tags: ['Boote', 'Holzarbeiten']
		},
		{
			ago: 19,
			title: 'Was eine gesprungene Schale wert ist',
			text: '„Das Gold versteckt den Sprung nicht. Es sagt, wo die Schale gewesen ist.“',
			tags: ['Keramik']
		},
		{
			ago: 41,
			title: 'Kaltstarts, und wie es weniger werden',
			url: 'https://example.com/cold-starts',
			tags: ['Schichten']
		}
	]
};
