// Accessibility of a page as axe-core sees it: serious and critical violations fail, legibly.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails with one line for each element that breaks a serious or critical rule. */
export async function expectNoViolations(page: Page): Promise<void> {
	// What is still fading in has less contrast than it will have; what goes with a scroll never ends.
	await page.evaluate(() =>
		Promise.allSettled(
			document
				.getAnimations()
				.filter(({ timeline }) => timeline === document.timeline)
				.map(({ finished }) => finished)
		)
	);
	// The page's Content-Security-Policy forbids script tags; evaluation goes past it.
	await page.evaluate(source);
	const { violations } = await page.evaluate(() =>
		// What is in order need not be listed, nor every sheet and film fetched again.
		(window as unknown as { axe: { run: (how: object) => Promise<AxeResults> } }).axe.run({
			resultTypes: ['violations'],
			preload: false
		})
	);
	const found = violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.flatMap(({ id, help, nodes }) =>
			nodes.map(({ target, failureSummary = '' }) => {
				const reason = failureSummary.split('\n').slice(1).join('; ').trim();
				return `${id}: ${help}\n  at ${target.join(' ')}\n  ${reason}`;
			})
		);
	expect(found.join('\n'), 'accessibility violations').toBe('');
}
