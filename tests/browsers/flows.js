// The main flows, written once for every browser. Each is told what it works with and throws what is wrong.
import { fileURLToPath } from 'node:url';
import { goTo, lacking } from './in-page.js';

/** @typedef {import('./screen.js').Screen} Screen */

/**
 * @typedef {object} Ground
 * @property {string} url where the app is served, by a server of this flow's own
 * @property {() => Promise<void>} stopServing from here on there is no network
 * @property {(words: string) => void} say
 * @property {() => Promise<Screen>} newProfile a page with an empty book; ends the one before
 */

/** @typedef {(ground: Ground) => Promise<void>} Flow */

const CONTACTS = fileURLToPath(new URL('../e2e/support/contacts.vcf', import.meta.url));
const NAMES = ['Ada Marsh', 'Bo Marsh', 'Cy Marsh'];
/** Every other place there is, and what it is headed. @type {Record<string, string>} */
const PLACES = {
	more: 'More',
	settings: 'Settings',
	devices: 'Devices',
	export: 'Export',
	insights: 'Insights',
	moments: 'Moments',
	articles: 'Articles',
	thanks: 'Thank-yous',
	companies: 'Companies',
	'people/same': 'The same person twice?',
	inbox: 'Inbox',
	trash: 'Trash',
	backup: 'Backup'
};

/** What the app says where a browser lacks something that there would be a button for. */
const EXPLAINED = [
	{ without: 'private files', at: 'backup', says: /no place for restore points/ },
	{ without: 'direct connections', at: 'devices', says: /connects to no other device directly/ },
	{ without: 'folder choice', at: 'devices', says: /cannot open a folder for Kith/ }
];

/** Writes names down on the first page of an empty book. @param {Ground} ground */
async function startedBook(ground) {
	const screen = await ground.newProfile();
	await screen.open(`${ground.url}#/`);
	for (const [index, name] of NAMES.entries()) await screen.type(`Name ${index + 1}`, name);
	await screen.click('button', 'Start the book');
	await screen.saved();
	return screen;
}

/** Imports the contacts of a file into a book that has people. @param {Ground} ground */
async function importedBook(ground) {
	const screen = await startedBook(ground);
	await screen.page.run(goTo, 'import');
	await screen.choose('Contacts file', CONTACTS);
	await screen.click('button', 'Import 3 people');
	await screen.sees('button', 'Undo import');
	return screen;
}

/** @type {Flow} */
async function importFlow(ground) {
	const screen = await importedBook(ground);
	await screen.click('link', 'People');
	for (const name of ['Zoë Ångström', 'Tomasz Zieliński', 'Bo Nyström']) {
		await screen.sees('link', new RegExp(`^${name}`));
	}
	await screen.type('Search people', 'zielinski', 'searchbox');
	await screen.click('link', /^Tomasz Zieliński/);
	await screen.sees('heading', 'Tomasz Zieliński');
}

/** @type {Flow} */
async function offlineFlow(ground) {
	const screen = await importedBook(ground);
	await screen.readyForOffline();
	await ground.stopServing();
	await screen.open(`${ground.url}#/new`);
	await screen.type('Note', 'Lunch with @zoe');
	await screen.sees('option', /Zoë Ångström/);
	await screen.page.press('Enter');
	await screen.type('Note', '. Max builds a volcano');
	await screen.click('button', 'Save');
	await screen.sees('status', /Saved/);
	await screen.open(`${ground.url}#/people`);
	await screen.click('link', /^Zoë Ångström/);
	await screen.reads(/Lunch with Zoë Ångström\. Max builds a volcano/);
}

/** @type {Flow} */
async function personFlow(ground) {
	const screen = await startedBook(ground);
	await screen.click('link', 'People');
	await screen.click('button', 'Add person');
	await screen.type('Name', 'Dee Harrow');
	await screen.type('Company', 'Harrow Foods');
	await screen.click('button', 'Save person');
	await screen.sees('heading', 'Dee Harrow');
	await screen.click('button', 'Edit');
	await screen.type('Title', 'Plant manager');
	await screen.click('button', 'Done');
	await screen.reads(/Plant manager/);
	await screen.saved();
	await screen.reload();
	await screen.sees('heading', 'Dee Harrow');
	await screen.reads(/Plant manager/);
	await screen.reads(/Harrow Foods/);
}

/** @type {Flow} */
async function topTenFlow(ground) {
	const screen = await startedBook(ground);
	await screen.click('link', 'People');
	await screen.click('button', 'Add person');
	await screen.type('Name', 'Dee Harrow');
	await screen.click('button', 'Save person');
	await screen.click('button', 'Add to Top Ten');
	await screen.click('link', 'Top Ten');
	await screen.sees('listitem', /Dee Harrow/);
	await screen.saved();
	await screen.reload();
	for (const name of [...NAMES, 'Dee Harrow']) await screen.sees('listitem', new RegExp(name));
}

/** @type {Flow} */
async function walkFlow(ground) {
	const screen = await startedBook(ground);
	await screen.click('link', 'Top Ten');
	await screen.click('link', 'Begin');
	await screen.sees('heading', 'Ada Marsh');
	await screen.click('radio', 'My own words');
	await screen.type('How you will open', 'Max and his volcano');
	await screen.click('button', /^Book .+, go on$/);
	await screen.sees('heading', 'Bo Marsh');
	await screen.click('button', 'Not this week');
	await screen.sees('heading', 'Cy Marsh');
	await screen.click('button', /^Book .+, go on$/);
	await screen.sees('heading', /Two calls booked, one not this week/);
	const { text } = await screen.download(/^kith-calls.*\.ics$/, () =>
		screen.click('button', 'Calendar file')
	);
	if (text.match(/^SUMMARY:Call (Ada|Cy) Marsh/gm)?.length !== 2) {
		throw new Error(`the calendar file has other calls: ${text}`);
	}
	await screen.click('button', 'Finish');
	await screen.saved();
	await screen.reload();
	await screen.click('link', /Ada Marsh/);
	await screen.reads(/Max and his volcano/);
}

/** @type {Flow} */
async function backupFlow(ground) {
	const screen = await ground.newProfile();
	await screen.open(`${ground.url}#/`);
	await screen.click('button', /Try with sample people/);
	await screen.sees('heading', 'You promised');
	await screen.saved();
	const one = await backup(ground, screen);
	const other = await ground.newProfile();
	await other.open(`${ground.url}#/backup`);
	await other.choose('Backup file', one.path);
	await other.click('button', 'Add & update');
	await other.saved();
	await makePoint(other);
	const again = await backup(ground, other);
	const [before, after] = [one, again].map(({ text }) => countsOf(text));
	if (before !== after) throw new Error(`restored ${after} of ${before}`);
}

/** @type {Flow} */
async function placesFlow(ground) {
	const screen = await ground.newProfile();
	await screen.open(`${ground.url}#/`);
	await screen.click('button', /Try with sample people/);
	await screen.sees('heading', 'You promised');
	await screen.saved();
	/** @type {string[]} */
	const absent = await screen.page.run(lacking);
	ground.say(`this browser has no ${absent.join(', ')}`);
	for (const [place, heading] of Object.entries(PLACES)) {
		await screen.page.run(goTo, place);
		await screen.sees('heading', heading);
		for (const { without, at, says } of EXPLAINED) {
			if (at === place && absent.includes(without)) await screen.reads(says);
		}
	}
}

/** @param {Ground} ground @param {Screen} screen */
async function backup(ground, screen) {
	await screen.open(`${ground.url}#/backup`);
	return screen.download(/^kith-backup-.*\.json$/, () => screen.click('button', 'Save backup'));
}

/** Makes a restore point where the browser has a place for them. @param {Screen} screen */
async function makePoint(screen) {
	if ((await screen.page.run(lacking)).includes('private files')) return;
	await screen.click('button', 'Make one now');
	await screen.reads(/There is a restore point of your book as it is now/);
}

/** How much of what a backup holds; each profile is a device of its own. @param {string} text */
function countsOf(text) {
	/** @type {unknown} */
	const read = JSON.parse(text);
	const { counts } = /** @type {{ counts: Record<string, number> }} */ (read);
	return JSON.stringify({ ...counts, device: undefined });
}

/** Each flow by its name. @type {Record<string, Flow>} */
export const FLOWS = {
	import: importFlow,
	'capture offline': offlineFlow,
	person: personFlow,
	'top ten': topTenFlow,
	'weekly walk': walkFlow,
	'backup and restore': backupFlow,
	'every place': placesFlow
};
