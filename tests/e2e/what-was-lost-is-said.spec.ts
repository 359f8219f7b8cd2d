// A browser that loses or spoils what it keeps: what is back and what is not is said once, plainly,
// and stays listed until the rep takes it off.
import type { BrowserContext, Page } from '@playwright/test';
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import {
	addRowWithXml,
	bystander,
	harmLastRow,
	loseDatabases,
	loseMirror,
	placesOf
} from './support/storage';
import { expect, test } from './support/test';

const names = ['Ada Marsh', 'Bo Lind', 'Cy Ortega'];

/** A book of three people and a note, with a second copy of it, and no tab that has it open. */
async function aBookLeftAlone(context: BrowserContext): Promise<Page> {
	const page = await context.newPage();
	const app = new App(page);
	await app.open();
	await app.startWith(names);
	await app.go('New note');
	await app.saveNote('Said in the car park.');
	await app.open('#/settings');
	await expect(page.getByText(/A second copy of all of it/)).toBeVisible({ timeout: 15_000 });
	const other = await bystander(context);
	await page.close();
	return other;
}

test('a book that was lost and put back is said to be, until the rep takes it off the list', async ({
	context
}) => {
	const other = await aBookLeftAlone(context);
	await loseDatabases(other);
	const page = await context.newPage();
	const app = new App(page);
	await app.open();
	const notice = page.getByRole('status').filter({ hasText: 'Kith put your book back' });
	await expect(notice).toContainText(
		'3 people were put back from the second copy; nothing is missing'
	);
	await expect(page.getByRole('alert')).toHaveCount(0);
	await expectNoViolations(page);
	await app.open('#/people');
	await page.reload();
	await expect(notice).toBeVisible();
	for (const name of names) {
		await expect(app.people.getByRole('link', { name: new RegExp(`^${name}`) })).toBeVisible();
	}
	await notice.getByRole('button', { name: 'Put away' }).click();
	await expect(notice).toHaveCount(0);
	await expect.poll(() => placesOf(other, '"isSeen":true')).toHaveLength(1);
	await app.open('#/settings');
	await page.reload();
	await expect(notice).toHaveCount(0);
	const kept = page.getByRole('region', { name: 'Where the book is' });
	await expect(kept).toContainText('Kith put your book back');
	await expectNoViolations(page);
	await kept.getByRole('button', { name: 'Take off this list' }).click();
	await expect(kept.getByText('What was found damaged')).toHaveCount(0);
	await expect.poll(() => placesOf(other, '"isSeen":true')).toEqual([]);
	await page.reload();
	await expect(kept.getByText(/A second copy of all of it/)).toBeVisible({ timeout: 15_000 });
	await expect(kept.getByText('What was found damaged')).toHaveCount(0);
});

test('a book that is gone with its second copy does not look like a new one', async ({
	context
}) => {
	const other = await aBookLeftAlone(context);
	await loseDatabases(other);
	await loseMirror(other);
	const page = await context.newPage();
	const app = new App(page);
	await app.open();
	const notice = page.getByRole('alert').filter({ hasText: 'Your book is gone from this device' });
	await expect(notice).toContainText('3 people were in it');
	await expect(notice.getByRole('link', { name: 'Restore a backup' })).toBeVisible();
	await expect(
		page.getByRole('heading', { name: 'Who would you call just to talk?' })
	).toBeVisible();
	await app.whole();
	await page.reload();
	await expect(notice).toContainText('3 people were in it');
	await expectNoViolations(page);
	await notice.getByRole('link', { name: 'Restore a backup' }).click();
	await expect(page.getByRole('button', { name: 'Save backup' })).toBeVisible();
});

test('a spoiled row is put back from the second copy, and without one it is said what is missing', async ({
	context
}) => {
	const other = await aBookLeftAlone(context);
	const journal = `kith-journal-${new Date().getFullYear()}`;
	await harmLastRow(other, journal);
	const page = await context.newPage();
	const app = new App(page);
	await app.open('#/inbox');
	const mended = page.getByRole('status').filter({ hasText: 'Kith mended your book' });
	await expect(mended).toContainText(
		/One piece of the book could not be read \(written today, .*\)\. It was put back/
	);
	await expect(page.getByText('Said in the car park.')).toBeVisible();
	await page.close();

	await harmLastRow(other, journal);
	await loseMirror(other);
	const late = await context.newPage();
	await new App(late).open('#/inbox');
	const lost = late.getByRole('alert').filter({ hasText: 'A piece of your book is missing' });
	await expect(lost).toContainText(/words written today, .* may be missing/);
	await expectNoViolations(late);
	await lost.getByRole('button', { name: 'Put away' }).click();
	await new App(late).open('#/settings');
	await expect(late.getByText('2 pieces that could not be read are kept aside')).toBeVisible();
	await late.close();

	// The build has no part of Yjs that could read this one.
	await addRowWithXml(other, journal);
	const last = await context.newPage();
	await new App(last).open('#/settings');
	await expect(last.getByText('3 pieces that could not be read are kept aside')).toBeVisible();
});
