// What to call this device until the rep gives it a name: the browser and what it runs on.

/** The browser's own words about itself. */
export interface Agent {
	readonly userAgent: string;
	readonly maxTouchPoints?: number;
}

const BROWSERS: readonly (readonly [RegExp, string])[] = [
	[/\bEdg(?:A|iOS)?\//, 'Edge'],
	[/\bOPR\//, 'Opera'],
	[/\bSamsungBrowser\//, 'Samsung Internet'],
	[/\b(?:Firefox|FxiOS)\//, 'Firefox'],
	[/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
	[/\bSafari\//, 'Safari']
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
	[/\biPhone\b/, 'iPhone'],
	[/\biPad\b/, 'iPad'],
	[/\bAndroid\b/, 'Android'],
	[/\bCrOS\b/, 'Chromebook'],
	[/\bWindows\b/, 'Windows'],
	[/\bMac(?:intosh| OS)\b/, 'Mac'],
	[/\bLinux\b/, 'Linux']
];

/** "Chrome on Linux", "Safari on iPhone", or as much of it as can be told. */
export function nameOfDevice({ userAgent, maxTouchPoints = 0 }: Agent): string {
	const find = (list: typeof SYSTEMS): string | undefined =>
		list.find(([pattern]) => pattern.test(userAgent))?.[1];
	const found = find(SYSTEMS);
	// An iPad says it is a Mac; no Mac has a touch screen.
	const system = found === 'Mac' && maxTouchPoints > 1 ? 'iPad' : found;
	const browser = find(BROWSERS);
	if (browser && system) return `${browser} on ${system}`;
	return browser ?? system ?? 'This device';
}
