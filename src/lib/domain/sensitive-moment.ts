// Which moments stay out of calendars and off what others may see.
import type { Moment } from './records/moment';

/** Sensitive as the rep says; where he says nothing, an operation is. */
export function isSensitiveMoment({
	sensitive,
	kind
}: Pick<Moment, 'sensitive' | 'kind'>): boolean {
	return sensitive ?? kind === 'surgery';
}
