// No bad backup gets in: each is refused for its own reason, and the book is byte for byte as it was.
import { encodeStateAsUpdate } from 'yjs';
import { describe, expect, test } from 'vitest';
import { dayOfDate } from '$lib/domain/day';
import { tableNames } from '$lib/domain/records/tables';
import { sampleBook } from '$lib/domain/sample/sample-book';
import { english as words } from '$lib/domain/sample/sample-en';
import { bindBackup } from '$lib/state/backup';
import { sealFor } from '$lib/state/backup-seal';
import { explainFault } from '$lib/state/backup-words';
import { Restoring } from '$lib/state/restoring.svelte';
import type { Book } from '$lib/store/book';
import { aKith, backupIn, digestOf } from '../support/backups';
import { badBackups, boundIn, type GoodBackups } from '../support/bad-backups';
import { NOON, write } from '../support/books';
import { runs } from '../support/runs';

const PASSPHRASE = 'Grüße aus der Halle 7';

async function goodBackups(): Promise<GoodBackups> {
	const kith = await aKith('from');
	const today = dayOfDate(new Date(NOON));
	const content = sampleBook({ seed: 11, words, people: 30, entries: 120, today, now: NOON });
	write(kith.book, (draft) => {
		for (const table of tableNames) {
			for (const record of content[table] ?? []) draft.add(table, record);
		}
	});
	const seal = await sealFor(PASSPHRASE);
	if (!seal) throw new Error('nothing can be sealed here');
	const [plain, sealed] = [await bindBackup(kith), await bindBackup(kith, { seal })];
	return {
		plain: await plain.blob.text(),
		sealed: await sealed.blob.text(),
		passphrase: PASSPHRASE
	};
}

/** Every byte the documents of a book consist of. */
function bytesOf(book: Book): string {
	return [...book.documents]
		.map(([name, { doc }]) => `${name} ${Buffer.from(encodeStateAsUpdate(doc)).toString('base64')}`)
		.join('\n');
}

describe('a bad backup', () => {
	test(
		'is refused for its own reason, and the book stays byte for byte as it was',
		async () => {
			const good = await goodBackups();
			const kith = await aKith('to');
			write(kith.book, (draft) => {
				draft.add('person', { id: kith.book.newId('person'), name: 'Mine Alone' });
			});
			const before = bytesOf(kith.book);
			const whole = digestOf((await backupIn(good.plain)).records);
			const seen = new Map<string, string>();
			let [tried, same] = [0, 0];
			for await (const bad of badBackups(good)) {
				tried++;
				const restoring = new Restoring(kith);
				await restoring.open(new File([bad.file], 'bad.json'));
				if (restoring.locked) await restoring.unlock(bad.passphrase ?? '');
				expect(bytesOf(kith.book), bad.name).toBe(before);
				expect(restoring.doing, bad.name).toBeUndefined();
				if (bad.mayMeanTheSame && restoring.reading) {
					same++;
					expect(digestOf(restoring.reading.backup.records), bad.name).toBe(whole);
				} else {
					expect(restoring.reading, bad.name).toBeUndefined();
					const titles = bad.codes.map((code) => explainFault({ code }).title);
					expect(titles, bad.name).toContain(restoring.failed?.title);
					expect(restoring.failed?.text, bad.name).toContain('Nothing was changed in your book.');
					seen.set(restoring.failed?.title ?? '', bad.name);
				}
				restoring.end();
			}
			expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
			console.warn(
				`${tried} bad backups: ${tried - same} refused in ${seen.size} different sentences, ${same} meant the same, book unchanged`
			);
			expect(tried - same).toBeGreaterThan(300);
			expect(same).toBeLessThan(runs(300) / 2);
			expect(seen.size).toBeGreaterThanOrEqual(13);
		},
		// PBKDF2 makes each try at a sealed file slow on purpose.
		Number(process.env['KITH_ENDURE'] ?? 1) * 60_000 + 60_000
	);
});

describe('a sealed backup', () => {
	test('opens with its passphrase, however it is typed, and holds the same', async () => {
		const good = await goodBackups();
		expect(good.sealed).not.toMatch(/"content"|"person"/);
		expect(boundIn(good.sealed)).toMatch(/^2\n\{"device"/);
		const kith = await aKith('to');
		const restoring = new Restoring(kith);
		await restoring.open(new File([good.sealed], 'sealed.json'));
		expect(restoring.locked).toMatchObject({ name: 'sealed.json' });
		await restoring.unlock('not this one');
		expect(restoring.failed?.title).toBe('Not this passphrase');
		expect(restoring.locked).toBeDefined();
		await restoring.unlock(PASSPHRASE.normalize('NFD'));
		expect(restoring.failed).toBeUndefined();
		const whole = digestOf((await backupIn(good.plain)).records);
		expect(digestOf(restoring.reading?.backup.records ?? [])).toBe(whole);
	});
});
