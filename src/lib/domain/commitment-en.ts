// Whether a sentence with a day in it is something the rep means to do by then, rather than news.

const VERBS =
	'add|answer|arrange|ask|book|bring|buy|call|chase|check|confirm|congratulate|connect|copy|deliver|draft|drop|e-?mail|find|finish|fix|follow up|forward|get|give|go|introduce|invite|let|look (?:up|into|for)|mail|make|meet|message|offer|order|organi[sz]e|pass|pay|phone|pick up|ping|plan|post|prepare|print|put|quote|remind|reply|reserve|return|ring|schedule|see|send|set up|share|ship|show|speak|submit|take|talk|tell|text|thank|update|visit|wish|write';

/** Verbs that are nouns too, with what follows them then: "Call with Tom", "Order arrives". */
const NOUNS =
	/^(?:answer|book|call|check|copy|draft|e-?mail|mail|message|offer|order|plan|post|print|quote|return|ring|share|ship|show|text|update|visit|wish)\s+(?:with|from|to|at|in|for|of|went|goes|came|comes|arrives?|arrived|is|was|will|has|had|due|confirmed|today)\b/i;

const IMPERATIVE = new RegExp(
	`(?:^|[,;:]\\s+|\\s[–—-]\\s+|\\b(?:and|then|but)\\s+|\\b(?:I|we) (?:must|need to|have to|should)\\s+)(?:(?:also|then|and|please|must|need to|have to|to|next step:?|to-?do:?)\\s+)*((?:${VERBS})\\b[^,;]*)`,
	'giu'
);

const OWN =
	/\b(?:I|we)(?:['’]ll| will| shall)\s+(?!be\b|have\b)|\bI(?:['’]m| am) (?:going|due) to\s+(?!be\b)|\bI(?:['’]ve)? promised\b|^promised\b|\bI owe\b|\bremind me\b|\b(?:don['’]t|do not) forget\b|^remember to\b/iu;

/** He, she or a company will do it: not the rep's to keep. */
const THEIRS =
	/\b(?:he|she|they|it|[\p{Lu}]\p{Ll}+)(?:['’]ll| will| would| won['’]t| hopes?| plans?| decides?| promised| expects to| is| are| was| were| has to)\b|^(?:he|she|they|it)\s+(?!needs?\b|wants?\b|asked for\b|expects?\b)/u;
const NEWS = /^[\p{Lu}][\p{L}'’-]+ \p{Ll}+s\b(?<!\bneeds|\bwants|\bexpects)/u;
const PAST = /\b(?:did(?:n['’]t| not)|failed|was|were|had|missed)\b/iu;

/**
 * Whether the sentence commits the rep to something by the day found in it: an instruction to
 * himself ("Send her the article by Friday"), a promise ("I'll call him on Monday"), or a thing
 * and "by" a day ("Quote by Tuesday").
 * @param index where the day's words begin
 */
export function commits(sentence: string, index: number, words: string): boolean {
	if (OWN.test(sentence)) return true;
	for (const match of sentence.matchAll(IMPERATIVE)) {
		const clause = match[1] ?? '';
		// The day belongs to this clause, or to what is sent, asked or bought in it.
		if (match.index > index || NOUNS.test(clause)) continue;
		if (!/^(?:and|then|but)/i.test(match[0]) || !THEIRS.test(sentence)) return true;
	}
	const by = /\b(?:by|before|no later than)\s+(?:the\s+)?$/i.test(sentence.slice(0, index));
	if (!by && !/^by\b/i.test(words)) return false;
	return !THEIRS.test(sentence) && !NEWS.test(sentence) && !PAST.test(sentence);
}
