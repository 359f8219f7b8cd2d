// Reaching for somebody by a link that leaves the app: what kind of touch it begins.

/** Touches that begin with a link. */
export const begunKinds = ['call', 'text', 'message', 'email'] as const;
export type BegunKind = (typeof begunKinds)[number];

const KINDS: readonly (readonly [start: string, kind: BegunKind])[] = [
	['tel:', 'call'],
	['sms:', 'text'],
	['https://wa.me/', 'message'],
	['mailto:', 'email']
];

/** The touch that a link begins; undefined when it reaches for nobody. */
export function kindBegunBy(href: string): BegunKind | undefined {
	const link = href.toLowerCase();
	return KINDS.find(([start]) => link.startsWith(start))?.[1];
}
