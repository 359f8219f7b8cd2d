// The words signatures are made of, in English and German, and a few from next door.

/** What stands before and after a word, where \b knows Latin letters only. */
const word = (words: string): string => `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`;

const REGARDS =
	'(?:with |and )?(?:best|kind(?:est)?|warm(?:est)?|many|good)(?: (?:regards|wishes|greetings|thanks))?|(?:with )?regards|(?:yours )?(?:sincerely|truly|faithfully)(?: yours)?|all the best|cheers|thanks(?: a lot| so much| again)?(?:(?: and|,) (?:best|kind) regards)?|thank you(?: very much)?|br|kr';
const GRUESSE =
	'(?:mit |und )?(?:(?:sehr |ganz )?(?:freundlich|best|herzlich|viel|lieb|schön|sonnig)e?n?r? )(?:grü(?:ß|ss)en?|gru(?:ß|ss)|dank)(?: (?:aus|nach|von) [\\p{L} -]{2,30})?|grü(?:ß|ss)e(?: aus [\\p{L} -]{2,30})?|hochachtungsvoll|mfg|m\\.f\\.g\\.|vg|lg|bg';
const OTHERS =
	'cordialement|bien cordialement|bien à vous|salutations|un saludo|saludos(?: cordiales)?|cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|med venlig hilsen|med vänliga hälsningar|pozdrawiam';

/** A line that ends a letter; a name may follow on it after a comma. */
export const CLOSING = new RegExp(
	`^(?:${REGARDS}|${GRUESSE}|${OTHERS})(?:[\\s,.!–-]*$|\\s*,\\s+(?=\\p{Lu}))`,
	'iu'
);

/** What another mail program puts above the mail it answers. */
export const REPLY =
	/^(?:-{2,}\s*)?(?:original message|ursprüngliche nachricht|forwarded message|weitergeleitete nachricht)\b|^(?:on|am) .{5,150}(?:wrote|schrieb)(?:.{0,80}):$/i;
/** Who a mail is from. */
export const FROM = /^(?:from|von|de|absender|reply-to)\s*:\s*/i;
/** What else stands at the head of a mail. */
export const HEAD =
	/^(?:sent|gesendet|date|datum|to|an|cc|bcc|kopie|subject|betreff|re|aw|wg|fwd?)\s*:/i;

/** What a company has to say by law, and nobody wants to know of a person. */
export const LEGAL = new RegExp(
	[
		word(
			'HR ?[AB]|amtsgericht|registergericht|handelsregister|sitz der gesellschaft|ust\\.?-?id(?:-?nr)?|umsatzsteuer-?id|steuer-?n(?:umme)?r|st\\.?-?nr|VAT(?: (?:no|reg|id)\\w*)?|IBAN|BIC|BLZ|registered (?:in|office|address|number)|company (?:no|number|reg\\w*)|reg(?:istration)?\\.? no|EIN|SIRET|KvK|UID'
		),
		'^(?:geschäftsführ(?:er|erin|ung|ende)(?:in)?|vorstand(?:svorsitzender?)?|vors(?:itzender?|\\.) des (?:vorstands|aufsichtsrat(?:e?s)?)|aufsichtsrat(?:svorsitzender?)?|managing directors?|directors?|board|komplementärin?|persönlich haftend\\w*)(?:\\s*\\([^)]*\\))?\\s*:',
		'^(?:sent from my|get outlook for|von meinem .{2,30} gesendet|gesendet (?:von|mit)|sent (?:from|with) )',
		'^(?:datenschutz(?:erklärung|hinweise?)?|privacy (?:policy|notice)|impressum|imprint|disclaimer)\\b'
	].join('|'),
	'iu'
);
/** The first words of what goes on to the end of a paragraph. */
export const NOTICE =
	/\b(?:confidential|privileged|intended (?:solely|only|recipient)|vertraulich\w*|irrtümlich|rechtlich geschützt\w*|before printing|think of the environment|consider the environment|denken sie an die umwelt|an die umwelt|unsubscribe|disclaimer)\b/iu;

/** The forms companies have, and what only a company is called. */
export const COMPANY = new RegExp(
	word(
		'GmbH|gGmbH|mbH|AG|KG|KGaA|OHG|GbR|UG|SE|e\\. ?V\\.|e\\. ?K\\.|e\\.K|Inc|LLC|LLP|Ltd|Limited|PLC|Corp(?:oration)?|Co(?:mpany)?|B\\.?V|N\\.?V|S\\.?A\\.?S?|SARL|S\\.?r\\.?l|S\\.?p\\.?A|Oy|AB|A/S|ApS|AS|Pty|Sp\\. ?z ?o\\.? ?o|s\\. ?r\\. ?o|Kft|d\\.o\\.o|Group|Gruppe|Holdings?|Stiftung|Foundation|Universit(?:y|ät)|Hochschule|Klinikum|Hospital|Sparkasse|Werke|Verlag|& Sons?|& Söhne|& Cie'
	),
	'u'
);

/** What somebody does at work. */
export const TITLE = new RegExp(
	`${word(
		'head|chief|c[efotim]o|v\\.?p|vice|president|director|direktor(?:in)?|manag(?:er|ing|ement)|lead|leader|supervisor|officer|founder|owner|partner|chair(?:man|woman)?|inhaber(?:in)?|leit(?:er|erin|ung)|prokurist(?:in)?|vertrieb|einkauf|verkauf|einkäufer(?:in)?|verkäufer(?:in)?|sales|purchas(?:ing|er)|procurement|buyer|marketing|account(?:ant| executive)|assist(?:ant|entin?|enz)|secretary|sekretariat|sekretärin?|engineer(?:ing)?|ingenieur(?:in)?|developer|entwickler(?:in)?|architekt?(?:in)?|designer(?:in)?|consultant|berater(?:in)?|advis[oe]r|specialist|spezialist(?:in)?|expert(?:e|in)?|analyst(?:in)?|coordinator|koordinator(?:in)?|representative|referent(?:in)?|sachbearbeit(?:er|erin|ung)|controller(?:in)?|attorney|lawyer|rechtsanwalt|rechtsanwältin|steuerberater(?:in)?|notar(?:in)?|geschäftsführ(?:er|erin|ung)|vorstand|buchhaltung|disponent(?:in)?|meister(?:in)?|nurse|surgeon|physician|teacher|lehrer(?:in)?|editor|redakteur(?:in)?|producer|recruit(?:er|ing)|human resources|hr|customer (?:success|service)|kundenberat(?:er|erin|ung)|außendienst|innendienst|regional|operations|finance'
	)}|(?:leiter|leiterin|leitung|manager|managerin|führer|führerin|berater|beraterin|ingenieur|ingenieurin|meister|assistent|assistentin)(?!\\p{L})`,
	'iu'
);

/** Before a name, and no part of it. */
export const BEFORE_NAME =
	/^(?:(?:i\.? ?[av]\.?|ppa\.?|per pro\.?|p\.? ?p\.|im auftrag|herrn?|frau|mr|mrs|ms|mx|hr|fr|sir|madam|name|contact|kontakt|ansprechpartner(?:in)?|ihr|ihre|your)(?:[.:]\s*|\s+))+(?=\p{L})/iu;
/** Before a name, and kept with it. */
export const DEGREE =
	/^(?:(?:univ\.-)?prof(?:essor|\.)?(?:in)?|dr(?:\.| )(?:\s?(?:med|jur|rer|phil|ing|nat|pol|h\.c|-ing)\.)*|dipl\.?-?\s?[\p{L}-]+\.?|mag\.|ing\.|m\.a\.|m\.sc\.|b\.sc\.)\s*/iu;
/** After a name. */
export const AFTER_NAME =
	/[,\s]+\(?(?:m\.?b\.?a|ph\.?d|m\.?sc|b\.?sc|ll\.?m|m\.?a|b\.?a|cpa|cfa|esq|jr|sr|m\.?d|pmp|she\/her|he\/him|they\/them|er\/ihm|sie\/ihr)\.?\)?$/iu;
/** Small words inside a name. */
export const PARTICLE =
	/^(?:von|vom|van|zu|zum|zur|de|der|den|del|della|di|da|dos|du|la|le|ter|ten|el|al|bin|bint|ben|y|af|av|und)$/i;
/** Capitalised at the head of a line, and nobody's name. */
export const NO_NAME =
	/^(?:hi|hello|hey|dear|hallo|liebe[rs]?|sehr|guten|good|please|bitte|the|our|unsere?|wir|we|your|see|call|visit|follow|besuchen|tel|phone|fax|mobile?|e-?mail|abteilung|department|team|office|büro|building|gebäude|floor|etage|mon(?:day)?|tue|wed|thu|fri|monday|tuesday|wednesday|thursday|friday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|new|best|with|mit|note|meeting|street|road|suite|ltd|thanks|thank|danke)$/i;

/** Who a mailbox belongs to, where it is nobody in particular. */
export const ROLE_BOX =
	/^(?:info|kontakt|contact|office|buero|sales|vertrieb|einkauf|hello|hallo|mail|post|team|support|service|admin|noreply|no-reply|billing|rechnung|jobs|hr|press|presse|marketing|zentrale|anfrage|order|orders|purchasing)$/i;

/** Lines that say themselves what they are. */
export const LABELS: readonly (readonly [
	'name' | 'company' | 'title' | 'address' | 'note',
	RegExp
])[] = [
	['name', /^(?:full )?(?:name|contact|kontakt|ansprechpartner(?:in)?)\s*:\s*/i],
	['company', /^(?:company|firma|unternehmen|organi[sz]ation|employer|arbeitgeber)\s*:\s*/i],
	['title', /^(?:(?:job )?title|position|role|rolle|funktion|beruf)\s*:\s*/i],
	['address', /^(?:address|adresse|anschrift|office|visit us|postal address)\s*:\s*/i],
	['note', /^(?:note|notes|notiz)\s*:\s*/i]
];

/** Countries as they stand below an address. */
export const COUNTRY =
	/^(?:germany|deutschland|austria|österreich|switzerland|schweiz|suisse|united kingdom|uk|great britain|england|scotland|wales|ireland|usa|u\.s\.a\.|united states(?: of america)?|canada|kanada|france|frankreich|italy|italia|italien|spain|españa|spanien|portugal|netherlands|nederland|the netherlands|niederlande|belgium|belgien|luxembourg|luxemburg|denmark|danmark|dänemark|sweden|sverige|schweden|norway|norge|norwegen|finland|suomi|finnland|poland|polska|polen|czechia|czech republic|tschechien|slovakia|hungary|ungarn|romania|greece|turkey|türkiye|türkei|israel|india|indien|china|japan|singapore|australia|australien|new zealand|brazil|brasilien|mexico|mexiko|liechtenstein)$/i;
