// Twelve more people of the German sample book, written by hand. Data, hence long.
import type { CastMember } from './cast-member';

export const others: readonly CastMember[] = [
	{
		person: {
			name: 'Grace Tanabe',
			company: 'Mühlbach Labor',
			title: 'Laborleiterin',
			tags: ['Freunde', 'Labor'],
			texting: 'we-text',
			closeness: 'friend'
		},
		city: 'Göttingen',
		circle: [{ relation: 'pet', name: 'Keks', about: 'Ein alter Spaniel' }],
		facts: [[47, 'Kreuzworträtsel, mit Tinte']],
		happened: [
			{
				ago: 13,
				talked: 'call',
				note: 'Keks, der alte Spaniel, bekommt am {-1} die Hüfte gemacht. Sie hat eine Rampe für die Treppe gekauft.',
				moments: [{ kind: 'surgery', in: -1, label: 'Hüftoperation von Keks', once: true }]
			},
			{ ago: 70, business: 'visit' }
		]
	},
	{
		person: {
			name: 'Marisol Ortega',
			company: 'Hafenmühle Feinkost',
			title: 'Betriebsleiterin',
			tags: ['Lebensmittel']
		},
		city: 'Bremen',
		introducedBy: 'Nora Lindqvist',
		happened: [
			{
				ago: 46,
				asked: 'meeting',
				with: 'Nora Lindqvist',
				note: 'Das meiste hat Nora für mich verkauft.',
				received: ['favour', 'Nora hat für uns gesprochen']
			}
		]
	},
	{
		person: {
			name: 'Rosalind Achebe',
			company: 'Klinikum St. Brigitten',
			title: 'Leiterin Haustechnik',
			tags: ['Klinik'],
			texting: 'they-texted'
		},
		city: 'Münster',
		circle: [
			{ relation: 'spouse', name: 'Emeka' },
			{ relation: 'child', name: 'Zuri', turns: [9, 16], about: 'Ficht Degen' }
		],
		likes: [['challenge', 'Fahrer für die Mantelsammlung']],
		facts: [[36, 'Die Mantelsammlung']],
		happened: [
			{
				ago: 1,
				business: 'visit',
				thanks: 'owed',
				note: 'Ihr neuer Heizraum; sie kennt jedes Ventil mit Namen. Die Mantelsammlung braucht am {8} Fahrer.',
				promises: [{ text: 'Rosalind sagen, ob ich fahren kann', due: 3 }]
			},
			{
				ago: 66,
				talked: 'call',
				note: 'Zuri wurde Dritte bei der Landesmeisterschaft und ist wütend.'
			}
		]
	},
	{
		person: {
			name: 'Henriette Boll-Lewis',
			company: 'Klinikum Dreiflüsse',
			title: 'Leiterin Einkauf',
			tags: ['Klinik']
		},
		city: 'Passau',
		moments: [{ kind: 'work-anniversary', in: 12, count: 20 }],
		happened: [
			{ ago: 24, business: 'call', left: true },
			{
				ago: 118,
				business: 'call',
				note: 'Die Ausschreibung liegt nicht mehr bei ihr. Fährt zum Wandern nach Skye, allein, mit Absicht.',
				facts: [[48, 'Wandern, allein']]
			}
		]
	},
	{
		person: {
			name: 'Tadeo Quispe',
			company: 'Hochtal Mühlen',
			title: 'Planer Instandhaltung',
			tags: ['Lebensmittel', 'Mühle'],
			texting: 'we-text'
		},
		city: 'Regensburg',
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
				note: 'Killas Festkleid hat die Farbe der Brandschutztüren in der Mühle. Er hat es nicht gesagt.'
			}
		]
	},
	{
		person: {
			name: 'Yusuf Demir',
			company: 'Bäckerei Demir',
			title: 'Inhaber',
			tags: ['Bäckerei', 'Familienbetrieb']
		},
		city: 'Duisburg',
		worked: [['Goldkruste', 'Bäcker, nachts', 20, 11]],
		there: 11,
		introducedBy: 'Nora Lindqvist',
		circle: [{ relation: 'spouse', name: 'Leyla' }],
		moments: [{ kind: 'wedding', in: 13, count: 25, post: true }],
		facts: [[59, 'Nora gegenüber, und deshalb auch mir']],
		happened: [
			{
				ago: 30,
				business: 'visit',
				note: 'Vier Uhr früh. Leyla hat mir in jede Tasche einen Simit gesteckt.',
				received: ['order', 'Ofendichtungen für ein Jahr']
			}
		]
	},
	{
		person: {
			name: 'Siobhán Keane',
			company: 'Käserei Keane',
			title: 'Käserin',
			tags: ['Molkerei'],
			texting: 'we-text'
		},
		city: 'Isny',
		circle: [{ relation: 'child', name: 'Nuala', age: 8 }],
		happened: [
			{
				ago: 49,
				talked: 'call',
				note: 'Nuala nennt die neuen Ziegen nach Ersatzteilen. Ihr Liebling heißt Dichtung.'
			}
		]
	},
	{
		person: {
			name: 'Petr Novotný',
			company: 'Brauerei Steinbruch',
			title: 'Verfahrensingenieur',
			tags: ['Brauerei']
		},
		city: 'Pilsach',
		introducedBy: 'Aksel Nygaard',
		facts: [[49, 'Eishockey, im Tor']],
		happened: [
			{
				ago: 57,
				business: 'video',
				note: 'Knie bandagiert. Er sagt Treppe, Aksel sagt Schlagschuss.'
			}
		]
	},
	{
		person: {
			name: 'Amara Nwosu',
			company: 'Kinderklinik Seeblick',
			title: 'Leiterin Sterilgut',
			tags: ['Klinik']
		},
		city: 'Konstanz',
		facts: [[40, 'Verträgt keine Nüsse']],
		happened: [
			{
				ago: 61,
				business: 'meeting',
				note: 'Sie hat unsere Anleitung korrigiert, und sie hat recht.',
				received: ['technology-lesson', 'Warum zuletzt kalt gespült wird']
			}
		]
	},
	{
		person: {
			name: 'Giulia Ferraro',
			company: 'Glockenhof Pasta',
			title: 'Linienführerin',
			tags: ['Lebensmittel']
		},
		city: 'Stuttgart',
		introducedBy: 'Yusuf Demir',
		circle: [{ relation: 'spouse', name: 'Dee', about: 'Bei der Feuerwehr' }],
		happened: [
			{
				ago: 73,
				talked: 'call',
				note: 'Dee ist nach dem Lagerbrand zu Hause, hustet und langweilt sich.'
			}
		]
	},
	{
		person: {
			name: 'Thu Pham',
			company: 'Goldhalm Nudeln',
			title: 'Verpackungsingenieurin',
			tags: ['Lebensmittel', 'Verpackung'],
			texting: 'we-text'
		},
		city: 'Ludwigshafen',
		introducedBy: 'Giulia Ferraro',
		closer: [[70, 'colleague']],
		circle: [{ relation: 'child', name: 'Bao', age: 2 }],
		happened: [
			{
				ago: 39,
				talked: 'text',
				note: 'Die erste Nacht, die Bao durchgeschlafen hat.'
			}
		]
	},
	{
		person: {
			name: 'Ruben Adler',
			company: 'Kiefernhang Papier',
			title: 'Leiter Nachtschicht',
			tags: ['Papier']
		},
		city: 'Düren',
		happened: [
			{
				ago: 104,
				business: 'call',
				note: 'Ruft um elf Uhr nachts an, das ist sein Mittag.'
			}
		]
	}
];
