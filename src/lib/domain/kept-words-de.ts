// Selected words read in German. Every noun has a capital: a name is one that is known, or one that stands right
// behind what somebody is, "ihre Tochter Efua", unless that is a thing.
import type { KeptLanguage } from './kept-language';
import { germanNamesIn, isPlace, nameOf } from './proper-names-de';
import { whole, wholeWords } from './whole-words';

/** "Unser Mann in Wien" is nobody's husband. */
const THEIR = '(?:[Ss]ein|[Ii]hr|[Mm]ein|[Dd]ein|[Ee]ur)';
/** What somebody is, right before a name. */
const SOMEBODY =
	'(?:[Ss]tief|[Ss]chwieger|[Ee]nkel|[Pp]aten)?(?:[Tt]ochter|[Ss]ohn|[Bb]ruder|[Ss]chwester|[Mm]utter|[Vv]ater)|[Kk]ind|[Bb]aby|Junge|[Mm]ädchen|[Ee]hefrau|[Ee]hemann|[Pp]artner(?:in)?|[Vv]erlobte[rn]?|[Hh]und|[Hh]ündin|[Kk]atze|[Kk]ater|[Pp]ferd|[Pp]ony|[Ff]reund(?:in)?|[Nn]achbar(?:in)?|[Kk]olleg(?:e|in)|[Cc]hef(?:in)?|[Aa]ssistent(?:in)?|[Ee]nkel(?:in)?|[Oo]nkel|[Tt]ante|[Cc]ousin(?:e)?|[Nn]effe|[Nn]ichte';
const NAMED = new RegExp(
	`(?<![\\p{L}])(?:(?:${SOMEBODY})|${THEIR}(?:e[rnm]?)? (?:Frau|Mann)),?\\s+(?:(?:Herrn?|Frau|Fr\\.|Hr\\.|Dr\\.|Prof\\.)\\s+)*(\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?(?: \\p{Lu}\\p{Ll}+)?)(?![\\p{L}-])`,
	'gu'
);
/** What stands there as well, and is a thing: "Tochter Abitur", "Sohn Handball". Most endings of nouns tell. */
const THING =
	/(?:ung|heit|keit|schaft|tion|sion|tät|(?<!^Cle)ment|ball|spiel|spiele|kurs|schule|stunde|prüfung|semester|examen|jahr|tag|abend|woche|urlaub|reise|feier|fest|hochzeit|arbeit|arzt|ärztin|lehrer|lehrerin|haus|klasse|praktikum|studium|unterricht|training|turnier|operation|zeit|platz|(?<!^E)stelle|heim|ismus|logie|nomie|wesen|tum)$|^(?:Abi|Abitur|Abschluss|Anfang|April|Architektur|Arzt|Ärztin|August|Auto|Ballett|Bachelor|Basketball|Bein|Bundeswehr|Chemie|Chor|Cello|Demenz|Dezember|Dienst|Diplom|Dr|Einkauf|Ende|Fahrrad|Februar|Fieber|Flöte|Frau|Führerschein|Garten|Geige|Gitarre|Golf|Grippe|Gymnasium|Herrn?|Herzinfarkt|Hockey|Hüfte|Husten|Informatik|Ingenieur|Januar|Juli|Juni|Jura|Judo|Karate|Kindergarten|Kita|Klavier|Knie|Krebs|Kreuzband|Kuchen|Kur|Labor|Lager|Lehramt|Lehre|Lehrer|Lehrling|Mai|März|Master|Mathe|Matura|Medizin|Mitte|Mittwoch|Mutter|Mutterschutz|Nachwuchs|Neue|Neues|November|Nummer|Oktober|Oma|Opa|Ostern|Pfingsten|Physik|Polizist|Prof|Reiten|Rente|Ruhestand|Scharlach|Schach|Schlaganfall|Schlagzeug|Schule|Schwimmen|Segeln|September|Silvester|Ski|Student|Studentin|Stress|Tanzen|Technik|Tennis|Tierarzt|Trompete|Turnen|Uni|Vater|Verkauf|Versand|Vertrieb|Volleyball|Weihnachten|Zahn|Zähne|Zeugnis|Zivi)$/iu;
/** Behind these a family name may stand, behind "Sohn Lukas" anything. */
const BY_BOTH_NAMES = /^(?:chef|kolleg|assistent|nachbar|freund|partner)/i;
/** An age somebody comes to: "wird am 3. Mai 10", and not "wird 10 Seiten lang". */
const TURNS =
	'wird (?:am \\d{1,2}\\.\\s?(?:\\p{L}+|\\d{1,2}\\.)\\s|(?:am|im|heute|morgen|nächste[nrs]?|diese[nrs]?) (?:\\p{L}+ )?)?(\\d{1,3})(?=\\s*(?:\\.?\\s*$|[,;!?)](?!\\d)|und(?!\\p{L})|jahre alt|(?:am|im)(?!\\p{L})))';

export const german: KeptLanguage = {
	relations: [
		[
			'pet',
			wholeWords(
				'hund(?:e[ns]?|s)?|hündin|welpen?|katzen?|kater[sn]?|kätzchen|pferde?[ns]?|ponys?|kaninchen|meerschweinchen|papagei|wellensittich|hamsters?|haustiere?'
			)
		],
		[
			'child',
			wholeWords(
				'(?:stief)?(?:tochter|töchtern?|sohn(?:e?s)?|söhnen?)|kind(?:e?s|ern?)?|mädchens?|babys?|zwillinge?[ns]?|(?<=(?:sein|ihr|mein|unser) )junge|jungs'
			)
		],
		[
			'spouse',
			wholeWords(
				`ehe(?:frau|mann)(?:es)?|gatt(?:e|in)|(?<!geschäfts|unser(?:e[mnrs]?)? )partner(?:in)?|verlobte[rn]?|lebensgefährt(?:e|in|en)|verheiratet mit|(?<=${THEIR}(?:e[rnms]?)? )(?:frau|mann(?:e?s)?)`
			)
		],
		['parent', wholeWords('mutter|mutti|mama|vater[s]?|vati|papa|eltern')],
		['sibling', wholeWords('bruder[s]?|brüdern?|schwestern?|geschwistern?')],
		['assistant', wholeWords('assistent(?:in)?|assistenz|sekretär(?:in)?|sekretariat')],
		[
			'boss',
			wholeWords(
				'chef(?:in)?s?|vorgesetzte[rn]?|geschäftsführer(?:in)?s?|\\p{L}+(?<!beg|halb|blitzab)leiter(?:in)?s?|leiter(?:in)? (?:der|des)'
			)
		],
		['colleague', wholeWords('kolleg(?:en?|in(?:nen)?)|mitarbeiter(?:in)?s?|arbeitet mit')],
		['friend', wholeWords('freund(?:e[ns]?|in(?:nen)?|s)?|kumpels?|nachbar(?:n|in(?:nen)?)?')]
	],
	moments: [
		['birthday', wholeWords(`geburtstag(?:e?s)?|geboren|kam zur welt|${TURNS}`)],
		['wedding', wholeWords('(?:\\p{L}+)?hochzeit(?:stag)?(?:e?s)?(?!s?reise)|heirate[tn]|trauung')],
		[
			'surgery',
			/(?<![\p{L}])(?:\p{L}*(?<![Kk]o-?)[Oo]peration(?:en)?|(?:\p{L}+-)?OP|(?:am|an der|an den|[Ww]ird|[Ww]urde) (?:\p{L}+ ){0,2}operiert|operiert(?=[.!]?\s*$))(?![\p{L}])/u
		],
		[
			'go-live',
			wholeWords(
				'geht .{0,30}live|go-?live|inbetriebnahme|geht .{0,30}in betrieb|produktionsstart|anlauf der (?:neuen )?(?:linie|anlage)'
			)
		],
		[
			'founding-day',
			wholeWords('firmenjubiläum(?:s)?|gründungstag|firmenbestehen|firmengeburtstag|gegründet')
		],
		[
			'work-anniversary',
			wholeWords(
				'(?:dienst|betriebs|arbeits)jubiläum(?:s)?|\\d+ jahre (?:(?:in|bei) der firma|im (?:betrieb|unternehmen))'
			)
		],
		[
			'trip',
			wholeWords(
				'(?:dienst|rund|hochzeits|welt|urlaubs|kur)?reisen?|verreist|urlaub(?:s\\p{L}*)?|ferien|flieg(?:t|en) (?:\\p{L}+ ){0,3}nach|fähr(?:t|en) (?:\\p{L}+ ){0,3}(?:nach(?! (?:hause|de[mnr]|eine[mnr]|zwei|oben))|an die|ans)|kreuzfahrt'
			)
		]
	],
	turns: wholeWords(TURNS),
	likes: new RegExp(
		`^.*?${whole(
			'(?:liebt|lieben|mag|mögen|sammelt|sammeln|steht (?:total |sehr )?auf|stehen auf|interessier(?:t|en) sich (?:sehr )?für|begeister(?:t|n) sich für|schwärm(?:t|en) (?:für|von)|ist (?:ein )?(?:großer |riesiger |totaler )?fan (?:von|der|des)|(?:hat|haben) (?:viel )?(?:spaß|freude) an|(?:spielt|geht|hört|liest|kocht|isst|trinkt) (?:sehr )?gerne?)'
		)}\\s+(?!kein|nicht|es(?: |$)|sein(?: |$))(?:über alles )?`,
		'iu'
	),
	age: /^(?:\s*\((\d{1,2})\)|,?\s+(?:ist\s+|wurde\s+)?(?:jetzt\s+|gerade\s+|schon\s+|erst\s+)?(\d{1,2})(?:\s+Jahre(?:\s+alt)?)?(?:\s+geworden)?(?![\d:/.-]*\d)(?!\.\s+\S)\b(?!\s*(?:Uhr|h\b|km|Wochen|Monate|Tage|Stunden|Minuten|Kilo|kg|%|€|Euro|Kind|Hund|Katze|Geschwister|Enkel|Meter|Prozent|Mitarbeiter|Leute|Mal)))/iu,
	birthdayOnly:
		/^(?:hat(?:te)?\s[^,;]*|(?:(?:einen|ihren|seinen)\s)?)geburtstag[^,;.]*$|^wird\s(?:[^,;]*\s)?\d+[^,;.]*$/i,
	beside: /^[’']?[\s,;:.–—-]+(?:(?:der|die|das)\s+|ist\s+)?/,
	names
};

/** Known names and those behind what somebody is, in the order they stand. */
function names(words: string): string[] {
	const behind = [...words.matchAll(NAMED)].flatMap(({ 0: told, 1: name = '' }) => {
		const [first = '', second = ''] = name.split(' ');
		if (THING.test(first) || isPlace(first)) return [];
		// "Sohn Oskars Vulkan" is his.
		const known = nameOf(first);
		if (known !== undefined && known !== first) return [known];
		return [BY_BOTH_NAMES.test(told) && !THING.test(second) ? name : first];
	});
	const known = germanNamesIn(words).filter(
		(name) => !isPlace(name) && !behind.some((one) => one.includes(name))
	);
	return [...new Set([...behind, ...known])].sort((a, b) => words.indexOf(a) - words.indexOf(b));
}
