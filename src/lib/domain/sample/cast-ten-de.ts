// The ten closest of the German sample book: nine seated in the Top Ten and one who has left it. Data, hence long.
import type { CastMember } from './cast-member';

export const ten: readonly CastMember[] = [
	{
		person: {
			name: 'Nora Lindqvist',
			company: 'Hafenmühle Feinkost',
			title: 'Werksleiterin',
			tags: ['Freunde', 'Lebensmittel'],
			about: 'Geht nach vier ans Telefon, vorher nie.',
			texting: 'we-text',
			closeness: 'friend'
		},
		city: 'Bremerhaven',
		worked: [
			['Fleischwaren Elbmarsch', 'Schichtführerin', 14, 9],
			['Wesermünder Fisch', 'An der Linie', 18, 14]
		],
		closer: [
			[900, 'customer'],
			[310, 'friend']
		],
		likes: [
			['interest', 'Klettern'],
			['interest', 'Polargeschichte'],
			['preference', 'Erst schreiben, dann anrufen'],
			['challenge', 'Niemand will die Nachtschicht']
		],
		circle: [
			{
				relation: 'child',
				name: 'Oskar',
				age: 9,
				about: 'Vulkane'
			},
			{ relation: 'child', name: 'Maja', turns: [131, 7] },
			{ relation: 'spouse', name: 'Tom', about: 'Lehrer für Chemie' },
			{ relation: 'pet', name: 'Pixel', about: 'Ein Border Collie' },
			{ relation: 'boss', name: 'Marisol Ortega', self: 'Marisol Ortega' }
		],
		moments: [
			{ kind: 'birthday', in: 142 },
			{ kind: 'work-anniversary', in: 74, count: 9 }
		],
		facts: [
			[38, 'Die Gespräche mit Alder'],
			[5, 'In Kiruna geboren, mit vier hergezogen'],
			[7, 'Lebensmitteltechnik in Bremerhaven, abends'],
			[23, 'Der Stammtisch „Frauen im Werk“'],
			[30, 'Zwei Werke, eine Arbeitsweise'],
			[41, 'Gar nichts, seit 2019'],
			[44, 'Das Fischlokal an der Brücke'],
			[51, 'Alles, nur nicht das Werk'],
			[55, 'Drei Jahre ohne Unfall'],
			[47, 'Klettert; liest über die Pole'],
			[31, 'Durch das Audit kommen']
		],
		plans: [
			{
				in: 0,
				time: '10:30',
				kind: 'call',
				purpose: 'just-talked',
				opener: 'Ist Oskars Vulkan ausgebrochen?'
			}
		],
		happened: [
			{
				ago: 12,
				talked: 'call',
				note: 'Oskar baut einen Vulkan für das Schulfest am {-4}. „Bete für meine Küche.“ Ihre Eltern kommen am {6}, zum ersten Mal seit dem Umzug.',
				moments: [
					{ kind: 'other', in: -4, label: 'Oskars Schulfest', once: true },
					{ kind: 'trip', in: 6, label: 'Ihre Eltern kommen zu Besuch', once: true }
				],
				promises: [{ text: 'Für Oskar den Seilladen in Hannover heraussuchen', due: 8 }]
			},
			{
				ago: 22,
				business: 'visit',
				note: 'Dichtungen gut, Schutzhauben klappern. Sie braucht den Auditbericht in zwei Wochen.'
			},
			{
				ago: 36,
				talked: 'text',
				given: ['article', 'Kaltstarts, und wie es weniger werden'],
				note: 'Als Antwort kam ein Foto: Pixel schläft auf einer Palette.'
			},
			{ ago: 48, business: 'call', left: true },
			{
				ago: 64,
				talked: 'meal',
				note: 'Fischessen an der Brücke. Im Frühjahr will sie eine Schicht weniger, und wieder schlafen. Tom hat ein Baumhaus gebaut.',
				received: ['warning', 'Linie 4 steht im März'],
				owner: 'mine',
				facts: [[31, 'Eine Schicht weniger ab dem Frühjahr']]
			},
			{
				ago: 88,
				asked: 'call',
				received: ['referral', 'Hat Yusuf Demir zu mir geschickt']
			},
			{ ago: 150, given: ['introduction', 'Ellen'] }
		]
	},
	{
		person: {
			name: 'Kwabena Asante',
			company: 'Kühlhaus Möweneck',
			title: 'Leiter der Instandhaltung',
			tags: ['Freunde', 'Logistik'],
			texting: 'we-text',
			closeness: 'friend'
		},
		city: 'Kiel',
		circle: [
			{ relation: 'spouse', name: 'Efua', about: 'Hebamme' },
			{ relation: 'child', name: 'Kofi', turns: [58, 5] },
			{
				relation: 'child',
				name: 'Ama',
				turns: [58, 5],
				about: 'Kofis Zwillingsschwester'
			}
		],
		moments: [{ kind: 'wedding', in: 33, count: 10, post: true }],
		there: 6,
		worked: [['Deltafracht', 'Schlosser', 12, 6]],
		closer: [
			[640, 'customer'],
			[410, 'colleague'],
			[95, 'friend']
		],
		likes: [
			['interest', 'Gospelchöre'],
			['goal', 'Ein Haus mit Garten']
		],
		facts: [
			[45, 'Erdnusssuppe, scharf'],
			[8, 'Landessieger der Schlosser, 2011'],
			[36, 'Kocht für das Gemeindefest'],
			[55, 'Hat drei Schwestern durchs Studium gebracht']
		],
		plans: [
			{
				in: 18,
				time: '09:00',
				kind: 'call',
				purpose: 'just-talked',
				opener: 'Wie schlafen die Zwillinge?'
			}
		],
		happened: [
			{
				ago: 0,
				talked: 'meal',
				thanks: 'owed',
				note: 'Frühstück hinter dem Depot. Efua hat wieder Nachtdienst, die Zwillinge haben die Trommel gefunden. Er sieht sich ein Haus mit Garten an.',
				facts: [[57, 'Ein Haus mit Garten noch vor dem Sommer']]
			},
			{
				ago: 17,
				business: 'call',
				note: 'Tor 6 friert wieder zu. Zeichnung der Heizung geschickt.',
				owner: 'employer'
			},
			{
				ago: 29,
				talked: 'text',
				note: 'Ama hat sich einen Zahn gezogen, mit Tür und Bindfaden.'
			},
			{
				ago: 71,
				talked: 'event',
				note: 'Gemeindefest. Efua hat mich an die Teller gestellt.',
				received: ['introduction', 'Sein Vetter am Hafen']
			}
		]
	},
	{
		person: {
			name: 'Zofia Wrzesińska',
			company: 'Kiefernhang Papier',
			title: 'Leiterin der Instandhaltung',
			tags: ['Papier'],
			texting: 'they-texted'
		},
		city: 'Düren',
		pace: 1.6,
		talk: 0.12,
		circle: [
			{ relation: 'parent', name: 'Halina', about: 'Ihre Mutter' },
			{ relation: 'child', name: 'Janek', age: 16, about: 'Macht den Führerschein' }
		],
		moments: [{ kind: 'birthday', in: 88 }],
		likes: [['interest', 'Bienen']],
		facts: [
			[47, 'Elf Bienenstöcke hinter der Garage'],
			[31, 'Die Presse über den Winter bringen'],
			[64, 'Weniger Nächte in Bereitschaft']
		],
		promises: [{ text: 'Zeichnung vom neuen Lagersitz schicken', due: 0 }],
		plans: [
			{ in: 4, kind: 'call', purpose: 'just-talked', opener: 'Sind die Bienenstöcke winterfest?' }
		],
		happened: [
			{
				ago: 5,
				business: 'email',
				note: 'Sie braucht die Zeichnung, bevor sie die Presse öffnen.'
			},
			{ ago: 19, asked: 'call' },
			{
				ago: 27,
				business: 'visit',
				with: 'Ruben Adler',
				note: 'Vier Stunden mit ihr und Ruben unter der Presse. Beide Dichtungen gewechselt.'
			},
			{
				ago: 38,
				talked: 'call',
				note: 'Janek hat die Theorie bestanden. Halina geht wieder bis zum Briefkasten. Vierzig Gläser Honig.',
				received: ['favour', 'Ein Glas Honig']
			},
			{ ago: 44, asked: 'meeting' },
			{ ago: 60, business: 'call' }
		]
	},
	{
		person: {
			name: 'Heinz Dressler',
			company: 'Dressler & Söhne Werkzeuge',
			title: 'Inhaber',
			tags: ['Werkzeugbau'],
			closeness: 'friend'
		},
		city: 'Remscheid',
		closer: [
			[820, 'customer'],
			[160, 'friend']
		],
		likes: [
			['interest', 'alte Autos'],
			['preference', 'Papier statt Bildschirm'],
			['aspiration', 'Sven die Firma führen sehen']
		],
		circle: [
			{ relation: 'spouse', name: 'Karin', about: 'Macht die Bücher' },
			{ relation: 'child', name: 'Sven', about: 'Übernimmt einmal' },
			{
				relation: 'other',
				name: 'Josi',
				turns: [21, 4],
				about: 'Enkelin'
			}
		],
		moments: [
			{ kind: 'founding-day', in: 11, count: 60, label: 'Der Betrieb wird sechzig', post: true }
		],
		facts: [
			[47, 'Ein Opel Kapitän von 1956, jede Woche eine Schraube'],
			[56, 'Den Betrieb an Sven übergeben'],
			[12, 'Zwei Jahre Marine, Kesselraum'],
			[50, 'Ein Opel Kapitän von 1956, blau'],
			[34, 'Der Kegelclub, donnerstags'],
			[38, 'Der Bruder, der die Firma verlassen hat']
		],
		plans: [
			{
				in: 1,
				time: '14:00',
				kind: 'visit',
				purpose: 'just-talked',
				opener: 'Die neue Linie laufen sehen. Nichts mitbringen.'
			}
		],
		happened: [
			{
				ago: 20,
				talked: 'call',
				note: 'Die neue Linie läuft, und er will sie zeigen. Karin sagt: hungrig kommen.',
				given: ['help', 'Ein Türgriff für den Kapitän']
			},
			{ ago: 41, business: 'visit' },
			{
				ago: 75,
				talked: 'meal',
				note: 'Karins Schmorbraten. Die Zahlen macht jetzt Sven. Niemand hat „Ruhestand“ gesagt.',
				received: ['technology-lesson', 'Wie eine verschlissene Spindel klingt']
			}
		]
	},
	{
		person: {
			name: 'Meera Krishnan',
			company: 'Molkerei Kallweit',
			title: 'Leiterin Qualität',
			tags: ['Molkerei']
		},
		city: 'Kempten',
		talk: 0.05,
		circle: [{ relation: 'pet', name: 'Idli', about: 'Ein Beagle' }],
		moments: [{ kind: 'trip', in: 19, label: 'Eine Woche auf der Hütte', once: true }],
		there: 4,
		worked: [['Palni Foods', 'Qualitätsingenieurin', 9, 4]],
		likes: [['interest', 'Hütten']],
		facts: [[48, 'Hütten ohne Empfang']],
		happened: [
			{
				ago: 6,
				business: 'call',
				note: 'Wieder Zertifikate. Am Ende fragte sie, ob ich eine Hütte kenne, auf die Hunde dürfen. Ich war in Eile.',
				promises: [
					{ text: 'Meine Schwester fragen, auf welche Hütten im Allgäu Hunde dürfen', due: -2 }
				]
			},
			{ ago: 15, asked: 'email' },
			{ ago: 26, asked: 'meeting', thanks: 'waved-off' },
			{ ago: 43, business: 'call' },
			{ ago: 59, asked: 'video' },
			{
				ago: 97,
				talked: 'call',
				note: 'Sie hat von ihrem ersten Winter hier erzählt, und vom Nachbarn, der ihr bis April die Treppe freigeschaufelt hat.'
			}
		]
	},
	{
		person: {
			name: 'Aksel Nygaard',
			company: 'Brauhaus Stillwasser',
			title: 'Braumeister',
			tags: ['Brauerei', 'Freunde'],
			texting: 'we-text',
			closeness: 'friend'
		},
		city: 'Bamberg',
		talk: 0.6,
		circle: [
			{ relation: 'child', name: 'Liv', turns: [2, 6], about: 'Wünscht sich eine Werkbank' },
			{ relation: 'spouse', name: 'Rosa', about: 'Cellistin' }
		],
		closer: [[505, 'friend']],
		likes: [
			['interest', 'Boote'],
			['interest', 'Holzarbeiten']
		],
		moments: [{ kind: 'birthday', in: 47, count: 41 }],
		facts: [
			[47, 'Baut Kajaks auf dem Malzboden'],
			[51, 'Holz, und was es bei Nässe tut'],
			['Kaffee', 'Schwarz']
		],
		plans: [{ in: 2, kind: 'text', purpose: 'just-talked', opener: 'Liv wird sechs!' }],
		happened: [
			{
				ago: 9,
				talked: 'text',
				note: 'Liv wünscht sich eine richtige Werkbank. Er hobelt die Beine nachts, damit sie nichts hört.'
			},
			{
				ago: 25,
				business: 'visit',
				note: 'Füllkopf 7 tropft. Getauscht, während er vom Porter erzählte.',
				received: ['competitor-insight', 'Andere bieten Ventile mit zwölf Wochen Lieferzeit an']
			},
			{
				ago: 33,
				talked: 'event',
				note: 'Rosas Quartett im Malzhaus. Liv hat umgeblättert.'
			},
			{
				ago: 54,
				talked: 'gift',
				left: true,
				given: ['gift', 'Ein Schweifhobel']
			}
		]
	},
	{
		person: {
			name: 'Inés Carrasco Vidal',
			company: 'Carrasco Olivenöl',
			title: 'Inhaberin',
			tags: ['Familienbetrieb', 'Lebensmittel']
		},
		city: 'Mannheim',
		talk: 0.2,
		circle: [
			{ relation: 'spouse', name: 'Mateo' },
			{ relation: 'parent', name: 'Don Ramón', about: 'Kostet jede Pressung' },
			{ relation: 'child', name: 'Pilar', age: 19, about: 'Studiert ausgerechnet Weinbau' }
		],
		moments: [
			{ kind: 'birthday', in: 23, count: 52, post: true },
			{ kind: 'wedding', in: 201 }
		],
		facts: [[45, 'Brot, Öl, Salz']],
		happened: [
			{
				ago: 11,
				business: 'call',
				note: 'In Spanien wird bis Monatsende geerntet. Der Dekanter hält.'
			},
			{
				ago: 41,
				talked: 'call',
				note: 'Pilar war zur Ernte in Spanien und streitet mit Don Ramón über Filter. Inés hat Spaß daran.',
				promises: [{ text: 'Pilar die Adresse des Weinguts schicken', due: -20, kept: -24 }]
			},
			{ ago: 77, asked: 'meeting' }
		]
	},
	{
		person: {
			name: 'Mei-Hua Lin',
			company: 'Lin Keramik',
			title: 'Betriebsleiterin',
			tags: ['Keramik']
		},
		city: 'Selb',
		circle: [{ relation: 'child', name: 'Theo', age: 12, about: 'Posaune, laut' }],
		moments: [
			{ kind: 'go-live', in: 5, label: 'Ofen 2 geht in Betrieb', once: true },
			{ kind: 'birthday', in: 170 }
		],
		likes: [['interest', 'Keramik']],
		facts: [[47, 'Flickt gesprungene Schalen mit Gold']],
		happened: [
			{
				ago: 14,
				business: 'email',
				note: 'Ofen 2 geht am {5} in Betrieb.'
			},
			{
				ago: 52,
				talked: 'visit',
				note: 'Gekommen wegen des Ofens, geblieben wegen der Schalen. Theo hat ein Solo im Winterkonzert.',
				facts: [[19, 'Theos Posaune']]
			}
		]
	},
	{
		person: {
			name: 'Matthias Vogel',
			company: 'Vogel Verpackungen',
			title: 'Einkauf',
			tags: ['Verpackung']
		},
		city: 'Bielefeld',
		pace: 0.12,
		talk: 0,
		happened: [
			{
				ago: 31,
				asked: 'meeting',
				note: 'Höflich, knapp, schaut auf die Uhr. Ein Segelboot auf der Fensterbank, und ich habe nicht gefragt.',
				facts: [[22, 'Ein Foto von einem Segelboot']]
			},
			{ ago: 80, business: 'email' }
		]
	},
	{
		person: {
			name: 'Frank Delorme',
			tags: ['Freunde', 'Ruhestand'],
			texting: 'we-text',
			closeness: 'friend',
			cadence: 60
		},
		city: 'Saarbrücken',
		talk: 0.7,
		circle: [{ relation: 'spouse', name: 'Odette', about: 'Gewinnt beim Kartenspiel' }],
		moments: [{ kind: 'wedding', in: 96, count: 40 }],
		worked: [['Raffinerie Saartal', 'Leiter der Instandhaltung', 31, 0]],
		closer: [
			[1000, 'customer'],
			[130, 'friend']
		],
		likes: [['interest', 'Camping']],
		facts: [[48, 'Mit dem Wohnmobil nach Westen, ohne Plan']],
		happened: [
			{
				ago: 34,
				talked: 'message',
				note: 'Aus der Bretagne: Odette hat drei Abende hintereinander die letzten Kekse gewonnen.'
			},
			{
				ago: 130,
				talked: 'event',
				note: 'Sein letzter Tag. Ein Kuchen in Form einer Zentrifuge.'
			}
		]
	}
];

/** Why the tenth gave up the tenth place. */
export const leftTheTen = 'Im Ruhestand. Freunde bleiben wir.';
