// Each piece of `ui` looks as it was drawn, in its states, in light and dark and in forced colours.
import { expect, test } from '@playwright/test';
import { steady } from './steady';

const BOARDS = ['acting', 'asking', 'telling', 'drawing', 'sheet', 'step', 'floating'];
/** Where chosen, current, warm and the one thing to do have to be told apart without our colours. */
const IN_FORCED_COLOURS = ['acting', 'telling', 'sheet'];

const pictures = BOARDS.flatMap((board) => [
	{ board, name: `${board}-light`, colorScheme: 'light', forcedColors: 'none' } as const,
	{ board, name: `${board}-dark`, colorScheme: 'dark', forcedColors: 'none' } as const,
	...(IN_FORCED_COLOURS.includes(board)
		? [{ board, name: `${board}-forced`, colorScheme: 'dark', forcedColors: 'active' } as const]
		: [])
]);

test.use({ viewport: { width: 390, height: 844 } });

for (const { board, name, colorScheme, forcedColors } of pictures) {
	test(name, async ({ page }) => {
		await steady(page);
		await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
		await page.goto(`${test.info().config.metadata['gallery']}#${board}`);
		await page.locator('body[data-stands]').waitFor();
		const fullPage = !['sheet', 'step', 'floating'].includes(board);
		await expect(page).toHaveScreenshot(`${name}.png`, { fullPage });
	});
}
