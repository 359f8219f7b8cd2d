// An address of a table, put together from its columns.
import type { Address } from './records/person';

/** What the columns of one address have in a row: by the part, each line of it. */
export interface WrittenAddress {
	label?: string;
	readonly parts: Map<string, string[]>;
}

const ADDRESS_PARTS = ['street', 'city', 'region', 'postcode', 'country', 'address'] as const;

/** A whole address in one cell stands in where its parts are not there. */
export function addressOf({ label, parts }: WrittenAddress): Address {
	const fields: { [part in (typeof ADDRESS_PARTS)[number] | 'label']?: string } = {};
	for (const part of ADDRESS_PARTS) {
		const texts = parts.get(part);
		if (texts) fields[part] = texts.join(part === 'street' ? '\n' : ', ');
	}
	const { address: whole, ...rest } = fields;
	const isWhole = whole !== undefined && rest.street === undefined;
	const isInParts = Object.keys(rest).length > 1;
	return {
		...rest,
		...(isWhole && !(isInParts && whole.includes('\n')) ? { street: whole } : {}),
		...(label === undefined ? {} : { label })
	};
}
