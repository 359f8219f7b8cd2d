// What a card's properties are called in plain words, and the lines of it that are kept as written.

/** What people would call it. Of the rest the name stands as the program wrote it. */
const names: Readonly<Record<string, string>> = {
	FN: 'full name',
	N: 'name in parts',
	ORG: 'company',
	TITLE: 'position',
	ROLE: 'role',
	TEL: 'phone',
	EMAIL: 'e-mail',
	ADR: 'address',
	URL: 'link',
	IMPP: 'messenger',
	BDAY: 'birthday',
	DEATHDATE: 'day of death',
	GENDER: 'gender',
	KIND: 'kind of entry',
	LANG: 'language',
	TZ: 'time zone',
	GEO: 'place on the map',
	NOTE: 'note',
	NICKNAME: 'nickname',
	CATEGORIES: 'groups',
	RELATED: 'related people',
	MEMBER: 'member',
	ANNIVERSARY: 'anniversary',
	PHOTO: 'photo',
	LOGO: 'logo',
	SOUND: 'sound',
	KEY: 'key for encryption',
	MAILER: 'mail program',
	LABEL: 'address label',
	AGENT: 'assistant',
	CLASS: 'privacy mark',
	'SORT-STRING': 'sorted under',
	CALURI: 'calendar link',
	FBURL: 'link to free times',
	CALADRURI: 'address for invitations',
	SOURCE: 'where the card is kept',
	UID: 'mark of the entry',
	REV: 'last change',
	PRODID: 'program',
	'X-ABRELATEDNAMES': 'related people',
	'X-ABDATE': 'days',
	'X-ANNIVERSARY': 'anniversary',
	'X-SPOUSE': 'spouse',
	'X-ASSISTANT': 'assistant',
	'X-MANAGER': 'manager',
	'X-GENDER': 'gender',
	'X-SOCIALPROFILE': 'social profile',
	'X-PHONETIC-FIRST-NAME': 'first name as spoken',
	'X-PHONETIC-MIDDLE-NAME': 'middle name as spoken',
	'X-PHONETIC-LAST-NAME': 'last name as spoken',
	'X-MAIDENNAME': 'name at birth',
	'X-ABSHOWAS': 'shown as',
	'X-ABADR': 'form of the address',
	'X-ABLABEL': 'label',
	'X-ABUID': 'mark of the entry'
};
/** Kept with the person, and too much or too strange to be shown. */
const UNSEEN = /^(?:PHOTO|LOGO|SOUND|KEY)$/i;
const LINE = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":;])*)*):(.*)$/s;

/** What a property or a column is called: "full name" for `FN`, a head as it is. */
export function sourceName(from: string): string {
	return names[from] ?? from;
}

/** A line of a card in words: "Photo, kept, not shown", "Role: Buyer". */
export function keptLine(line: string): string {
	const [, property = '', params = '', value = ''] = LINE.exec(line) ?? [];
	const called = names[property.toUpperCase()];
	if (property === '') return line;
	const name = upper(called ?? property);
	const isPacked = /encoding=(b|base64)\b/i.test(params) || /^data:/i.test(value);
	if (UNSEEN.test(property) || isPacked) return `${name}, kept, not shown`;
	return `${name}: ${plain(value)}`;
}

/* Parts of a value stand side by side, empty ones not at all. */
function plain(value: string): string {
	const parts = value.split(/(?<!\\)[;,]/).map((part) => part.trim());
	return parts
		.filter(Boolean)
		.map((part) => part.replace(/\\n/gi, ' ').replace(/\\(.)/g, '$1'))
		.join(', ');
}

function upper(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
