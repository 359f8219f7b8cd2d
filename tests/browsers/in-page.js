// What runs inside the page under test. Each function travels as its source, so it uses nothing from
// outside itself.

/**
 * The elements of a role and a name that are to be seen; a file input counts although its label is
 * what is seen, and so does what lies unseen under its chip.
 * @param {import('./driver.js').Wanted} wanted
 * @returns {Element[]}
 */
function elementsOf({ role, name, pattern }) {
	/** @type {Record<string, string>} */
	const selectors = {
		button: 'button, [role=button], summary',
		dialog: 'dialog[open]',
		file: 'input[type=file]',
		heading: 'h1, h2, h3',
		link: 'a[href]',
		listitem: 'li, [role=listitem]',
		option: '[role=option]',
		radio: 'input[type=radio]',
		region: 'section[aria-label], section[aria-labelledby]',
		searchbox: 'input[type=search]',
		status: '[role=status]',
		textbox: 'textarea, input:is(:not([type]), [type=text], [type=tel], [type=email])'
	};
	const tidy = (/** @type {string | null | undefined} */ text) =>
		(text ?? '').replaceAll(/\s+/g, ' ').trim();
	const nameOf = (/** @type {Element} */ element) => {
		const by = element.getAttribute('aria-labelledby');
		const labels = /** @type {HTMLInputElement} */ (element).labels ?? [];
		return tidy(
			element.getAttribute('aria-label') ??
				(by === null
					? undefined
					: by
							.split(' ')
							.map((id) => document.getElementById(id)?.textContent)
							.join(' ')) ??
				(labels.length > 0 ? [...labels].map((label) => label.textContent).join(' ') : undefined) ??
				element.textContent
		);
	};
	const isSeen = (/** @type {Element} */ element) =>
		['file', 'radio'].includes(role) || element.checkVisibility({ visibilityProperty: true });
	return [...document.querySelectorAll(selectors[role] ?? `[role=${role}]`)].filter((element) => {
		if (!isSeen(element)) return false;
		const its = nameOf(element);
		return (
			(name === undefined || its === name) &&
			(pattern === undefined || new RegExp(pattern).test(its))
		);
	});
}

/**
 * What a person would press for an element: the chip, where an input lies unseen under one.
 * @param {Element | undefined} element
 */
function pressedFor(element) {
	const input = /** @type {HTMLInputElement | undefined} */ (element);
	return (input?.type === 'radio' ? input.labels?.[0] : undefined) ?? element;
}

/**
 * Whether a press in the middle of an element would reach it: it stands still, and nothing lies over it.
 * @param {Element} element
 */
export async function isPressable(element) {
	element.scrollIntoView({ block: 'nearest' });
	const before = element.getBoundingClientRect();
	await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
	const { x, y, width, height } = element.getBoundingClientRect();
	const hit = document.elementFromPoint(x + width / 2, y + height / 2);
	return before.x === x && before.y === y && hit !== null && element.contains(hit);
}

/** The first of them, as an expression to be evaluated. @param {import('./driver.js').Wanted} wanted */
export function elementOf(wanted) {
	return `(${String(elementsOf)})(${JSON.stringify(wanted)})[0]`;
}

/** Whether there is one, as an expression to be evaluated. @param {import('./driver.js').Wanted} wanted */
export function isThere(wanted) {
	return `${elementOf(wanted)} !== undefined`;
}

/** What to press for it, as an expression to be evaluated. @param {import('./driver.js').Wanted} wanted */
export function pressedOf(wanted) {
	return `(${String(pressedFor)})(${elementOf(wanted)})`;
}

/** Whether every file of this version is in the cache of the worker. @returns {Promise<boolean>} */
export async function isReadyForOffline() {
	const { active } = await navigator.serviceWorker.ready;
	const { port1, port2 } = new MessageChannel();
	active?.postMessage({ type: 'IS_WHOLE' }, [port2]);
	return new Promise((resolve) => {
		port1.onmessage = ({ data }) => resolve(data === true);
	});
}

/** Names of what this browser does not have, of all that Kith has a use for. @returns {string[]} */
export function lacking() {
	const all = globalThis;
	const here = navigator;
	// Some browsers have none at all, whatever the types say.
	const storage = 'storage' in navigator ? navigator.storage : {};
	/** @type {Record<string, boolean>} */
	const has = {
		'private files': 'getDirectory' in storage,
		'promise to keep': 'persist' in storage,
		'room on disk': 'estimate' in storage,
		'direct connections': 'RTCPeerConnection' in all,
		'folder choice': 'showDirectoryPicker' in all,
		'share sheet': 'share' in here,
		'contact picker': 'contacts' in here,
		'icon badge': 'setAppBadge' in here,
		passkeys: 'PublicKeyCredential' in all,
		'own QR reader': 'BarcodeDetector' in all,
		vibration: 'vibrate' in here,
		'install prompt': 'onbeforeinstallprompt' in all,
		'files opened with Kith': 'launchQueue' in all,
		'view transitions': 'startViewTransition' in document,
		'growing text fields': CSS.supports('field-sizing', 'content'),
		compression: 'CompressionStream' in all,
		locks: 'locks' in here
	};
	return Object.keys(has).filter((name) => has[name] === false);
}

/**
 * Keeps errors where a driver without a log can read them: for the top of the page itself. They go
 * into the session's storage, so that a reload keeps them.
 */
export function keepFaults() {
	const KEY = 'test:faults';
	const keep = (/** @type {string} */ words) => {
		/** @type {unknown} */
		const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
		sessionStorage.setItem(KEY, JSON.stringify([.../** @type {string[]} */ (kept), words]));
	};
	addEventListener('error', ({ message, filename, lineno }) =>
		keep(`page error: ${message} (${filename}:${lineno})`)
	);
	let isLeaving = false;
	addEventListener('beforeunload', () => {
		isLeaving = true;
	});
	addEventListener('unhandledrejection', ({ reason }) => {
		const words = String(reason);
		// What it stops loading, because it leaves the page, counts as failed.
		if (isLeaving && words.includes('Importing a module script failed')) return;
		keep(`page error: ${words}`);
	});
	document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
		keep(`CSP violation: ${violatedDirective} refused ${blockedURI}`)
	);
	const { error } = console;
	console.error = (/** @type {unknown[]} */ ...words) => {
		keep(`console error: ${words.map(String).join(' ')}`);
		error.apply(console, words);
	};
}

/** What was kept. @returns {string[]} */
export function keptFaults() {
	/** @type {unknown} */
	const kept = JSON.parse(sessionStorage.getItem('test:faults') ?? '[]');
	return /** @type {string[]} */ (kept);
}

/** Goes to a place of the app as a link does. @param {string} place */
export function goTo(place) {
	// An address typed in would load the page anew.
	const link = Object.assign(document.createElement('a'), { href: `#/${place}` });
	document.body.append(link);
	link.click();
	link.remove();
}

/** All that is to be read. */
export function allText() {
	return document.body.innerText;
}

/** Whether the app has made a performance mark since the page was loaded. @param {string} name */
export function isMarked(name) {
	return performance.getEntriesByName(name).length > 0;
}
