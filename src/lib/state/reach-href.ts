// Links of one way to reach somebody at a time, as they are listed on a person's page.
import { dialable, mailto } from './reach';

/** The link behind one phone, e-mail or web address, or undefined where it leads nowhere. */
export function reachHref(kind: 'phone' | 'email' | 'link', value: string): string | undefined {
	if (kind === 'link') return /^https?:\/\//i.test(value) ? value : undefined;
	if (kind === 'email') return /.@./.test(value) ? mailto(value) : undefined;
	const number = dialable(value);
	return number && `tel:${number}`;
}
