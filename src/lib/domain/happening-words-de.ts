// What happened, in German: how reps write it down. The verb stands at the end and its tense is plain
// there, so most of it turns on participles.
import { pattern, type HappeningWords } from './happening';
import { wholeWords } from './whole-words';

const SENT =
	'(?:geschickt|gesendet|verschickt|geschrieben|überreicht|gebracht|geschenkt|gegeben|mitgebracht)';
const GOT = '(?:bekommen|erhalten|gekriegt)';
const MEAL =
	'(?:(?:mittag|abend|geschäfts|früh)essen|frühstück|brunch|kaffee|lunch|dinner|bier(?:e|chen)?|tee|drinks?)';
const FAIR =
	'(?:\\p{L}*messe|\\p{L}*kongress|\\p{L}*tagung|\\p{L}*konferenz|\\p{L}*empfang|\\p{L}*party|\\p{L}*feier|\\p{L}*seminar|\\p{L}*konzert|\\p{L}*turnier|\\p{L}*fest)';
const MET = '(?:getroffen|gesehen|begegnet|wiedergesehen)';
/** Milk and sugar come with a coffee, and nobody else does. */
const WITH = 'mit(?! (?:\\p{L}*(?:milch|sahne|zucker|honig|zitrone|eis|schuss|kuchen)))';

const ABOUT_ME = wholeWords('mich|mir|uns|wir|ich');
/** Somebody else did it. */
const THEIRS = wholeWords('hat|hatte|(?:sie|die|beide|alle|kinder|eltern) (?:haben|hatten)');
const OF_THEIRS = wholeWords('(?:sein|ihr)(?:e[nmrs]?)|deren|dessen');
/** It did not happen, or has not yet, or somebody only wants it. */
const NOT_SO = wholeWords(
	'(?:nicht|nie)(?! (?:erreicht|rangegangen|drangegangen|abgenommen))|niemals|kein(?:e[nmrs]?)?(?= (?:treffen|anruf|telefonat|termin|besuch|essen|besprechung|kaffee|gespräch))|noch nie|fast|beinahe|will|wollen|wollte|möchte|möchten|soll|sollen|sollte|sollten|muss|müssen|müsste|kann|könnte|können|wird|werden|wurde|worden|würde|würden|hätte|hätten|wäre|wären|wenn|falls|ob|bevor|nachdem|sobald|bis|als|dass|weil|wer|wen|wem|wo|wie|warum|der|den(?= (?:ich|wir|sie|er) )|plant|geplant|vereinbart|ausgemacht|verabredet|vorgeschlagen|abgesagt|verschoben|verlegt|ausgefallen|abgebrochen|gewünscht|wünscht|eingeladen|einladung|immer|meist|meistens|oft|gern|gerne|lieber|jeden|jede|trinkt|mag|liebt|hofft|gehofft|versucht|statt|ohne|nächstes mal|letztes mal|damals|früher|(?<!heute |gestern |am |diesen |guten |seit )morgen|übermorgen'
);
/** "der" and "als" and the like tell of something else only at the head of a clause. */
const HEADS = /^(?:der|als|wie|wo|wer|wen|wem|bis)$/i;

/** What happened, in German words. */
export const germanHappenings: HappeningWords = {
	patterns: [
		pattern(
			'video',
			wholeWords(
				'gezoomt|geskypt|(?:video(?:call|anruf|telefonat|konferenz|gespräch)) (?:mit|von)|(?:über|via|per|auf|in) (?:zoom|teams|skype|facetime|google meet|webex)\\b.{0,40}(?:gesprochen|telefoniert|getroffen|geredet)'
			),
			true
		),
		pattern(
			'event',
			wholeWords(
				`(?:auf|bei|in|beim|im) (?:(?:de[rmn]|einer|einem|ihrer|seiner|unserer)? ?(?:\\p{L}+ )?)${FAIR} .{0,40}${MET}|${MET} (?:auf|bei|beim) (?:de[rmn] |einer |einem )?(?:\\p{L}+ )?${FAIR}`
			),
			true
		),
		pattern(
			'meal',
			wholeWords(
				`${MEAL} .{0,30}(?:gegessen|getrunken|getroffen|gegangen|gehabt)|auf (?:einen|ein) ${MEAL} (?:bei|mit)|(?:mittag|abend|zusammen|gemeinsam|gut|lange|schön) gegessen|mit .{2,40} (?:gegessen|gefrühstückt)|(?:war|waren) .{0,40}\\bessen`
			),
			true
		),
		pattern(
			'meal',
			wholeWords(
				`${MEAL} (?:heute |gestern )?${WITH}|mit .{2,30} (?:auf (?:einen|ein)|beim) ${MEAL}`
			),
			false
		),
		pattern(
			'card',
			wholeWords(`\\p{L}*karte\\b.{0,40}${SENT}|handgeschriebenen? .{0,20}${SENT}`),
			true
		),
		pattern(
			'gift',
			wholeWords(
				`(?:\\p{L}*geschenk|blumen|blumenstrauß|präsent(?:korb)?|flasche \\p{L}+)\\b.{0,40}${SENT}`
			),
			true
		),
		pattern(
			'email',
			wholeWords(
				`gemailt|angemailt|(?:e-?)?mails?\\b.{0,60}(?:${SENT}|${GOT})|per (?:e-?)?mail .{0,40}${SENT}|(?:e-?)?mail von`
			),
			true
		),
		pattern(
			'message',
			wholeWords(
				`(?:whats-?app|linkedin|direktnachricht|signal|threema)\\b.{0,60}(?:${SENT}|${GOT})|(?:whats-?app|linkedin)(?:-?nachricht)? von`
			),
			true
		),
		pattern(
			'text',
			wholeWords(`gesimst|(?:sms|textnachricht)\\b.{0,40}(?:${SENT}|${GOT})|sms von`),
			true
		),
		pattern(
			'call',
			wholeWords(
				'telefoniert|angerufen|zurückgerufen|durchgerufen|angeklingelt|am telefon|(?:am|ans) apparat|(?:mit .{2,40} |kurz |lange? |lang )(?:gesprochen|geredet|geplaudert|gequatscht)|(?:gesprochen|geredet) mit|auf (?:die|der|seine[rn]?|ihre[rn]?) mailbox|nachricht hinterlassen|rief(?: \\p{L}+){0,4} an'
			),
			true
		),
		pattern(
			'call',
			wholeWords('telefonat (?:mit|von)|(?<!nach )anruf von|telefontermin mit'),
			false
		),
		pattern(
			'visit',
			wholeWords(
				'besucht|vorbeigeschaut|vorbeigefahren bei|(?:vor ort|zu besuch) bei|reingeschaut'
			),
			true
		),
		pattern(
			'visit',
			wholeWords('(?:kunden|werks|firmen)?besuch bei|werksführung|betriebsführung'),
			false
		),
		pattern(
			'meeting',
			wholeWords('getroffen|zusammengesessen|begegnet|über den weg gelaufen'),
			true
		),
		pattern('meeting', wholeWords('(?:treffen|meeting|besprechung|termin|gespräch) mit'), false)
	],
	isSo: (sentence, match) => {
		const clause = clauseAround(sentence, match.index);
		const not = NOT_SO.exec(clause);
		if (not && !(HEADS.test(not[0]) && not.index > 0)) return false;
		if (not && NOT_SO.test(clause.slice(not.index + not[0].length))) return false;
		if (OTHERWISE.test(clause)) return false;
		if (!THEIRS.test(clause)) return true;
		return ABOUT_ME.test(clause) || (REACHES.test(match[0]) && !OF_THEIRS.test(clause));
	},
	unanswered: wholeWords(
		'mailbox|anrufbeantworter|nachricht hinterlassen|nicht (?:erreicht|rangegangen|drangegangen|abgenommen|geantwortet)|keine antwort|niemanden? erreicht|(?:geht|ging) nicht (?:ran|dran)|besetzt'
	),
	answered: wholeWords(
		`(?<!nicht |nie )geantwortet|antwortete?|zurückgeschrieben|zurückgerufen|schrieb|(?:mails?|sms|nachricht|whats-?app|linkedin|karte|geschenk|blumen) von|${GOT}|(?:hat|haben) .{0,60}(?:gemailt|gesimst|${SENT})`
	),
	hasAsked: (text) => ASKED.test(text),
	over: wholeWords(
		'war|waren|hatte|hatten|gute[rsn]?|schöne[rsn]?|nette[rsn]?|lange[rsn]?|tolle[rsn]?'
	)
};

/** By these somebody turns to the rep, who need not be named. */
const REACHES = /angerufen|gemailt|mail|sms|gesimst|whats-?app|linkedin|zurückgerufen|telefoniert/i;
/** A goal met, a measure taken: the word, not the touch. */
const OTHERWISE = wholeWords(
	'(?:entscheidung|entscheidungen|maßnahme|maßnahmen|vorkehrungen|vorbereitungen|auswahl|wahl|absprache|vereinbarung|ziel|ziele|tor|pfosten|latte|schlag|blitz|unglück|krankheit|kugel)(?:en|n)? getroffen|(?:schule|uni|universität|kurs|seminar|messe|vorlesung|klasse|konzert|museum|kindergarten) besucht|gut besucht|hart getroffen|schwer getroffen|not ?arzt .{0,20}angerufen'
);
const ASKED = wholeWords(
	'um .{2,60} gebeten|bat .{0,30}um|nach eine[mr] .{2,50} gefragt|gefragt, ob|angefragt|gepitcht|ich fragte .{0,30}(?:nach eine[mr]|ob)'
);

function clauseAround(sentence: string, index: number): string {
	const from = Math.max(
		...[...sentence.slice(0, index).matchAll(/[,;:–]\s/g)].map((at) => at.index + 1),
		0
	);
	const to = sentence.slice(index).search(/[,;:–]\s| (?:und|aber) /);
	return sentence.slice(from, to < 0 ? undefined : index + to).trim();
}
