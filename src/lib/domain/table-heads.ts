// The words columns are called by, English and German, and what belongs under them.
import { fold } from './fold';
import { addressPlaces, type ColumnPlace, type TablePlace } from './table-place';

/** No column has a head like a letter. */
const LONG = 100;
/** Google's way: "E-mail 1 - Value". */
const NUMBERED = /^(.+?) (\d+) - (.+)$/;
const LABELS = /^(label|type|service)$/;

/** In this order, on words without accents, case and signs. */
const words: readonly (readonly [RegExp, TablePlace])[] = [
	[/^(name|(full|display|contact) name|contact|person|kontakt|kontaktname|anzeigename)$/, 'name'],
	[/^(vollstandiger name|ansprechpartner(in)?|customer|client|kunde|kundin|who)$/, 'name'],
	[/^((first|given) ?names?|forename|vornamen?|rufname)$/, 'given'],
	[/^((last|family|sur) ?name|nachname|familienname|zuname)$/, 'family'],
	[/^((middle|additional) ?(names?|initial)|(zweiter|weitere[rn]?) vornamen?)$/, 'middle'],
	[/^((name )?prefix|salutation|anrede|titel|akademischer titel)$/, 'prefix'],
	[/^((name )?suffix|namenszusatz)$/, 'suffix'],
	[/^(nick ?name|spitzname|goes by)$/, 'nickname'],
	[/^(company|organi[sz]ation|employer|account|business)( name)?$/, 'company'],
	[/^(firma|firmenname|unternehmen|arbeitgeber|betrieb)$/, 'company'],
	[/^((job|organi[sz]ation) ?title|title|position|role|job|occupation|profession)$/, 'title'],
	[/^(funktion|stelle|stellung|beruf|berufsbezeichnung|jobtitel|rolle)$/, 'title'],
	[/\be ?mail.*\b(type|typ|display name|angezeigter name|anzeigename|opt)\b/, 'left-out'],
	[/\be ?mail|^mail$/, 'email'],
	[/free ?busy|phonetic|yomi/, 'line'],
	[/phone|telef|^tel\b|\bmobil|\bcell\b|\bhandy|\bfax|\bpager|rufnummer|\btelex/, 'phone'],
	[/\b(isdn|callback|ttytdd|tty tdd)\b|durchwahl/, 'phone'],
	[/web ?(page|site|seite)|homepage|\burl\b|linkedin|\bxing\b|\bwww\b|^internet(seite)?$/, 'link'],
	[/^(twitter|facebook|instagram|(.* )?profile?|link)$/, 'link'],
	[/\b(country|land|staat)\b/, 'country'],
	[/\b(zip|postal ?code|post ?code|plz|postleitzahl)\b/, 'postcode'],
	[/\b(street|strasse|po box|postfach)\b|strasse$/, 'street'],
	[/\b(city|town|ort|wohnort|stadt)$/, 'city'],
	[/\b(state|region|province|county|bundesland|kanton)$/, 'region'],
	[/\b(address|anschrift|adresse)( line)?( [123])?$/, 'address'],
	[/^(tags?|labels?|categor(y|ies)|groups?|group membership|lists?)$/, 'tags'],
	[/^(kategorien?|gruppen?|schlagwort(e|er)?|stichworte|etiketten)$/, 'tags'],
	[/^(notes?|comments?|remarks?|description|background|memo)$/, 'note'],
	[/^(bemerkung(en)?|notiz(en)?|kommentare?|anmerkung(en)?|beschreibung)$/, 'note'],
	[/^(birth ?day|b day|birth ?date|date of birth|dob|born)$/, 'birthday'],
	[/^(geburtstag|geburtsdatum|geb ?datum|geb|geboren( am)?)$/, 'birthday'],
	[/^((wedding )?anniversary|wedding( day| date)?|hochzeitstag|hochzeit|jahrestag)$/, 'wedding'],
	[/^(spouses?|partner|wife|husband|significant other)( name)?$/, 'spouse'],
	[/^(ehe)?partner(in)?$|^ehe(gatte|gattin|frau|mann)$/, 'spouse'],
	[/^(child(ren)?s?|kids?|kind|kinder)( names?)?$/, 'child'],
	[/^assistants?( name)?$|^(name )?assistent(in)?$/, 'assistant'],
	[/^(managers?|boss|supervisor)( name)?$|^(name des |name )?vorgesetzte[rn]?$/, 'manager'],
	[/^(referred by|introduced by|empfohlen von)$/, 'relative'],
	[/^(id|uid|uuid|guid|photo|picture|foto|bild|avatar)$/, 'left-out'],
	[
		/ id$|^(department|abteilung|hobb(y|ies)|hobbys|gender|geschlecht|status|source|quelle)$/,
		'line'
	]
];

/** Google's numbered columns by their first and last part. */
const numbered: readonly (readonly [RegExp, RegExp, TablePlace])[] = [
	[/^e mail$/, /^(value|address)$/, 'email'],
	[/^phone$/, /^(value|number)$/, 'phone'],
	[/^website$/, /^value$/, 'link'],
	[/^event$/, /^value$/, 'day'],
	[/^relation$/, /^value$/, 'relative'],
	[/^organi[sz]ation$/, /^name$/, 'company'],
	[/^organi[sz]ation$/, /^title$/, 'title'],
	[/^address$/, /^formatted$/, 'address'],
	[/^address$/, /^(street|extended address|po box)$/, 'street'],
	[/^address$/, /^city$/, 'city'],
	[/^address$/, /^region$/, 'region'],
	[/^address$/, /^(postal code|post code)$/, 'postcode'],
	[/^address$/, /^country$/, 'country']
];

const labels: readonly (readonly [RegExp, string])[] = [
	[/\b(mobile?|cell|handy|mobil\w*)\b/, 'mobile'],
	[/\b(business|work|office|gesch\w*|dienst\w*|buro|firma)\b/, 'work'],
	[/\b(home|privat|private|personal)\b/, 'home'],
	[/\bassistants?\b/, 'assistant'],
	[/\b(company )?main\b|zentrale/, 'main'],
	[/\bcar\b/, 'car'],
	[/\bprimary\b/, 'primary']
];

const LABELLED: ReadonlySet<TablePlace> = new Set(['phone', 'email', 'link']);

/** What belongs under a head, or undefined where its words are not known. */
export function placeOfHead(head: string): ColumnPlace | undefined {
	if (head.length > LONG) return undefined;
	const parts = NUMBERED.exec(head.trim());
	if (parts) return placeOfNumbered(plain(parts[1] ?? ''), parts[2] ?? '', plain(parts[3] ?? ''));
	const text = plain(head);
	const place = words.find(([pattern]) => pattern.test(text))?.[1];
	if (place === undefined) return undefined;
	const label = labelOfHead(text);
	if (addressPlaces.has(place)) {
		return {
			place,
			group: label === undefined ? 'address' : `address ${label}`,
			...(label === undefined ? {} : { label })
		};
	}
	if (place === 'relative') return { place, label: 'referred by' };
	return LABELLED.has(place) && label !== undefined ? { place, label } : { place };
}

/** What a value under a head is called: "work fax", "mobile", "LinkedIn". */
export function labelOfHead(text: string): string | undefined {
	if (/linkedin/.test(text)) return 'LinkedIn';
	const where = labels.find(([pattern]) => pattern.test(text))?.[1];
	const kind = /\bfax\b/.test(text) ? 'fax' : /\bpager\b/.test(text) ? 'pager' : undefined;
	return [where, kind].filter((word) => word !== undefined).join(' ') || undefined;
}

function placeOfNumbered(what: string, number: string, part: string): ColumnPlace {
	const group = `${what} ${number}`;
	// The kind of an organization says nothing of its department.
	const hasOwn = /^organi[sz]ation$/.test(what);
	if (LABELS.test(part)) return hasOwn ? { place: 'left-out' } : { place: 'label', group };
	const place = numbered.find(([first, last]) => first.test(what) && last.test(part))?.[2];
	return { place: place ?? 'line', group };
}

/** Words apart, without signs: "E-Mail_privat" and "firstName" too. */
function plain(head: string): string {
	return fold(head.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
