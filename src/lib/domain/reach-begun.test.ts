/* A link that leaves the app begins a touch. */
import { expect, test } from 'vitest';
import { kindBegunBy } from './reach-begun';

test.each([
	['tel:+15550100', 'call'],
	['sms:+15550100?&body=Max', 'text'],
	['https://wa.me/15550100?text=Max', 'message'],
	['mailto:ada@example.org', 'email'],
	['TEL:123', 'call'],
	['https://wa.mean.example/15550100', undefined],
	['https://maps.apple.com/?q=Home', undefined],
	['#/people/1', undefined],
	['https://example.org/?next=tel:123', undefined]
])('%s begins %s', (href, kind) => {
	expect(kindBegunBy(href)).toBe(kind);
});
