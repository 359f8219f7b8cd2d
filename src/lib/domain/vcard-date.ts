// The dates of vCards as civil days: every form the RFCs allow and the ones address books made up.
import { dayOf, yearlessDayOf, type AnyDay } from './day';
import { hasParam, type VcardProperty } from './vcard-property';
import { unescapeText } from './vcard-text';

/** A day, or why there is none; `text` means that the card itself calls it free text. */
export type VcardDate =
	| { readonly day: AnyDay }
	| { readonly day?: undefined; readonly reason: 'text' | 'bad-date' | 'partial-date' };

/** `1978-04-12`, `19780412`, `1978/4/12`; a time of day may follow and does not count. */
const FULL = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?:[T ].*)?$/;
/** `--0412` and `--04-12`. */
const YEARLESS = /^--(\d{2})-?(\d{2})(?:[T ].*)?$/;
/** A year, a year and month, a month, a day of the month, or a time. */
const PARTIAL = /^(?:\d{4}(?:-\d{2})?|--\d{2}|---\d{2}|T.*)$/;
/** Years that stand for none: Apple's, which it does not always declare, and a year zero. */
const NO_YEAR = new Set([0, 1604]);

/** The civil day of a date property, the one written, whatever time zone follows. */
export function vcardDate(property: VcardProperty): VcardDate {
	if (hasParam(property, 'VALUE', 'TEXT')) return { reason: 'text' };
	const text = unescapeText(property.value).trim();
	const yearless = YEARLESS.exec(text);
	if (yearless) return found(yearlessDayOf(Number(yearless[1]), Number(yearless[2])));
	const full = FULL.exec(text);
	if (!full) return { reason: PARTIAL.test(text) ? 'partial-date' : 'bad-date' };
	const year = Number(full[1]);
	const month = Number(full[3] ?? full[5]);
	const day = Number(full[4] ?? full[6]);
	const omitted = hasParam(property, 'X-APPLE-OMIT-YEAR', full[1] ?? '');
	return found(omitted || NO_YEAR.has(year) ? yearlessDayOf(month, day) : dayOf(year, month, day));
}

function found(day: AnyDay | undefined): VcardDate {
	return day === undefined ? { reason: 'bad-date' } : { day };
}
