// Where devices meet: the address of a signalling server, in the one form that is used, or that it is none.

/** Where the app may connect without encryption: nothing leaves the machine. The page's policy says the same. */
const OWN_MACHINE = new Set(['localhost', '127.0.0.1']);
const MOST_LETTERS = 200;

/**
 * The address as typed, with `wss://` put before a bare name. Undefined for anything that is no address,
 * and for `ws://` to another machine, which the browser would refuse.
 */
export function textToMeetingAddress(text: string): string | undefined {
	const typed = text.trim();
	if (typed === '' || typed.length > MOST_LETTERS || /\s/.test(typed)) return undefined;
	const whole = /^[a-z]+:\/\//i.test(typed) ? typed : `wss://${typed}`;
	if (!URL.canParse(whole)) return undefined;
	const url = new URL(whole);
	if (url.hash !== '' || url.username !== '' || url.hostname === '') return undefined;
	const isOpen = url.protocol === 'wss:';
	if (!isOpen && !(url.protocol === 'ws:' && OWN_MACHINE.has(url.hostname))) return undefined;
	return url.pathname === '/' && url.search === '' ? url.origin : url.href;
}
