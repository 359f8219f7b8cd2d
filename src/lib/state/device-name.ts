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

/** As much of a device as its name needs. */
export interface Named {
	readonly id: string;
	readonly name: string;
	/** When it was made, an ISO instant. */
	readonly since?: string | undefined;
}

/**
 * The names of devices, by id. Of several with one name all but the oldest have a number: "Chrome on
 * Linux", "Chrome on Linux 2"; the same on every device.
 */
export function deviceNames(devices: Iterable<Named>): ReadonlyMap<string, string> {
	const order = ({ since = '~', id }: Named): string => `${since} ${id}`;
	const oldest = [...devices].sort((a, b) => (order(a) < order(b) ? -1 : 1));
	const taken = new Set(oldest.map(({ name }) => name));
	const used = new Set<string>();
	const names = new Map<string, string>();
	for (const { id, name } of oldest) {
		let own = name;
		for (let next = 2; used.has(own) || (own !== name && taken.has(own)); next++) {
			own = `${name} ${next}`;
		}
		used.add(own);
		names.set(id, own);
	}
	return names;
}
