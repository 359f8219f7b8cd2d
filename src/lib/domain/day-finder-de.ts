// Days named in a German sentence, as civil days.
import { addDays, dateOfDay, dayOf, nextOccurrence, partsOf, yearlessDayOf, type Day } from './day';
import { before, endOf, nextDate } from './day-spans';
import type { DayFinder, FoundDay } from './note-reading';
import { nextTurn } from './repeat';
import { whole } from './whole-words';

const WEEKDAYS = ['so', 'mo', 'di', 'mi', 'do', 'fr', 'sa'];
const MONTHS = ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez'];
const NUMBERS =
	'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn'.split(' ');

const PART = '(?:morgen|früh|vormittag|mittag|nachmittag|abend|nacht)';
/* A surname now and then, and what comes back every week. */
const WEEKDAY = `(?<!\\b(?:Herrn?|Frau|Familie|[Jj]ede[nrm]?|[Ii]mmer) )(Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)${PART}?(?: ${PART})?`;
/** Short names are words as well ("so", "Do it", "Fr. Voss"): they need something that makes a day of them. */
const SHORT = '(Mo|Di|Mi|Do|Fr|Sa|So)';
const LEAD = '(?:[Aa]m|[Bb]is|[Zz]um|[Vv]om|[Aa]b|[Ss]eit|[Dd]en|[Dd]er|[Dd]em|[Ss]pätestens)';
const MONTH =
	'(Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|(?:Jan|Feb|Mär|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\\b\\.?)';
const NEXT = '(?:nächste[nrms]?|kommende[nrms]?)';
const LAST = '(?:letzte[nrms]?|vergangene[nrms]?|vorige[nrms]?)';
/** Before a date one may say which weekday it is. */
const NAMED =
	'(?:(?:[MDFS]\\p{L}{1,9}(?<=tag|woch|abend|\\b[MDFS][oira])\\.?,? )(?:den |der |dem )?)?';
/** What is numbered besides days: "am 3. Tag", "zum 2. Mal". */
const NUMBERED =
	'(?! ?(?:Mal|Geburtstag|Jubiläum|Jahrestag|Hochzeitstag|Todestag|Stock|Tag|Platz|Tor|Kind|Termin|Treffen|Quartal|Monat|Woche|Spieltag|Semester|Etage|Lebensjahr|Advent|Klasse|Versuch|Runde|Gang|Linie|Halle|Werk|Teil|Kapitel|Schicht|Weihnacht|OG|UG)\\p{L}*)';

interface Way {
	readonly words: RegExp;
	/** The groups stand one after another, the whole match first. */
	readonly day: (match: readonly (string | undefined)[], today: Day) => Day | undefined;
	readonly repeats?: FoundDay['repeats'];
}

/* What says more comes first: words that name a day once name no other. */
const WAYS: readonly Way[] = [
	// No day at all.
	way(
		'von heute auf morgen|(?:heute|morgen) (?:oder|und) (?:heute|morgen)',
		() => undefined,
		'giu'
	),
	way(`${WEEKDAY} in (?:einer Woche|acht Tagen|8 Tagen)`, ([, name], today) =>
		addDays(forward(name, addDays(today, 1)), 7)
	),
	way('(?:heute )?in (\\d{1,3}|\\p{L}+|einem halben) (Tag|Woche|Monat|Jahr)(?:en|e|n)?', inSome),
	way('vor (\\d{1,3}|\\p{L}+) (Tag|Woche)(?:en|n)?', ([, many, unit], today) => {
		const count = numberOf(many);
		return count === undefined
			? undefined
			: addDays(today, -count * (/^w/i.test(unit ?? '') ? 7 : 1));
	}),
	way('(\\d{4})-(\\d\\d)-(\\d\\d)', ([, year, month, day]) =>
		dayOf(Number(year), Number(month), Number(day))
	),
	way(`${NAMED}(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4}|\\d\\d)(?!\\.?\\d)`, ([, day, month, year]) =>
		dayOf((Number(year) % 2000) + 2000, Number(month), Number(day))
	),
	way(`${NAMED}(\\d{1,2})\\.? ?${MONTH} (\\d{4})`, ([, day, month, year]) =>
		dayOf(Number(year), monthOf(month), Number(day))
	),
	way(
		`${NAMED}(\\d{1,2}|ersten)(?:\\.|(?= \\p{L}{3,}\\b(?!\\.)|(?<=ersten))) ?${MONTH}`,
		([, day, month], today) => inAnyYear(day === 'ersten' ? 1 : Number(day), monthOf(month), today),
		'giu',
		'yearly'
	),
	// "3.4" may be anything, unless something says that it is a day.
	way(
		`(?:(?<=\\b${LEAD} )|(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So)\\.?,? (?:den |der |dem )?)(\\d{1,2})\\. ?(\\d{1,2})(?:\\.(?!\\d)|(?=$|[,;!)]| \\p{Ll}))`,
		([, day, month], today) => inAnyYear(Number(day), Number(month), today),
		'gu',
		'yearly'
	),
	way(
		`(?<=\\b(?:[Aa]m|[Bb]is|[Zz]um|[Aa]b|[Dd]em) )(\\d{1,2})(?:\\.(?=$|[,;!)]| \\p{Ll})|$)`,
		nextNumber,
		'gu'
	),
	way(`(?<=\\b[Bb]is (?:zum )?)(\\d{1,2})\\.${NUMBERED}(?! ?\\d)`, nextNumber, 'gu'),
	way(
		`(?:${NEXT} Woche (?:am )?${WEEKDAY}|${WEEKDAY} (?:der )?${NEXT} Woche)`,
		([, one, other], today) => inWeek(one ?? other, 1, today)
	),
	way(
		`(?:übernächste Woche (?:am )?${WEEKDAY}|${WEEKDAY} übernächste[rn]? Woche)`,
		([, one, other], today) => inWeek(one ?? other, 2, today)
	),
	way(`${LAST} ${WEEKDAY}`, ([, name], today) => before(forward(name, today), today)),
	way(`nächste[nrm]? ${WEEKDAY}`, ([, name], today) => inWeek(name, 1, today)),
	way(`kommende[nrm]? ${WEEKDAY}`, ([, name], today) => forward(name, addDays(today, 1))),
	way(`diese[nrm]? ${WEEKDAY}`, ([, name], today) => forward(name, today)),
	way(WEEKDAY, ([, name], today) => forward(name, today), 'giu', 'weekly'),
	way(
		`(?<=\\b(?:[Aa]m|[Bb]is|[Aa]b|[Nn]ächsten|[Kk]ommenden|[Ss]pätestens|[Ss]eit) )${SHORT}(?!\\. ?(?:\\p{Lu}\\p{Ll}+ ?[,:]|\\d))`,
		([, name], today) => forward(name, today),
		'gu',
		'weekly'
	),
	way(`(?:${LAST} Wochenende)`, (_, today) => before(forward('sa', today), today)),
	way(
		`(?:am|bis|bis zum|vor dem|übers|fürs|dieses|kommendes|spätestens) Wochenende`,
		(_, today) => (dateOfDay(today).getDay() === 0 ? today : forward('sa', today)),
		'giu',
		'weekly'
	),
	way(`(?:am )?(?:nächste[sn]) Wochenende`, (_, today) => inWeek('sa', 1, today)),
	way(
		`Ende (?:der |${NEXT} |kommender )?nächste[rn] Woche|Ende (?:der )?kommenden Woche`,
		(_, today) => endOf('next week', today)
	),
	way(`Anfang (?:der )?${NEXT} Woche`, (_, today) => inWeek('mo', 1, today)),
	way(`Mitte (?:der )?${NEXT} Woche`, (_, today) => inWeek('mi', 1, today)),
	way('Ende (?:der|dieser|die) Woche|Wochenschluss|(?<=bis |zum )Wochenschluss', (_, today) =>
		endOf('week', today)
	),
	way(`(?<!\\bAnfang |\\bMitte )${NEXT} Woche`, (_, today) => endOf('next week', today)),
	way(`Ende (?:des )?nächsten Monats|(?:im )?nächsten Monat`, (_, today) =>
		endOf('next month', today)
	),
	way('Ende (?:des|dieses|diesen) Monats?|Monatsende|Ende (?:vom )?Monat', (_, today) =>
		endOf('month', today)
	),
	way(
		'Ende (?:des|dieses) Jahres|Jahresende|(?<=\\b(?:bis|vor|zu) )(?:Silvester|Neujahr)',
		(_, today) => endOf('year', today)
	),
	way(`Ende ${MONTH}`, ([, month], today) => endOfMonth(monthOf(month), today), 'gu', 'yearly'),
	way('(?<=\\b(?:bis|vor|zu|bis zu) )(?:Weihnachten|Heiligabend)', (_, today) =>
		inAnyYear(24, 12, today)
	),
	way(
		`heute?(?: (?:morgen|früh|vormittag|mittag|nachmittag|abend|nacht))?|(?<=\\bbis |\\bzum )Feierabend`,
		(_, today) => today
	),
	way('vorgestern', (_, today) => addDays(today, -2)),
	way(`gestern(?: ${PART})?`, (_, today) => addDays(today, -1)),
	way('übermorgen', (_, today) => addDays(today, 2)),
	// "am Morgen", "Guten Morgen", "jeden Morgen": a noun, which has its capital inside a sentence.
	way(
		`(?:(?<!\\b(?:[Aa]m|[Jj]eden|[Dd]iesen|[Dd]en|[Gg]uten) )morgen|(?<=^|[:–—-] ?)Morgen(?= (?!war|ist)))(?: ${PART})?`,
		(_, today) => addDays(today, 1),
		'gu'
	)
];

/** Finds days in German text. */
export const findGermanDays: DayFinder = (text, today) => {
	const found: FoundDay[] = [];
	const taken: { readonly from: number; readonly to: number }[] = [];
	for (const { words, day: dayIn, repeats = 'never' } of WAYS) {
		for (const match of text.matchAll(words)) {
			const { index } = match;
			const to = index + match[0].length;
			if (taken.some((other) => index < other.to && other.from < to)) continue;
			taken.push({ from: index, to });
			const day = dayIn(match, today);
			if (day) found.push({ index, text: match[0], day, repeats });
		}
	}
	return found.sort((a, b) => a.index - b.index);
};

function way(
	words: string,
	day: Way['day'],
	flags = 'giu',
	repeats: FoundDay['repeats'] = 'never'
): Way {
	return { words: new RegExp(whole(words), flags), day, repeats };
}

function numberOf(words = ''): number | undefined {
	const bare = words.toLowerCase().replace(/^eine[mnr]?$/, 'ein');
	const number = /^\d+$/.test(bare) ? Number(bare) : NUMBERS.indexOf(bare);
	return number > 0 ? number : undefined;
}

/** "in 14 Tagen", "in drei Wochen", "in einem halben Jahr". */
function inSome(
	[, many = '', unit = '']: readonly (string | undefined)[],
	today: Day
): Day | undefined {
	const kind = unit.slice(0, 1).toLowerCase();
	if (/^einem halben$/i.test(many)) {
		return kind === 'j' ? nextTurn(today, { every: 6, unit: 'month' }, today)?.day : undefined;
	}
	const count = numberOf(many);
	if (!count) return undefined;
	// Eight days are a week, as everybody says who counts today.
	if (kind === 't') return addDays(today, many.toLowerCase() === 'acht' ? 7 : count);
	if (kind === 'w') return addDays(today, count * 7);
	const every = kind === 'j' ? count * 12 : count;
	return nextTurn(today, { every, unit: 'month' }, today)?.day;
}

function monthOf(name = ''): number {
	const short = name.slice(0, 3).toLowerCase();
	return MONTHS.indexOf({ mrz: 'mär', jän: 'jan' }[short] ?? short) + 1;
}

function inAnyYear(day: number, month: number, today: Day): Day | undefined {
	const date = yearlessDayOf(month, day);
	return date && nextOccurrence(date, today);
}

function nextNumber([, number]: readonly (string | undefined)[], today: Day): Day | undefined {
	const day = Number(number);
	return day > 0 && day < 32 ? nextDate(day, today) : undefined;
}

/** The next day of that name; the first asked about is one. */
function forward(name = '', from: Day): Day {
	return addDays(from, (weekdayOf(name) - dateOfDay(from).getDay() + 7) % 7);
}

/** The day of that name in a week to come; weeks begin on Monday. */
function inWeek(name = '', weeks: number, today: Day): Day {
	const monday = addDays(today, -((dateOfDay(today).getDay() + 6) % 7));
	return addDays(monday, weeks * 7 + ((weekdayOf(name) + 6) % 7));
}

function weekdayOf(name: string): number {
	return WEEKDAYS.indexOf(name.slice(0, 2).toLowerCase());
}

function endOfMonth(month: number, today: Day): Day | undefined {
	const { year, month: now } = partsOf(today);
	const first = dayOf(month < now ? year + 1 : year, month, 1);
	return first && endOf('month', first);
}
