// A whole week: contacts come in, the ten are walked, calls are made, one person is texted, a meeting is
// thanked for, and the next Monday the walk begins anew.
import { fileURLToPath } from 'node:url';
import { App } from './support/app';
import { awayAndBack, keepHere, question } from './support/away';
import { StillClock } from './support/still-clock';
import { expect, test } from './support/test';

test.skip(({ isMobile }) => !isMobile, 'a rep’s week is lived on a phone');

const CONTACTS = fileURLToPath(new URL('support/contacts.vcf', import.meta.url));

test('from the first import to the next walk', async ({ page }) => {
	test.setTimeout(120_000);
	const clock = await StillClock.at(page, '2026-11-23T08:00');
	await keepHere(page);
	const app = new App(page);
	const happened = page.getByRole('region', { name: 'What happened' });
	const letter = page.getByRole('region', { name: 'Text one person today' });
	const morning = async (day: string): Promise<void> => {
		await app.saved();
		await clock.moveTo(`${day}T08:00`);
		await app.open('#/');
		await page.reload();
		await app.whole();
	};

	// Monday: people come from the phone's own contacts, three of them are seated, and the ten are walked.
	await app.open();
	await app.importFile(CONTACTS, 3);
	for (const name of ['Zoë Ångström', 'Tomasz Zieliński', 'Bo Nyström']) {
		await (await app.findPerson(name)).click();
		await page.getByRole('button', { name: 'Add to Top Ten' }).click();
	}
	await app.go('Top Ten');
	await page.getByRole('link', { name: 'Begin' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Zoë Ångström' })).toBeVisible();
	await page.getByRole('button', { name: 'Book Tuesday, go on' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Tomasz Zieliński' })).toBeVisible();
	await page.getByRole('button', { name: 'Book Wednesday, go on' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Bo Nyström' })).toBeVisible();
	await page.getByRole('button', { name: 'Not this week' }).click();
	await page.getByRole('button', { name: 'None of them' }).click();
	await page.getByRole('button', { name: 'Finish' }).click();

	// Tuesday: the booked call is on top; two taps afterwards it is logged, and a note is jotted down.
	await morning('2026-11-24');
	const booked = page.getByRole('region', { name: 'Booked' });
	await expect(booked).toContainText('Zoë Ångström');
	await expect(booked).not.toContainText('Tomasz');
	await booked.getByRole('link', { name: 'Call Zoë' }).click();
	await awayAndBack(page);
	await expect(question(page)).toContainText('You called at 8:00');
	await page.getByRole('button', { name: 'Done', exact: true }).click();
	await expect(booked).toHaveCount(0);
	await app.go('New note');
	await app.saveNote(
		'Zoë Ångström: her son Max builds a volcano for the school fair on 12 December'
	);
	await page.getByRole('button', { name: 'Close; the words stay' }).click();

	// Wednesday: not reached, which puts the prompt off and resets nothing; and one text, by name.
	await morning('2026-11-25');
	await booked.getByRole('link', { name: 'Call Tomasz' }).click();
	await awayAndBack(page);
	await page.getByRole('radio', { name: 'Left word' }).click({ force: true });
	await page.getByRole('button', { name: 'Done', exact: true }).click();
	await expect(booked).toHaveCount(0);
	await (await app.findPerson('Bo Nyström')).click();
	await page.getByRole('button', { name: 'Edit', exact: true }).click();
	await page.getByRole('button', { name: 'Add phone' }).click();
	await page.getByRole('textbox', { name: 'Phone' }).first().fill('+1 555 0103');
	await page.getByRole('button', { name: 'Done', exact: true }).click();
	await page.getByRole('radio', { name: 'We text' }).click({ force: true });
	await app.go('Today');
	await letter.getByRole('textbox', { name: 'Draft to Bo' }).fill('Has Liv slept through?');
	await letter.getByRole('link', { name: 'Text Bo' }).click();
	await awayAndBack(page);
	await page.getByRole('button', { name: 'Done', exact: true }).click();
	await expect(letter).toHaveCount(0);

	// Thursday: a meeting, and the thank-you that it opens; posted on Friday.
	await clock.moveTo('2026-11-26T16:00');
	await (await app.findPerson('Zoë Ångström')).click();
	await page.getByRole('button', { name: 'Log a touch' }).click();
	await page.getByRole('radio', { name: 'Meeting' }).click({ force: true });
	await page.getByRole('radio', { name: 'Business' }).click({ force: true });
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await morning('2026-11-27');
	const owed = page.getByRole('region', { name: 'Thank-yous to write' });
	await expect(owed).toContainText('16 h');
	await owed.getByRole('link', { name: 'Write Zoë' }).click();
	await page.getByRole('button', { name: 'Written', exact: true }).click();
	await page.getByRole('button', { name: 'Posted', exact: true }).click();
	await (await app.findPerson('Zoë Ångström')).click();
	await expect(page.getByRole('region', { name: 'Give and take' })).toContainText('Card');
	await expect(happened).toContainText('Meeting');
	await expect(happened).toContainText('her son Max builds a volcano');
	await app.go('Today');
	await expect(owed).toHaveCount(0);

	// Monday again: a new walk, from the first of the ten.
	await morning('2026-11-30');
	await app.go('Top Ten');
	await expect(app.ten.nth(0)).toContainText('1 just talked');
	await page.getByRole('link', { name: 'Begin' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Zoë Ångström' })).toBeVisible();
	await expect(page.getByText('1 of 3', { exact: true })).toBeVisible();
	await expect(page.getByText('her son Max builds a volcano').first()).toBeVisible();
});
