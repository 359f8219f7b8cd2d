// What happened, in English: how reps write it down.
import { pattern, type HappeningWords } from './happening';

const MEALS = '(?:lunch|dinner|breakfast|brunch|supper|coffee|tea|drinks|beers?)';

/* In order: what says more comes first. */
const PATTERNS: HappeningWords['patterns'] = [
	pattern(
		'video',
		/\b(?:video call|zoomed|facetimed|skyped|(?:call(?:ed)?|spoke|talked|met)\b.{0,40}\b(?:on|over|via) (?:zoom|teams|skype|facetime|google meet))\b/i,
		true
	),
	pattern(
		'event',
		/\b(?:met|saw|ran into|bumped into)\b.{0,60}\bat (?:the|a|an)\b.{0,40}\b(?:fair|show|expo|conference|congress|congres|seminar|reception|party|game|match|concert|open house)\b/i,
		true
	),
	pattern(
		'meal',
		new RegExp(
			`\\b(?:had|ate|shared|grabbed|over|took (?:him|her|them|\\p{Lu}[\\p{L}'’-]+)(?: out)? (?:to|for)|(?:out|went) (?:to|for))\\s+(?:an?\\s+|some\\s+|another\\s+)?(?:\\p{L}+\\s+)?${MEALS}\\b|\\blunched with\\b|\\bdined with\\b`,
			'iu'
		),
		true
	),
	pattern(
		'meal',
		new RegExp(`\\b${MEALS}\\s+with\\b|^${MEALS}\\s+(?:today|yesterday|at|in)\\b`, 'iu'),
		false
	),
	pattern(
		'card',
		/\b(?:sent|wrote|posted|mailed)\b.{0,30}\b(?:card|postcard|handwritten (?:note|letter)|thank-you note)\b/i,
		true
	),
	pattern(
		'gift',
		/\b(?:sent|gave|brought)\b.{0,40}\b(?:gift|present|flowers|(?:box|bottle|basket) of|hamper)\b/i,
		true
	),
	pattern(
		'email',
		/\b(?:e-?mailed|(?:sent|wrote|got|had)\b.{0,30}\be-?mail|e-?mail (?:from|to))\b/i,
		true
	),
	pattern(
		'message',
		/\b(?:messaged|whats-?apped|dm(?:ed|['’]d)|(?:sent|wrote|got|had)\b.{0,30}\b(?:whatsapp|linkedin|direct message|dm)|(?:whatsapp|message) from)\b/i,
		true
	),
	pattern('text', /\b(?:texted|(?:sent|got|had)\b.{0,30}\b(?:text|sms)|text from)\b/i, true),
	pattern(
		'call',
		/\b(?:phoned|rang|on the phone|by phone|spoke (?:to|with)|talked (?:to|with)|left (?:(?:him|her|them) )?(?:a )?(?:voicemail|voice mail|message|word)|called)\b/i,
		true
	),
	pattern('call', /\b(?:(?:phone )?call (?:with|from|to)|phone call)\b/i, false),
	pattern(
		'visit',
		/\b(?:visited|dropped (?:in|by)|stopped by|swung by|called in on|went to see|toured)\b/i,
		true
	),
	pattern('visit', /\b(?:(?<!to )visit (?:with|at|to)|plant tour|site visit)\b/i, false),
	pattern('meeting', /\b(?:met|sat down with|ran into|bumped into)\b/i, true),
	pattern(
		'meeting',
		/\b(?:meeting with|(?:had|after|good|long|quick) (?:a |the )?(?:\p{L}+ )?meeting)\b/iu,
		false
	)
];

/** "A boy called Max", "it is called", "called off", "met the deadline": the word, not the touch. */
const NAMED =
	/\b(?:an?|the|his|her|their|my|our|its)\s+(?:\p{L}+\s+){1,3}called\s+["“]?\p{Lu}|\b(?:is|are|was|were|be|been|being|gets?|got|so)[\s-]called\b|\bcalled\s+(?:off|out|it|for|in sick|on to)\b|\bmet\s+(?:\p{L}+\s+)?(?:(?:his|her|their|our|the|all|every)\s+)?(?:\p{L}+\s+)?(?:deadline|targets?|goals?|quota|numbers|budget|expectations|requirements?|specs?|standards?|wife|husband|partner|fianc|girlfriend|boyfriend)|\brang\s+(?:true|a bell)\b/iu;

/** Before the words: it did not happen, or has not yet, or somebody only wants it. */
const NOT_SO =
	/\b(?:will|['’]ll|would|should|could|wants?|wanted|wish(?:es|ed)?|likes?|loves?|enjoys?|hopes?|hoped|plans?|planned|going to|needs?|didn['’]t|did not|never|not|hasn['’]t|haven['’]t|let['’]s|next time|tomorrow|invited?|if|when|until|before|after|last time|once|who|whom|that|how|where|tried|book|schedule|arrange|set up|suggest(?:ed)?|propos(?:e|ed)|cancel(?:l?ed)?|postponed?|moved|missed|prefers?|usually|always|often|every)\b/iu;

const UNANSWERED =
	/\b(?:voice-?\s?mail|left (?:(?:him|her|them) )?(?:a )?(?:message|word)|no answer|no reply|did(?:n['’]t| not) (?:pick up|answer|reply)|not reached|no luck)\b/iu;
const ANSWERED =
	/\b(?:replied|answered|wrote back|texted back|called back|(?:e-?mail|text|message|whatsapp|card|gift) from|got an?|(?:texted|e-?mailed|messaged|called) me)\b|\b(?:he|she|they)\s+(?:texted|e-?mailed|messaged|wrote|sent)\b/iu;
const ASKED =
	/(?:^|[.!?]\s+|\bI\s+|;\s*)(?:also\s+|then\s+)?(?:[Aa]sked\s+(?:for|if|whether|him|her|them|\p{Lu})|[Pp]itched|[Rr]equested)|\bI\s+(?:pitched|requested|tried to sell)\b/u;

/** What happened, in English words. */
export const englishHappenings: HappeningWords = {
	patterns: PATTERNS,
	isSo: (sentence, { index, 0: words }) =>
		!NOT_SO.test(clauseBefore(sentence, index)) &&
		!(NAMED.test(sentence) && /\b(?:called|met|rang)\b/i.test(words)),
	unanswered: UNANSWERED,
	answered: ANSWERED,
	hasAsked: (text) => ASKED.test(text),
	over: /\b(?:had|was|were|great|good|nice|lovely|long)\b/i
};

function clauseBefore(sentence: string, index: number): string {
	return (
		sentence
			.slice(0, index)
			.split(/[,;:]\s/)
			.at(-1) ?? ''
	);
}
