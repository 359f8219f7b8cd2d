// Selected words read in German. Every noun has a capital: a name is one that is known, or one that stands right
// behind what somebody is, "ihre Tochter Efua", unless that is a thing.
import type { KeptLanguage } from './kept-language';
import { germanNamesIn, isPlace, nameOf } from './proper-names-de';
import { whole, wholeWords } from './whole-words';

const THEIR = '(?:sein|ihr|mein|dein|unser|eur)';
/** What somebody is, right before a name. */
const SOMEBODY =
	'(?:[Ss]tief|[Ss]chwieger|[Ee]nkel|[Pp]aten)?(?:[Tt]ochter|[Ss]ohn|[Bb]ruder|[Ss]chwester|[Mm]utter|[Vv]ater)|[Kk]ind|[Bb]aby|Junge|[Mm]ädchen|[Ee]hefrau|[Ee]hemann|[Pp]artner(?:in)?|[Vv]erlobte[rn]?|[Hh]und|[Hh]ündin|[Kk]atze|[Kk]ater|[Pp]ferd|[Pp]ony|[Ff]reund(?:in)?|[Nn]achbar(?:in)?|[Kk]olleg(?:e|in)|[Cc]hef(?:in)?|[Aa]ssistent(?:in)?|[Ee]nkel(?:in)?|[Oo]nkel|[Tt]ante|[Cc]ousin(?:e)?|[Nn]effe|[Nn]ichte';
const NAMED = new RegExp(
	`(?<![\\p{L}])(?:(?:${SOMEBODY})|${THEIR}(?:e[rnm]?)? (?:Frau|Mann)),?\\s+(\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?(?: \\p{Lu}\\p{Ll}+)?)(?![\\p{L}-])`,
	'gu'
);
/** What stands there as well, and is a thing: "Tochter Abitur", "Sohn Handball". Most endings of nouns tell. */
const THING =
	/(?:ung|heit|keit|schaft|tion|sion|tät|ment|ball|spiel|spiele|kurs|schule|stunde|prüfung|semester|examen|jahr|tag|abend|woche|urlaub|reise|feier|fest|hochzeit|arbeit|arzt|ärztin|lehrer|lehrerin|haus|klasse|praktikum|studium|unterricht|training|turnier|operation|zeit|platz|stelle|ismus|logie|nomie|wesen|tum)$|^(?:Abi|Abitur|Abschluss|Architektur|Arzt|Ärztin|Auto|Ballett|Bachelor|Basketball|Bein|Chemie|Chor|Cello|Dienst|Diplom|Fahrrad|Fieber|Flöte|Führerschein|Garten|Geige|Gitarre|Golf|Grippe|Gymnasium|Hockey|Husten|Ingenieur|Jura|Judo|Karate|Kindergarten|Kita|Klavier|Knie|Krebs|Kuchen|Lehramt|Lehre|Lehrer|Lehrling|Master|Mathe|Matura|Medizin|Mitte|Mutter|Nachwuchs|Neue|Neues|Oma|Opa|Physik|Polizist|Reiten|Rente|Ruhestand|Scharlach|Schach|Schlagzeug|Schule|Schwimmen|Segeln|Ski|Student|Studentin|Stress|Tanzen|Tennis|Tierarzt|Trompete|Turnen|Uni|Vater|Volleyball|Zahn|Zähne|Zeugnis|Zivi)$/u;

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
				`ehe(?:frau|mann)(?:es)?|gatt(?:e|in)|(?<!geschäfts)partner(?:in)?|verlobte[rn]?|lebensgefährt(?:e|in|en)|verheiratet mit|(?<=${THEIR}(?:e[rnms]?)? )(?:frau|mann(?:e?s)?)`
			)
		],
		['parent', wholeWords('mutter|mutti|mama|vater[s]?|vati|papa|eltern')],
		['sibling', wholeWords('bruder[s]?|brüdern?|schwestern?|geschwistern?')],
		['assistant', wholeWords('assistent(?:in)?|assistenz|sekretär(?:in)?|sekretariat')],
		[
			'boss',
			wholeWords('chef(?:in)?s?|vorgesetzte[rn]?|geschäftsführer(?:in)?s?|\\p{L}*leiter(?:in)?s?')
		],
		['colleague', wholeWords('kolleg(?:en?|in(?:nen)?)|mitarbeiter(?:in)?s?|arbeitet mit')],
		['friend', wholeWords('freund(?:e[ns]?|in(?:nen)?|s)?|kumpels?|nachbar(?:n|in(?:nen)?)?')]
	],
	moments: [
		[
			'birthday',
			wholeWords(
				'geburtstag(?:e?s)?|geboren|kam zur welt|wird (?:(?:am|heute|morgen|nächste[nrs]?|diese[nrs]?) ?(?:\\p{L}+ )?)?\\d{1,3}(?!\\p{L}|[.,:]\\d|\\. \\p{L}| ?(?:%|€|prozent|euro|uhr|grad|tonnen|meter|km|kilo\\p{L}*|stunden|tage|wochen|monate|leute|stück|mitarbeiter\\p{L}*))'
			)
		],
		['wedding', wholeWords('(?:\\p{L}+)?hochzeit(?:stag)?(?:e?s)?(?!s?reise)|heirate[tn]|trauung')],
		['surgery', /(?<![\p{L}])(?:\p{L}*[Oo]peration(?:en)?|(?:\p{L}+-)?OP|operiert)(?![\p{L}])/u],
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
				'(?:dienst|rund|hochzeits|welt|urlaubs|kur)?reisen?|verreist|urlaub(?:s\\p{L}*)?|ferien|flieg(?:t|en) (?:\\p{L}+ ){0,3}nach|fähr(?:t|en) (?:\\p{L}+ ){0,3}(?:nach|an die|ans)|kreuzfahrt'
			)
		]
	],
	turns: wholeWords(
		'wird (?:(?:am|heute|morgen|nächste[nrs]?|diese[nrs]?) ?(?:\\p{L}+ )?)?(\\d{1,3})'
	),
	likes: new RegExp(
		`^.*?${whole(
			'(?:liebt|lieben|mag|mögen|sammelt|sammeln|steht (?:total |sehr )?auf|stehen auf|interessier(?:t|en) sich (?:sehr )?für|begeister(?:t|n) sich für|schwärm(?:t|en) (?:für|von)|ist (?:ein )?(?:großer |riesiger |totaler )?fan (?:von|der|des)|(?:hat|haben) (?:viel )?(?:spaß|freude) an|(?:spielt|geht|hört|liest|kocht|isst|trinkt) (?:sehr )?gerne?)'
		)}\\s+(?!kein|nicht|es(?: |$)|sein(?: |$))(?:über alles )?`,
		'iu'
	),
	age: /^(?:\s*\((\d{1,2})\)|,?\s+(?:ist\s+|wurde\s+)?(?:jetzt\s+|gerade\s+|schon\s+|erst\s+)?(\d{1,2})(?:\s+Jahre(?:\s+alt)?)?(?:\s+geworden)?(?![\d:/.-]*\d)(?!\.\s+\S)\b(?!\s*(?:Uhr|h\b|km|Wochen|Monate|Tage|Stunden|Minuten|Kilo|kg|%|€|Euro)))/iu,
	birthdayOnly:
		/^(?:hat(?:te)?\s[^,;]*|(?:(?:einen|ihren|seinen)\s)?)geburtstag[^,;.]*$|^wird\s(?:[^,;]*\s)?\d+[^,;.]*$/i,
	beside: /^[’']?[\s,;:.–—-]+(?:(?:der|die|das)\s+|ist\s+)?/,
	names
};

/** Known names and those behind what somebody is, in the order they stand. */
function names(words: string): string[] {
	const behind = [...words.matchAll(NAMED)].flatMap(({ 1: name = '' }) => {
		const kept = name.split(' ').slice(0, THING.test(name.split(' ')[1] ?? '') ? 1 : 2);
		const [first = ''] = kept;
		if (THING.test(first)) return [];
		// "Sohn Oskars Vulkan" is his.
		const known = nameOf(first);
		return [known !== undefined && known !== first ? known : kept.join(' ')];
	});
	const known = germanNamesIn(words).filter(
		(name) => !isPlace(name) && !behind.some((one) => one.includes(name))
	);
	return [...new Set([...behind, ...known])].sort((a, b) => words.indexOf(a) - words.indexOf(b));
}
