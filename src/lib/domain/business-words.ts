// Words that give away that it was about work.

const BUSINESS =
	/\b(?:quot(?:e|es|ed|ation|ations)|orders?|ordered|reorder|pric(?:e|es|ed|ing)|contracts?|deliver(?:y|ies|ed)|invoices?|projects?|proposals?|offers?|budgets?|demo|demos|specs?|specifications?|tenders?|bids?|purchas(?:e|es|ing)|renewals?|discounts?|install(?:ed|ation)?|service (?:call|contract|visit)|maintenance|shipments?|shipped|warranty|complaints?|downtime|breakdown|pilot|trial|samples?|kick-?off|roll-?out|go-?live|milestone|deadline|delays?|payment|terms|capacity|lead time|supplier|RFQ|RFP|PO)\b/u;
const ANY_CASE = new RegExp(BUSINESS.source.replace('|RFQ|RFP|PO', ''), 'iu');

/** Whether a text sounds like business. */
export function hasBusinessWords(text: string): boolean {
	return ANY_CASE.test(text) || BUSINESS.test(text);
}

/** The word by which a text sounds like business, as it is written there; undefined when none does. */
export function businessWordIn(text: string): string | undefined {
	return (ANY_CASE.exec(text) ?? BUSINESS.exec(text))?.[0];
}
