// Whether a German sentence with a day in it is something the rep means to do by then, rather than news.
import { whole, wholeWords } from './whole-words';

/** What reps set themselves to do; after "zu" it takes a promise to be theirs. */
const INFINITIVES =
	'anfragen|anmelden|anrufen|anschauen|ansprechen|antworten|ausfüllen|ausmachen|bedanken|beantworten|bereitstellen|besorgen|besprechen|bestellen|bestätigen|besuchen|bezahlen|bitten|bringen|buchen|danken|drucken|einladen|einreichen|einplanen|einholen|erinnern|erkundigen|erledigen|erstellen|fertigmachen|fragen|geben|gratulieren|hinfahren|hinschicken|holen|informieren|kaufen|klären|kontaktieren|kümmern|liefern|machen|mailen|melden|mitbringen|mitnehmen|mitteilen|nachfassen|nachfragen|nachhaken|nachsehen|organisieren|planen|posten|prüfen|reservieren|sagen|schauen|schenken|schicken|schreiben|senden|simsen|sprechen|telefonieren|teilen|treffen|überlegen|übergeben|überweisen|unterschreiben|verabreden|vereinbaren|verschicken|vorbeibringen|vorbeifahren|vorbeischauen|vorbereiten|vorlegen|vorschlagen|vorstellen|weiterleiten|wünschen|zahlen|zeigen|zurückgeben|zurückrufen|zurückmelden|zusagen|zusenden|zuschicken';
const INFINITIVE = new RegExp(
	`(?<!\\bzu )${whole(INFINITIVES)}(?=\\s*(?:$|[!.)]| (?:wegen|zu|zum|zur|für|mit|an|bei|nach|über|und)\\b))`,
	'u'
);
/** At the head of a clause: an instruction to himself, or what he does himself. */
const BEGUN = new RegExp(
	`^(?:[-–]\\s*)?(?:(?:[Uu]nd|[Dd]ann|[Bb]itte|[Aa]uch|[Tt]o-?do:?) )*${whole(
		'[Ss]chicke?|[Ss]ende|[Rr]ufe?(?= .*\\ban\\b)|[Ff]rag|[Ff]rage(?= (?:ihn|sie|bei|nach) )|[Bb]ringe?|[Bb]esorge?|[Bb]estelle?|[Dd]enke?(?= .*(?:an|dran)\\b)|[Ee]rinn(?:ere?|re) mich|[Gg]ib|[Gg]ebe|[Kk]aufe?(?= (?:ihm|ihr|ihnen) )|[Ss]chreibe?|[Ss]age?(?= (?:ihm|ihr|ihnen|\\p{Lu}) ?)|[Mm]elde? (?:mich|dich)|[Kk]ümmere? (?:mich|dich)|[Mm]aile|[Ll]iefere|[Ll]eite(?= .*weiter)|[Ll]ade?(?= .*ein\\b)|[Hh]ole?|[Bb]uche|[Rr]eserviere?|[Pp]rüfe|[Kk]läre?|[Vv]ereinbare|[Bb]ereite?(?= .*vor\\b)|[Zz]eige?(?= (?:ihm|ihr|ihnen) )|[Oo]rganisiere?|[Gg]ratuliere?'
	)}`,
	'u'
);
const FIRST_PERSON =
	'schicke|sende|rufe|frage|bringe|besorge|bestelle|gebe|kaufe|schreibe|sage|melde|kümmere|maile|liefere|leite|lade|hole|buche|reserviere|prüfe|kläre|vereinbare|bereite|zeige|organisiere|besuche|treffe|erstelle|mache|schaue|bestätige';
const OWN = wholeWords(`ich (?:${FIRST_PERSON})|(?:${FIRST_PERSON}) ich|ich schulde|schulde ich`);
const REMINDED = wholeWords(
	'nicht vergessen|vergiss nicht|erinn(?:ere?|re) mich|denke? dran|daran denken'
);
const NEVER = wholeWords('(?<!vergiss )nicht(?! vergessen)|nie|niemals|kein(?:e[nmrs]?)?');
/** He promised somebody; "hat versprochen" is another's. */
const PROMISED = wholeWords('versprochen|zugesagt');
const OTHERS = wholeWords('hat|hatte|wurde|wird|(?<!wir )haben(?! wir)|er|(?<!ihr )sie haben');
/** Of another, or not sure to be done: a finite verb that is not the rep's. */
const THEIRS = wholeWords(
	'(?<!(?:ich|wir) )(?:will|wollen|möchte|möchten|sollen|kann|können|darf|dürfen|würde|würden|wird)(?! (?:ich|wir))|(?<!(?:ich|wir) |^)(?:muss|müssen|soll|sollte)(?! (?:ich|wir))|er|habe?|haben|hatten?|war|waren|bin|sind|wäre|hätte|ging|kam|rief|gehen|fahren|kommen|fliegen|helfen|lassen|bleiben|lernen|seit|vom|von'
);
/** How others' verbs end, but for words that end so too. */
const THIRD =
	/(?<![\p{L}\p{N}-])(?!(?:mit|nicht|jetzt|erst|fest|dort|gut|statt|laut|direkt|selbst|vielleicht|leicht|bereit|samt|sofort|zuerst|zuletzt|konkret|komplett|nett|insgesamt|unbedingt|bestimmt|kurzfristigst|erneut|privat|alt|echt|recht|schlecht|weit|hart|akut|heut|\p{Ll}*(?:angebot|bericht|antwort|projekt|konzept|paket|blatt))(?![\p{L}]))\p{Ll}+t(?![\p{L}\p{N}])/u;
const SUBORDINATE =
	/^(?:dass|weil|wenn|ob|falls|sobald|nachdem|bevor|während|damit|als|wie|was|wer|wo|welche[rsn]?|der|die|das|den|dem|denen|um)\s/i;
/** "die Liste schicken" is no subordinate clause. */
const ARTICLE = /^(?:der|die|das|den|dem)\s+\p{Lu}/u;
/** What one hands over; with "bis" alone anything else may just go on until then. */
const THING = wholeWords(
	'\\p{L}*(?:angebot|artikel|liste|zeichnung|zeichnungen|muster|unterlagen|antwort|entwurf|fotos|bilder|rückmeldung|rechnung|katalog|bericht|protokoll|präsentation|datenblatt|brief|paket|tickets)'
);
const NEEDED = wholeWords(
	'(?:sie|er|\\p{L}+) (?:braucht|benötigt|erwartet)|(?:will|möchte) .{2,60} haben|wartet auf|brauchen'
);
const BY = /(?<![\p{L}])(?:bis(?: zum| spätestens| zu)?|spätestens(?: am| bis)?)\s+$/iu;

/**
 * Whether the sentence commits the rep to something by the day found in it: what is to be done ("Freitag
 * Angebot schicken"), an instruction ("Schick ihr bis Freitag den Artikel"), a promise ("Ich rufe ihn am
 * Montag an"), or a thing and "bis" a day ("Angebot bis Dienstag").
 * @param index where the day's words begin
 */
export function germanCommits(sentence: string, index: number, words: string): boolean {
	if (sentence.endsWith('?') || NEVER.test(sentence)) return false;
	const { before, after } = clauseAround(sentence, index, words);
	const clause = `${before.replace(LED, '')} ${after}`.replace(/\s+/g, ' ').trim();
	if (SUBORDINATE.test(clause) && !ARTICLE.test(clause)) return false;
	if (PROMISED.test(sentence) || REMINDED.test(sentence)) return !OTHERS.test(sentence);
	if (OWN.test(clause)) return true;
	if (NEEDED.test(clause) && BY.test(before)) return true;
	if (THIRD.test(clause) || THEIRS.test(clause)) return false;
	if (BEGUN.test(clause) || (INFINITIVE.test(after) && !WE.test(clause))) return true;
	// "Angebot schicken bis Freitag", but not "Sie liefern am Freitag" nor "Tom und Ray liefern am Freitag".
	const verb = INFINITIVE.exec(clause);
	if (verb) return verb.index > 0 && !SUBJECT.test(clause.slice(0, verb.index));
	return BY.test(before) && THING.test(clause);
}

const WE = /^(?:wir|beide|alle)\s/i;
const SUBJECT = /^(?:wir|beide|alle|sie|die(?! \p{Lu})|eltern|kinder|leute)\s|\sund\s/iu;
const LED =
	/(?:(?<![\p{L}])(?:am|bis|zum|zu|ab|im|in|spätestens|vor|dem|den|gleich|noch|schon|der|diesen?)\s+)*[([]?$/iu;

/** The clause a day stands in, before and after its words. */
function clauseAround(
	sentence: string,
	index: number,
	words: string
): { before: string; after: string } {
	const before = sentence.slice(0, index);
	const rest = sentence.slice(index + words.length).replace(/^\.?[,:)]?/, '');
	const from = [...before.matchAll(/[,;]\s|\s[–—-]\s|\s(?=und dann )/g)].at(-1);
	const to = rest.search(/[,;]\s|\s[–—-]\s/);
	return {
		before: before.slice(from ? from.index + 1 : 0).trimStart(),
		after: to < 0 ? rest : rest.slice(0, to)
	};
}
