// An address in one line, as it is written where it is.
import type { Address } from '$lib/domain/records/person';

/** Where the postcode stands behind the place. */
const POSTCODE_BEHIND =
	/^(us|usa|u\. ?s\.( ?a\.)?|united states.*|gb|uk|united kingdom|great britain|england|scotland|wales|northern ireland|ie|ireland|ca|canada|au|australia|nz|new zealand|in|india)$/i;
/** British and Canadian postcodes, which nobody writes in front, and the states of America with theirs. */
const BEHIND_BY_ITSELF = /^([a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d[a-z] ?\d[a-z]\d)$/i;
const STATE_AND_ZIP = /^[A-Z]{2} \d{5}(-\d{4})?$/;

/** An address in one line, in the order of its country. */
export function addressLine({ street, city, region, postcode, country }: Address): string {
	const spaced = (...parts: readonly (string | undefined)[]): string =>
		parts.filter(Boolean).join(' ');
	const isBehind = country
		? POSTCODE_BEHIND.test(country.trim())
		: BEHIND_BY_ITSELF.test(postcode?.trim() ?? '') || STATE_AND_ZIP.test(spaced(region, postcode));
	const places = !isBehind
		? [spaced(postcode, city), region]
		: region
			? [city, spaced(region, postcode)]
			: [spaced(city, postcode)];
	return [street, ...places, country].filter(Boolean).join(', ');
}
