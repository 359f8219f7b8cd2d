// Words that give away that it was about work, in either language: customers are not all of one.
import { wholeWords } from './whole-words';

const BUSINESS =
	/\b(?:quot(?:e|es|ed|ation|ations)|orders?|ordered|reorder|pric(?:e|es|ed|ing)|contracts?|deliver(?:y|ies|ed)|invoices?|projects?|proposals?|offers?|budgets?|demo|demos|specs?|specifications?|tenders?|bids?|purchas(?:e|es|ing)|renewals?|discounts?|install(?:ed|ation)?|service (?:call|contract|visit)|maintenance|shipments?|shipped|warranty|complaints?|downtime|breakdown|pilot|trial|samples?|kick-?off|roll-?out|go-?live|milestone|deadline|delays?|payment|terms|capacity|lead time|supplier|RFQ|RFP|PO)\b/u;
const ANY_CASE = new RegExp(BUSINESS.source.replace('|RFQ|RFP|PO', ''), 'iu');

/* Words grow together in German; "vertragen" and "Grüße bestellt" are no business, nor is a prize won. */
const GERMAN = wholeWords(
	'\\p{L}*(?:angebot(?:e[ns]?|s\\p{L}*)?|(?<!be)auftr(?:ag(?:s(?!t)\\p{L}*)?|äge[n]?)|(?<!ehe)vertr(?:ag(?:e?s|s\\p{L}*)?|äge[n]?)|rechnung(?:en|s\\p{L}*)?|lieferung(?:en)?|bestellung(?:en)?)|(?<!(?:um jeden|hohen|einen|den|ersten|zweiten|dritten) )\\p{L}*preis(?:e[ns]?|list\\p{L}*|nachl\\p{L}*|erhöhung\\p{L}*)?(?! (?:gewonnen|verliehen|bekommen))|liefer(?:n|t|te|ten|ant\\p{L}*|termin\\p{L}*|zeit\\p{L}*|frist\\p{L}*|verzug|schein\\p{L}*)|(?:aus)?geliefert|(?:nach|ab)?bestellt(?<!grüße bestellt)|\\p{L}*projekt\\p{L}*|kostenvoranschl\\p{L}*|offerten?|anfragen?|ausschreibung(?:en)?|rabatte?n?|skonto|konditionen|umsatz|umsätze|budgets?|wartung(?:s\\p{L}*)?|gewährleistung|garantie|reklamation(?:en)?|reklamiert|inbetriebnahme|stillstand|maschinenausfall|zahlung(?:en|s\\p{L}*)?|kapazität(?:en)?|musterteile?n?|mustersendung(?:en)?|versand|einkaufsleiter(?:in)?|pflichtenheft|lastenheft|meilensteine?n?|verzögerung(?:en)?'
);

/** Whether a text sounds like business. */
export function hasBusinessWords(text: string): boolean {
	return ANY_CASE.test(text) || BUSINESS.test(text) || GERMAN.test(text);
}

/** The word by which a text sounds like business, as it is written there; undefined when none does. */
export function businessWordIn(text: string): string | undefined {
	return (ANY_CASE.exec(text) ?? BUSINESS.exec(text) ?? GERMAN.exec(text))?.[0];
}
