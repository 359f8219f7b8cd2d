// Every failure has its own sentence, which says that nothing was changed; devices get sensible names.
import { expect, test } from 'vitest';
import { explainFault, explainFolder, folderFaults } from './backup-words';
import { nameOfDevice } from './device-name';
import type { RestoreFault } from './restore';

const faults: readonly RestoreFault[] = [
	{ code: 'BackupEmpty' },
	{ code: 'BackupNotJson' },
	{ code: 'BackupNotJson', looksLike: 'web page' },
	{ code: 'BackupNotJson', line: 3, column: 40 },
	{ code: 'BackupCutShort' },
	{ code: 'BackupForeign' },
	{ code: 'BackupForeign', looksLike: 'Monica' },
	{ code: 'BackupForeign', looksLike: 'list' },
	{ code: 'BackupTooNew' },
	{ code: 'BackupDamaged' },
	{ code: 'BackupCountsWrong' },
	{ code: 'BackupTwice' },
	{ code: 'BackupTooDeep' },
	{ code: 'BackupTrapped' },
	{ code: 'PassphraseWrong' },
	{ code: 'BackupAltered' },
	{ code: 'BackupKeyAbsurd' },
	{ code: 'BackupKeyUnknown' },
	{ code: 'FileUnreadable' },
	{ code: 'NoWayBack' }
];

test('each failure says something of its own, and what is safe', () => {
	const texts = faults.map((fault) => explainFault(fault).text);
	expect(new Set(texts).size).toBe(faults.length);
	for (const text of texts) {
		expect(text).toContain('Nothing was changed in your book.');
		expect(text).not.toMatch(/!|undefined|oops/i);
	}
	expect(texts[3]).toContain('Line 3, character 40');
});

test('each failure of the folder says something of its own, and that the earlier files stay', () => {
	const told = Object.values(folderFaults);
	expect(new Set(told.map(({ title }) => title)).size).toBe(told.length);
	for (const { text } of told) {
		expect(text).toContain('The earlier backups there are as they were, and so is your book.');
	}
	expect(explainFolder('written by a later version')).toBe(folderFaults.FolderFailed);
});

test.each([
	[
		'Chrome on Linux',
		'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/150.0 Safari/537.36'
	],
	[
		'Edge on Windows',
		'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0 Safari/537.36 Edg/150.0'
	],
	[
		'Safari on iPhone',
		'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1'
	],
	['Firefox on Android', 'Mozilla/5.0 (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0'],
	['Safari on Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/19.0 Safari/605.1.15'],
	['This device', '']
])('%s', (name, userAgent) => {
	expect(nameOfDevice({ userAgent })).toBe(name);
});

test('an iPad that calls itself a Mac is known by its touch screen', () => {
	const userAgent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/19.0 Safari/605.1.15';
	expect(nameOfDevice({ userAgent, maxTouchPoints: 5 })).toBe('Safari on iPad');
});
