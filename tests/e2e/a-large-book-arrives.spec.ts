// The first meeting of an empty device with a grown book: everything arrives, at half of what the raw
// channel carries at least until the digests are equal, and without taking three times the book's memory.
import type { CDPSession, Page } from '@playwright/test';
import { App } from './support/app';
import { largeBook, putOnDisk, sizeOf } from './support/large-book';
import { DevicesScreen, makePair } from './support/pair';
import { middleOf, rawRates, type RawRates } from './support/raw-channel';
import { expect, test } from './support/test';

const PEOPLE = 10_000;
const ENTRIES = 100_000;
const MB = 1_000_000;
const RAW_BYTES = 12 * MB;

/** Bytes of memory a page takes: its heap and what typed arrays hold beside it. */
async function memory(cdp: CDPSession, tidied = false): Promise<number> {
	if (tidied) await cdp.send('HeapProfiler.collectGarbage');
	const usage = (await cdp.send('Runtime.getHeapUsage')) as {
		usedSize: number;
		backingStorageSize?: number;
	};
	return usage.usedSize + (usage.backingStorageSize ?? 0);
}

/** When something happened in a page, in milliseconds since 1970. */
interface Marks {
	clicked?: number;
	appeared?: number;
	gone?: number;
}

/** Has the page itself write down when it was clicked and when words came and went: asking it takes time. */
async function mark(page: Page, words: string): Promise<void> {
	await page.evaluate((said) => {
		const marks: Marks = {};
		Object.assign(window, { marks });
		addEventListener('click', () => (marks.clicked ??= Date.now()), { capture: true });
		const look = (): void => {
			const isThere = document.body.textContent.includes(said);
			if (isThere) marks.appeared ??= Date.now();
			if (isThere) delete marks.gone;
			else if (marks.appeared !== undefined) marks.gone ??= Date.now();
		};
		new MutationObserver(look).observe(document.body, {
			subtree: true,
			childList: true,
			characterData: true
		});
	}, words);
}

async function marksOf(page: Page): Promise<Marks> {
	return page.evaluate(() => (window as unknown as { marks: Marks }).marks);
}

/** Looks again and again until `stop`; gives the most there ever was. */
function peakOf(page: Page, cdp: CDPSession): { stop(): Promise<number> } {
	let most = 0;
	const over = new AbortController();
	const watching = (async () => {
		while (!over.signal.aborted) {
			most = Math.max(most, await memory(cdp));
			await page.waitForTimeout(100);
		}
	})();
	return {
		async stop() {
			over.abort();
			await watching;
			return most;
		}
	};
}

test('10,000 people and 100,000 entries arrive on a new device', async ({
	page: laptop,
	anotherDevice,
	signal
}) => {
	test.setTimeout(180_000);
	const book = largeBook({ people: PEOPLE, entries: ENTRIES, years: 5 });
	const phone = await anotherDevice();
	await putOnDisk(laptop, book);
	const app = new App(laptop);
	await app.open('#/devices');
	await app.whole();
	const laptopMemory = await laptop.context().newCDPSession(laptop);
	const phoneMemory = await phone.context().newCDPSession(phone);
	const grown = await memory(laptopMemory, true);

	await phone.goto('#/devices');
	// Before and after, since the machine may be busier in one half of the test than in the other.
	const rates: RawRates[] = [];
	for (let run = 0; run < 2; run++) rates.push(await rawRates(laptop, phone, RAW_BYTES));

	const peaks: ReturnType<typeof peakOf>[] = [];
	await makePair(laptop, phone, signal.address, async () => {
		await expect(phone.getByText('10,000 people')).toBeVisible({ timeout: 20_000 });
		// What the raw transfers have left is not of this one.
		for (const cdp of [laptopMemory, phoneMemory]) await memory(cdp, true);
		peaks.push(peakOf(laptop, laptopMemory), peakOf(phone, phoneMemory));
		await mark(laptop, 'Sending');
		await mark(phone, 'One book on both');
	});
	// Gone from the sender's screen: all has been sent and taken in, and both compare.
	const sending = laptop.getByText(/^Sending/);
	await expect(sending).toBeVisible({ timeout: 20_000 });
	await expect(sending).toBeHidden({ timeout: 90_000 });
	await expect(phone.getByRole('heading', { name: 'One book on both' })).toBeVisible({
		timeout: 90_000
	});
	const { clicked = NaN, appeared: level = NaN } = await marksOf(phone);
	const { gone: sent = NaN } = await marksOf(laptop);
	const inSeconds = (sent - clicked) / 1000;
	const seconds = (level - clicked) / 1000;
	const [sender = 0, receiver = 0] = await Promise.all(peaks.map((peak) => peak.stop()));
	await phone.getByRole('button', { name: 'Back to Devices' }).click();
	// Level is only said when the digests of all documents are equal.
	await new DevicesScreen(phone).expectLevel(PEOPLE);
	await new DevicesScreen(laptop).expectLevel(PEOPLE);

	for (let run = 0; run < 3; run++) rates.push(await rawRates(laptop, phone, RAW_BYTES));
	const raw = middleOf(rates.map(({ fresh }) => fresh));
	const steady = middleOf(rates.map((one) => one.steady));
	const rate = sizeOf(book) / seconds;
	console.warn(
		[
			`book ${(sizeOf(book) / MB).toFixed(1)} MB, ${inSeconds.toFixed(1)} s until all is in, ${seconds.toFixed(1)} s until level`,
			`${(rate / MB).toFixed(1)} MB/s, raw channel ${(raw / MB).toFixed(1)} MB/s, once steady ${(steady / MB).toFixed(1)} MB/s`,
			`memory: the open book ${(grown / MB).toFixed(0)} MB`,
			`at most ${(sender / MB).toFixed(0)} MB sending, ${(receiver / MB).toFixed(0)} MB receiving`
		].join('; ')
	);
	expect(rate).toBeGreaterThanOrEqual(raw / 2);
	expect(sender).toBeLessThanOrEqual(3 * grown);
	expect(receiver).toBeLessThanOrEqual(3 * grown);
});
