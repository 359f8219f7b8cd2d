// Words of a note become what one knows in two taps, with the note as their source; and what is known of
// the circle counts: birthdays come by themselves, and a child may become a person of the book.
import type { Locator, Page } from '@playwright/test';
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import { StillClock } from './support/still-clock';
import { expect, test } from './support/test';

/** A Thursday at noon. */
const THURSDAY = '2026-11-19T12:00';
const NOTE =
	'Coffee with Dana Whitlock. Her daughter Maya plays the cello. She loves fly fishing. ' +
	'The school fair is on Friday. Send her the brochure by Monday.';

/** Selects words as a finger or Shift and arrows do. */
async function select(box: Locator, words: string): Promise<void> {
	await box.evaluate((area: HTMLTextAreaElement, wanted) => {
		const at = area.value.indexOf(wanted);
		area.focus();
		area.setSelectionRange(at, at + wanted.length);
	}, words);
}

/** Chooses what the selected words become: the first of the two taps. */
async function keepAs(page: Page, choice: string, slip: string): Promise<Locator> {
	const bar = page.getByRole('toolbar', { name: 'Keep the selected words as' });
	await bar.getByRole('button', { name: choice }).click();
	const form = page.getByRole('group', { name: slip });
	await expect(form).toBeVisible();
	return form;
}

test('words of a note become knowledge in two taps, and what is learned comes back', async ({
	page
}) => {
	const app = new App(page);
	await StillClock.at(page, THURSDAY);
	await app.open();
	await app.startWith(['Dana Whitlock']);
	await app.go('New note');
	await app.note.fill(NOTE);
	await expect(page.getByRole('button', { name: /^Not about Dana/ })).toBeVisible();
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await page.getByRole('button', { name: 'Keep words of it' }).click();

	const saved = page.getByRole('textbox', { name: 'The note you saved' });
	await select(saved, 'daughter Maya plays the cello');
	const member = await keepAs(page, 'Circle', 'Somebody in the circle');
	await expect(member.getByRole('textbox', { name: 'Name' })).toHaveValue('Maya');
	await expect(member.getByRole('combobox', { name: 'To Dana Whitlock' })).toHaveValue('child');
	await expect(member.getByRole('button', { name: 'Save' })).toBeFocused();
	await expectNoViolations(page);
	await member.getByRole('button', { name: 'Save' }).click();
	await expect(saved).toBeFocused();
	const told = page.getByRole('status').filter({ hasText: 'Kept in the circle' });
	await told.getByRole('button', { name: 'Undo' }).click();
	await select(saved, 'daughter Maya plays the cello');
	await keepAs(page, 'Circle', 'Somebody in the circle');
	await expect(member.getByRole('button', { name: 'Save' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(member).toBeHidden();

	await (await app.findPersonFrom('#/people', 'Dana Whitlock')).click();
	await page.getByRole('button', { name: /^Coffee with Dana/ }).click();
	const said = page.getByRole('textbox', { name: 'What was said' });
	await select(said, 'She loves fly fishing');
	const interest = await keepAs(page, 'Interest', 'An interest');
	await expect(interest.getByRole('textbox')).toHaveValue('fly fishing');
	await interest.getByRole('button', { name: 'Save' }).click();
	await expect(said).toBeFocused();

	// Without a selection it is the sentence the cursor stands in; all of it with keys alone.
	await said.evaluate((area: HTMLTextAreaElement) => {
		const at = area.value.indexOf('school');
		area.setSelectionRange(at, at);
	});
	await expect(page.getByText(/Keep this sentence, .*The school fair is on Friday/)).toBeVisible();
	await page.keyboard.press('Tab');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	const moment = page.getByRole('group', { name: 'A day that matters' });
	await expect(moment.getByLabel('Day', { exact: true })).toHaveValue('2026-11-20');
	await expect(moment.getByRole('button', { name: 'Save' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(moment).toBeHidden();
	await select(said, 'Send her the brochure by Monday');
	const promise = await keepAs(page, 'Promise', 'You promised');
	await expect(promise.getByLabel('By when')).toHaveValue('2026-11-23');
	await promise.getByRole('button', { name: 'Save' }).click();
	await page.getByRole('button', { name: 'Done' }).click();

	const moments = page.getByRole('region', { name: 'Moments' });
	const circle = page.getByRole('region', { name: 'Circle' });
	await expect(moments).toContainText('The school fair is on Friday');
	await expect(page.getByRole('region', { name: 'You promised' })).toContainText(
		'Send her the brochure'
	);
	await circle.getByRole('button', { name: 'Maya, child' }).click();
	const sheet = page.getByRole('dialog');
	await sheet.getByText(/^From your note of/).click();
	await expect(sheet.getByText(/plays the cello\. She loves/)).toBeVisible();
	await sheet.getByLabel('Birthday').fill('2016-11-22');
	await sheet.getByRole('button', { name: 'Save' }).click();
	await expect(moments.getByRole('button', { name: 'Maya turns 10' })).toBeVisible();
	await app.go('Today');
	await expect(page.getByRole('region', { name: 'Moments' })).toContainText('Maya turns 10');

	await (await app.findPerson('Dana Whitlock')).click();
	await circle.getByRole('button', { name: 'Maya (9), child' }).click();
	await expectNoViolations(page);
	await sheet.getByRole('button', { name: 'Make a person of their own' }).click();
	await circle.getByRole('link', { name: 'In the book' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Maya', exact: true })).toBeVisible();
	await expect(page.getByText('Dana Whitlock’s child. plays the cello')).toBeVisible();

	const what = page.getByRole('radiogroup', { name: 'What are they to you?' });
	await what.getByText('Friend', { exact: true }).click();
	await expect(page.getByText(/^Friend since .*2026/)).toBeVisible();
});
