// Where Kith has to be installed by hand. The user agents are made after those in
// github.com/tmxkn1/UpdatedUserAgents (2024), gist.github.com/kicktv/a9c1cbe215c86ddf94cd8075aa740505
// (Chrome on iOS, desktop site) and mozilla-mobile/firefox-ios, Shared/UserAgent.swift.
import { describe, expect, test } from 'vitest';
import { installWay } from './install-way';

const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const IPHONE = `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${WEBKIT}`;
const IPAD = `Mozilla/5.0 (iPad; CPU OS 16_7 like Mac OS X) ${WEBKIT}`;
const MAC = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT}`;
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0';
const TAB = { standalone: false };

const table = [
	['Safari on an iPhone', `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`, TAB, 'safari-phone'],
	[
		'Safari on an old iPad',
		`${IPAD} Version/16.6 Mobile/15E148 Safari/604.1`,
		TAB,
		'safari-tablet'
	],
	[
		'Safari on an iPad that says it is a Mac',
		`${MAC} Version/17.5 Safari/605.1.15`,
		{ ...TAB, maxTouchPoints: 5 },
		'safari-tablet'
	],
	[
		'Chrome on an iPhone',
		`${IPHONE} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1`,
		TAB,
		'chrome'
	],
	[
		'Chrome on an iPad',
		`${MAC} CriOS/126 Version/11.1.1 Safari/605.1.15`,
		{ maxTouchPoints: 5 },
		'chrome'
	],
	[
		'Edge on an iPhone',
		`${IPHONE} Version/17.0 EdgiOS/126.0.2592.56 Mobile/15E148 Safari/604.1`,
		TAB,
		'chrome'
	],
	['Firefox on an iPhone', `${IPHONE} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`, TAB, 'firefox'],
	[
		'Firefox on an iPad that says it is a Mac',
		`${MAC} FxiOS/127.0 Safari/605.1.15`,
		{ maxTouchPoints: 5 },
		'firefox'
	],
	['a page within another app', `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/468.0]`, {}, 'elsewhere'],
	['Safari on a Mac that can add to the Dock', `${MAC} Version/18.0 Safari/605.1.15`, TAB, 'dock'],
	['Safari on an older Mac', `${MAC} Version/16.6 Safari/605.1.15`, {}, undefined],
	[
		'Chrome on a Mac',
		`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${BLINK} Safari/537.36`,
		{},
		undefined
	],
	[
		'Firefox on a Mac',
		'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0',
		{},
		undefined
	],
	[
		'Chrome on Windows',
		`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${BLINK} Safari/537.36`,
		{},
		undefined
	],
	[
		'Chrome on Android',
		`Mozilla/5.0 (Linux; Android 10; K) ${BLINK} Mobile Safari/537.36`,
		{ maxTouchPoints: 5 },
		undefined
	],
	[
		'WebKit on Linux',
		`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} Version/17.4 Safari/605.1.15`,
		{},
		undefined
	]
] as const;

describe('the way to install', () => {
	for (const [what, userAgent, more, way] of table) {
		test(`${what}: ${way ?? 'none to be told'}`, () => {
			expect(installWay({ userAgent, isOwnWindow: false, ...more })).toBe(way);
		});
	}

	test('none in the installed app, on the home screen or in the Dock', () => {
		const phone = `${IPHONE} Mobile/15E148`;
		expect(installWay({ userAgent: phone, standalone: true, isOwnWindow: true })).toBeUndefined();
		const mac = `${MAC} Version/18.0 Safari/605.1.15`;
		expect(installWay({ userAgent: mac, standalone: true, isOwnWindow: false })).toBeUndefined();
		expect(installWay({ userAgent: mac, standalone: false, isOwnWindow: true })).toBeUndefined();
	});
});
