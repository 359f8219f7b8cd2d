// An article is kept, finds whom it is for, goes to one person with a line of one's own, and is logged
// once; what another app shares is never lost.
import type { Page } from '@playwright/test';
import { App } from './support/app';
import { awayAndBack, keepHere, question } from './support/away';
import { expectNoViolations } from './support/axe';
import { expectReadyForOffline } from './support/offline';
import { StillClock } from './support/still-clock';
import { expect, test } from './support/test';

const BEES = 'https://example.com/2026/what-bees-do-in-winter.html';

async function aPhone(page: Page): Promise<App> {
	await StillClock.at(page, '2026-11-19T10:31');
	await keepHere(page);
	return new App(page);
}

async function keep(page: Page, pasted: string): Promise<void> {
	await page.getByRole('textbox', { name: /^A link/ }).fill(pasted);
	await page.getByRole('button', { name: 'Keep the article' }).click();
}

test('an article is passed on to one person, with a line, and logged once', async ({ page }) => {
	const app = await aPhone(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await app.addPerson({ name: 'Dana Whitlock', phone: '+1 555 0100' });
	const dana = new URL(page.url()).hash;
	await page.getByRole('button', { name: 'Edit', exact: true }).click();
	await page.getByRole('combobox', { name: 'Add a tag' }).fill('bees');
	await page.getByRole('combobox', { name: 'Add a tag' }).press('Enter');
	await page.getByRole('button', { name: 'Done', exact: true }).click();

	await app.go('More');
	await page.getByRole('link', { name: /^Articles/ }).click();
	await keep(page, 'javascript:alert(1)');
	await expect(page.getByText('Kith keeps links that begin with https://')).toBeVisible();
	await keep(page, '???');
	await expect(page.getByText('Paste a link, or write a few words')).toBeVisible();
	await keep(page, 'https://exa mple.com');
	await expect(page.getByText('Paste a link, or write a few words')).toBeVisible();
	await keep(page, BEES);
	await expect(
		page.getByRole('heading', { level: 1, name: 'What bees do in winter' })
	).toBeVisible();
	await expect(page.getByRole('link', { name: 'Read it at example.com' })).toHaveAttribute(
		'href',
		BEES
	);
	const article = new URL(page.url()).hash;
	const fans = page.getByRole('list', { name: 'Who would like it' });
	await expect(fans).toContainText('tag: bees');
	await expectNoViolations(page);

	// The same link by another way in is not kept twice.
	await app.open('#/articles');
	await keep(page, `${BEES}?utm_source=letter#end`);
	await expect(page.getByText('You keep this already')).toBeVisible();
	await expect(page.getByRole('list', { name: 'Articles' }).getByRole('listitem')).toHaveCount(1);

	// From what to talk about with Dana: a line of one's own, or nothing goes.
	await app.open(dana);
	const talk = page.getByRole('region', { name: 'What to talk about' });
	await talk.getByRole('link', { name: 'What bees do in winter', exact: true }).click();
	const sheet = page.getByRole('dialog', { name: 'Pass it on to Dana' });
	await expect(sheet).toContainText('A line of your own makes it a gift.');
	await expect(sheet.getByRole('button', { name: 'Text Dana' })).toBeDisabled();
	const line = sheet.getByRole('textbox', { name: 'A line of your own' });
	await line.fill('For the hives behind the garage.');
	await expectNoViolations(page);
	await page.reload();
	await expect(line).toHaveValue('For the hives behind the garage.');
	const send = sheet.getByRole('link', { name: 'Text Dana' });
	const words = `For the hives behind the garage.\n\nWhat bees do in winter\n${BEES}`;
	await expect(send).toHaveAttribute('href', `sms:+15550100?&body=${encodeURIComponent(words)}`);
	await send.click();
	await expect(sheet).toHaveCount(0);
	await awayAndBack(page);
	await expect(question(page)).toContainText('“What bees do in winter” goes into give and take');
	await page.getByRole('button', { name: 'Done', exact: true }).click();
	await expect(page.getByRole('list', { name: 'Given to' })).toContainText('Dana Whitlock');
	await expect(fans).toHaveCount(0);

	// One step: Undo takes back the touch and the gift, and the line waits again.
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('list', { name: 'Given to' })).toHaveCount(0);
	await fans.getByRole('button', { name: 'Pass it on to Dana Whitlock' }).click();
	await expect(line).toHaveValue('For the hives behind the garage.');
	await sheet.getByRole('button', { name: 'I gave it in person' }).click();
	await app.open(dana);
	const ledger = page.getByRole('region', { name: 'Give and take' });
	await expect(ledger.getByText('What bees do in winter')).toHaveCount(1);
	await expect(page.getByRole('region', { name: 'What happened' })).not.toContainText('Text');
	await expect(talk.getByText('What bees do in winter')).toHaveCount(0);

	// To the trash and back.
	await app.open(article);
	await page.getByRole('button', { name: 'Edit', exact: true }).click();
	await page.getByRole('button', { name: 'Move to trash' }).click();
	await expect(page.getByRole('list', { name: 'Articles' })).toHaveCount(0);
	await app.open('#/trash');
	await page.getByRole('button', { name: 'Bring back What bees do in winter' }).click();
	await app.open(article);
	await expect(
		page.getByRole('heading', { level: 1, name: 'What bees do in winter' })
	).toBeVisible();
});

test.describe('without a network', () => {
	// The browser itself reports that it cannot look for a newer worker.
	test.use({
		serviceWorkers: 'allow',
		expectedErrors: [/Failed to load resource: net::ERR_INTERNET_DISCONNECTED/]
	});

	test('what is shared without a network is kept, or waits in New note', async ({
		page,
		context
	}) => {
		const app = new App(page);
		await app.open();
		await app.startWith(['Ada Marsh']);
		await expectReadyForOffline(page);
		await context.setOffline(true);
		const asked = new URLSearchParams({ title: 'What bees do', text: 'They huddle.', url: BEES });
		await page.goto(`/?${asked}`);
		await expect(page.getByText('What bees do', { exact: true })).toBeVisible();
		await expect(page.getByText('They huddle.')).toBeVisible();
		await expectNoViolations(page);

		// Left undecided, the words are in New note, once.
		await page.reload();
		await expect(page.getByRole('button', { name: 'Keep as an article' })).toBeVisible();
		await app.go('New note');
		await expect(app.note).toHaveValue(`What bees do\nThey huddle.\n${BEES}`);
		await page.getByRole('button', { name: /^Close/ }).click();

		await page.goto(`/?${asked}`);
		await page.getByRole('button', { name: 'Keep as an article' }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'What bees do' })).toBeVisible();
		await app.saved();
		await app.open('#/new');
		await expect(app.note).toHaveValue('');

		// Words alone are a note.
		await page.goto(`/?${new URLSearchParams({ text: 'Ask Ada about the hives' })}`);
		await expect(app.note).toHaveValue('Ask Ada about the hives');
		await page.goto('/?text=He+gave+100%25+%26+more%21+%2341');
		await expect(app.note).toHaveValue('He gave 100% & more! #41');
		await page.reload();
		await expect(app.note).toHaveValue('He gave 100% & more! #41');
		await app.note.fill('');
		await page.getByRole('button', { name: /^Close/ }).click();

		// Signs that mean something in an address are words here, after a reload too.
		const hard = { title: 'Hello & "bees"', url: 'https://example.com/q%25?a=1&b=2#frag' };
		await page.goto(`/?${new URLSearchParams(hard)}`);
		for (let times = 0; times < 3; times++) {
			await expect(page.getByText(hard.title, { exact: true })).toBeVisible();
			await page.reload();
		}
		await page.getByRole('button', { name: 'Keep as an article' }).click();
		await expect(page.getByRole('link', { name: 'Read it at example.com' })).toHaveAttribute(
			'href',
			hard.url
		);
	});
});
