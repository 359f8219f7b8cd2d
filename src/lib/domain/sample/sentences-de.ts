// What a rep writes down in a hurry, in German. Whoever is named may be a man or a woman, and may end in an s.
import type { Sentences } from './sample-words';

const when = '[am Freitag|am Montag|nächste Woche|nächsten Monat]';
const by = '[bis Freitag|bis Montag|bis Monatsende]';

export const sentences: Sentences = {
	talk: [
		`[Gutes|Langes] Gespräch über [den See|das Haus|alte Autos|den Umzug|den Winter|unsere Väter]. Ohne Anlass.`,
		`{first} [ist zurück|kommt gerade] [vom Bodensee|aus Lissabon|von der Ostsee|aus den Bergen], [allein|mit der halben Familie].`,
		`[Kaffee|Zehn Minuten|Ein Spaziergang], nichts auf dem Tisch. {first} [hat viel gelacht|hat das gebraucht|wollte wissen, wie es mir geht, und hat gewartet].`,
		`{first} hat [mit dem Banjo|mit dem Backen|mit dem Chor|mit dem Laufen] [angefangen|wieder angefangen] und [übt noch|redet von nichts anderem].`,
		`[Eingeschneit|Im Stau|Am Flughafen], also hatten wir Zeit. [Bestes Gespräch der Woche.|Am Ende waren wir bei Rezepten.]`
	],
	kin: {
		child: [
			`{child} [hat einen Zahn verloren|ist in der Mannschaft|hat ${when} Vorspiel|kann jetzt pfeifen].`,
			`Fragen, wie bei {child} [die Prüfung|das Referat|das große Spiel|der Geburtstag] war.`
		],
		spouse: [
			`{spouse} [hat eine neue Stelle|läuft ${when} bei einem Lauf mit|hat Knoblauch gesetzt|ist wieder zu Hause, alles gut].`
		],
		pet: [
			`{pet} [hat eine Socke gefressen|war beim Tierarzt, alles gut|hat das halbe Gespräch durchgebellt].`
		]
	},
	business: [
		`Mit {first} [Linie 2|die Abfüllanlage|die Rampe|Presse 4] durchgesehen. [Dichtungen halten|Lager werden warm|Schutzhauben klappern|Alles ruhig]; ${when} wieder.`,
		`[Lieferung|Kiste] kam [einen Tag zu früh|spät, aber ganz|mit den falschen Dichtungen, mein Fehler]. {first} [hat es mir nicht krummgenommen|hat schon alles am Laufen].`,
		`[Das Audit|Der Stillstand|Die Umrüstung] ist jetzt ${when}. {first} braucht [zwei Leute|die Zeichnung|mich um sechs vor Ort].`,
		`[Pumpe 3|Die Presse|Ventil 12] [läuft wieder|steht schon wieder|ist besser als neu]. {first} hatte es zuerst gehört.`
	],
	asked: [
		`Angebot für [die Abfüllanlage|Dichtungen für ein Jahr|die Pumpe] geschickt. {first} [muss oben fragen|sagt ${by} Bescheid].`,
		`Nach [der neuen Linie|dem nächsten Jahr|den alten Pumpen] gefragt. „[Nicht vor der Budgetrunde|Schick mir was Kurzes]“, sagte {first}.`,
		`Sie [haben das andere Angebot genommen|nehmen die kleine Ausführung|haben unterschrieben]. {first} [hat es mir zuerst gesagt|war ehrlich zu mir].`
	],
	leftWord: [
		`[Niemand da|Auf die Mailbox gesprochen]. [Vor acht versuchen|Nach vier versuchen|Lieber schreiben|Noch einmal ${when}].`
	],
	facts: [
		[47, '[Angeln|Nähen|Schach|Alte Radios|Vögel, mit Liste]'],
		[49, '[Fußball im Radio|Handball|Rudern]'],
		[45, '[Maultaschen|Grünkohl|Kuchen, dann Kaffee|Nudeln]'],
		[48, '[Camping|Jeden Juli dieselbe Hütte|Jeden Herbst eine neue Stadt]'],
		[34, '[Im Ruderclub|Ein Lesekreis, der liest]'],
		[7, '[Aachen|Dresden|Im Betrieb gelernt]']
	],
	given: [
		['article', 'Über [Schichtpläne|Leuchttürme]'],
		['introduction', 'Mit jemandem, der die gleiche Abfüllanlage hat'],
		['gift', '[Tomaten|Ein Buch|Gute Handschuhe]']
	],
	received: [
		['information', '[Wer jetzt entscheidet|Bis wann es noch Budget gibt]'],
		['referral', 'Hat mich [im Schwesterwerk|beim Nachbarn] empfohlen'],
		['warning', 'Ein günstigeres Angebot liegt auf dem Tisch'],
		['order', '[Der Ersatzteilsatz|Eine zweite Pumpe]']
	]
};
