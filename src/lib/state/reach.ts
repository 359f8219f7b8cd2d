// Links that open the phone's own way to reach somebody. Nothing is sent by Kith itself.
import type { Address, Person } from '$lib/domain/records/person';

/** The ways a person can be reached, as links; absent where nothing is known. */
export interface ReachLinks {
	readonly call?: string;
	readonly text?: string;
	readonly whatsapp?: string;
	readonly email?: string;
	readonly map?: string;
}

/** All the ways to reach a person: the first phone that can be dialled, the first e-mail, the first address. */
export function reachLinks({ phones = [], emails = [], addresses = [] }: Person): ReachLinks {
	const numbers = phones
		.filter(({ label }) => !/fax|pager/i.test(label ?? ''))
		.map(({ value }) => dialable(value))
		.filter((number) => number !== undefined);
	const mobile = phones.find(({ label }) => /cell|mobil|handy|iphone/i.test(label ?? ''));
	const number = numbers[0];
	const texted = (mobile && dialable(mobile.value)) ?? number;
	const email = emails.find(({ value }) => /.@./.test(value))?.value.trim();
	const address = addresses[0] && mapped(addresses[0]);
	return {
		...(number ? { call: `tel:${number}` } : {}),
		...(texted ? { text: `sms:${texted}` } : {}),
		...(texted?.startsWith('+') ? { whatsapp: `https://wa.me/${texted.slice(1)}` } : {}),
		...(email ? { email: mailto(email) } : {}),
		...(address ? { map: `https://maps.apple.com/?q=${encodeURIComponent(address)}` } : {})
	};
}

/**
 * A number as `tel:` wants it, or undefined when the text holds no number to dial. The zero of "+49 (0)30"
 * is dialled only within the country.
 */
export function dialable(text: string): string | undefined {
	const digits = text
		.replace(/(ext|x|#).*$/i, '')
		.replace(/^(\s*(\+|00)[^(]*)\(0\)/, '$1')
		.replace(/[^\d+]/g, '');
	const plain = digits.replace(/(?!^)\+/g, '').replace(/^00/, '+');
	return /^\+?\d{3,}$/.test(plain) ? plain : undefined;
}

/* An address as a map finds it. */
function mapped({ street, city, region, postcode, country }: Address): string {
	const place = [postcode, city].filter(Boolean).join(' ');
	return [street, place, region, country].filter(Boolean).join(', ');
}

/** An address as `mailto:` wants it. */
export function mailto(email: string): string {
	return `mailto:${encodeURIComponent(email.trim()).replace('%40', '@')}`;
}
