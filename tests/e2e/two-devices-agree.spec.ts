// Two devices, two browsers, the real signalling server: they become a pair, and whatever is written on
// one is on the other, also after the network, the server or a telephone link came between.
// Over 300 lines: one promise, one suite.
import type { Page } from '@playwright/test';
import { offerToText, textToHandCode } from '../../src/lib/domain/hand-code';
import { pairingToCode } from '../../src/lib/domain/pairing-code';
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import { DevicesScreen, makePair } from './support/pair';
import { expect, test } from './support/test';

// What a browser says by itself when a server does not answer, or the network is gone.
test.use({
	expectedErrors: [/WebSocket connection to .* failed|net::ERR_INTERNET_DISCONNECTED/]
});

const EDITS = 20;
/** 300 on a quiet machine (37 was measured); beside two other browsers it says nothing stricter. */
const WITHIN_MS = process.env['KITH_QUIET'] ? 300 : 900;

/** Watches every data channel of a page, so that it can be cut and its bytes counted. */
async function watchConnections(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const wires = { isCut: false, received: 0 };
		Object.assign(window, { wires });
		const count = (channel: RTCDataChannel): void => {
			channel.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
				wires.received += typeof data === 'string' ? data.length : data.byteLength;
			});
		};
		window.RTCPeerConnection = class extends RTCPeerConnection {
			constructor(configuration?: RTCConfiguration) {
				super(configuration);
				this.addEventListener('datachannel', ({ channel }) => count(channel));
			}
			override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
				const channel = super.createDataChannel(label, options);
				count(channel);
				return channel;
			}
		};
		const { send } = RTCDataChannel.prototype;
		RTCDataChannel.prototype.send = function (this: RTCDataChannel, data: never) {
			if (!wires.isCut) send.call(this, data);
		};
	});
}

/** Nothing goes out any more: neither over a data channel nor to any server. */
async function cut(page: Page, isCut: boolean): Promise<void> {
	await page.evaluate((is) => {
		(window as unknown as { wires: { isCut: boolean } }).wires.isCut = is;
	}, isCut);
	await page.context().setOffline(isCut);
}

/** Bytes that have come in over data channels since the page was loaded. */
function bytesReceived(page: Page): Promise<number> {
	return page.evaluate(() => (window as unknown as { wires: { received: number } }).wires.received);
}

/** Goes somewhere without loading the page anew, as a link in it would. */
async function go(page: Page, place: string): Promise<void> {
	await page.evaluate((href) => {
		const link = Object.assign(document.createElement('a'), { href });
		document.body.append(link);
		link.click();
		link.remove();
	}, place);
	await expect(page).toHaveURL((url) => url.hash.split('?')[0] === place);
}

/** Opens a person's page and stays there. */
async function look(page: Page, name: string): Promise<void> {
	const app = new App(page);
	await go(page, '#/people');
	await app.people
		.getByRole('link', { name: new RegExp(`^${name}`) })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Writes a note on one device. */
async function write(page: Page, words: string): Promise<void> {
	const app = new App(page);
	await go(page, '#/');
	await go(page, '#/new');
	await app.note.fill(words);
	// Somebody who writes has seen that the name was recognised.
	await expect(page.getByRole('button', { name: /^Not about / })).toBeVisible();
	await app.note.press('Control+Enter');
	await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
}

const shows = async (page: Page, words: string, timeout = 5_000): Promise<void> => {
	await expect(page.getByText(words, { exact: false }).first()).toBeVisible({ timeout });
};

test('two books become one, and stay one whatever comes between', async ({
	page: laptop,
	anotherDevice,
	signal
}) => {
	test.setTimeout(150_000);
	const phone = await anotherDevice({ viewport: { width: 390, height: 844 } });
	for (const page of [laptop, phone]) await watchConnections(page);
	const apps = { laptop: new App(laptop), phone: new App(phone) };
	await apps.laptop.open();
	await apps.laptop.startWith(['Ada Marsh', 'Bo Harrow']);
	await apps.phone.open();
	await apps.phone.startWith(['Cleo Finch', 'Bo Harrow']);

	const devices = { laptop: new DevicesScreen(laptop), phone: new DevicesScreen(phone) };
	await makePair(laptop, phone, signal.address, async () => {
		// The look before: both counts, and the one that may be on both.
		await shows(phone, '2 people');
		await shows(phone, 'Bo Harrow');
		await expectNoViolations(phone);
		await phone.getByRole('radio', { name: 'One person' }).check({ force: true });
	});
	await phone.getByRole('button', { name: 'Back to Devices' }).click();
	// Bo, who was on both, is one person now, as the rep said.
	await devices.phone.expectLevel(3);
	await devices.laptop.expectLevel(3);
	await expectNoViolations(laptop);

	await test.step('a note is on the other screen at once', async () => {
		await look(phone, 'Ada Marsh');
		await go(laptop, '#/new');
		const times: number[] = [];
		for (let at = 0; at < EDITS; at++) {
			const words = `Ada Marsh, word number ${at + 1} of many.`;
			const seen = phone.evaluate(
				(wanted) =>
					new Promise<number>((resolve) => {
						const watch = new MutationObserver(() => {
							if (!document.body.textContent.includes(wanted)) return;
							watch.disconnect();
							requestAnimationFrame(() => resolve(Date.now()));
						});
						watch.observe(document.body, {
							childList: true,
							subtree: true,
							characterData: true
						});
					}),
				`word number ${at + 1} of many`
			);
			await laptop.evaluate(() => {
				addEventListener('click', () => Object.assign(window, { tapped: Date.now() }), {
					capture: true,
					once: true
				});
			});
			await apps.laptop.saveNote(words);
			const tapped = await laptop.evaluate(() => (window as unknown as { tapped: number }).tapped);
			times.push((await seen) - tapped);
			await go(laptop, '#/new');
		}
		times.sort((a, b) => a - b);
		const p95 = times[Math.ceil(EDITS * 0.95) - 1] ?? Infinity;
		console.warn(
			`on the other screen: median ${times[EDITS / 2]} ms, p95 ${p95} ms (${times.join(', ')})`
		);
		expect.soft(p95).toBeLessThanOrEqual(WITHIN_MS);
	});

	await test.step('while the signalling server is gone, and after', async () => {
		await look(phone, 'Cleo Finch');
		await signal.stop();
		await write(laptop, 'Cleo Finch, while nobody says hello.');
		await shows(phone, 'while nobody says hello');
		await phone.reload();
		await apps.phone.ready();
		await write(laptop, 'Cleo Finch, while the phone was away.');
		await signal.restart();
		await look(phone, 'Cleo Finch');
		await shows(phone, 'while the phone was away', 30_000);
	});

	await test.step('while the network is gone', async () => {
		// What these screens need is loaded before; an installed app has it in its cache.
		await look(laptop, 'Cleo Finch');
		await go(phone, '#/new');
		await look(phone, 'Cleo Finch');
		for (const page of [laptop, phone]) await cut(page, true);
		await write(laptop, 'Cleo Finch, from the cellar.');
		await write(phone, 'Cleo Finch, from the train.');
		await laptop.waitForTimeout(500);
		await expect(phone.getByText('from the cellar')).toHaveCount(0);
		for (const page of [laptop, phone]) await cut(page, false);
		await look(laptop, 'Cleo Finch');
		await shows(laptop, 'from the train', 45_000);
		await look(phone, 'Cleo Finch');
		await shows(phone, 'from the cellar', 45_000);
	});

	// Last, because the browser asks which program is to make the call, and takes no more taps.
	await test.step('after a telephone link', async () => {
		await go(laptop, '#/new');
		await apps.laptop.note.fill('Cleo Finch was called from the laptop.');
		await laptop.evaluate(() => {
			const link = Object.assign(document.createElement('a'), { href: 'tel:+15550100' });
			document.body.append(link);
			link.click();
			link.remove();
		});
		await laptop.getByRole('button', { name: 'Save', exact: true }).dispatchEvent('click');
		await shows(phone, 'was called from the laptop');
	});
});

test('who has the wrong key gets nothing', async ({ page: laptop, anotherDevice, signal }) => {
	const stranger = await anotherDevice();
	await watchConnections(stranger);
	const app = new App(laptop);
	await app.open();
	await app.startWith(['Ada Marsh']);
	const [here, there] = [new DevicesScreen(laptop), new DevicesScreen(stranger)];
	const wrong = crypto.getRandomValues(new Uint8Array(32));
	const nobodyIsLetIn = async (): Promise<void> => {
		for (const page of [laptop, stranger]) {
			await expect(page.getByRole('list', { name: 'Words to compare' })).toHaveCount(0);
		}
		await expect(stranger.getByText('Ada Marsh')).toHaveCount(0);
	};
	await here.open();
	await here.meetAt(signal.address);
	await here.addDevice();
	await there.open();
	await there.join(pairingToCode({ key: wrong, server: signal.address }));
	await stranger.waitForTimeout(3_000);
	await nobodyIsLetIn();
	// They do not even meet.
	expect(await bytesReceived(stranger)).toBe(0);

	await stranger.reload();
	await laptop.getByRole('button', { name: 'Hide it' }).click();
	const offer = textToHandCode(await here.offerByHand());
	if (offer?.kind !== 'offer') throw new Error('no offer');
	const answer = await there.answerByHand(offerToText({ ...offer, key: wrong }));
	await here.takeAnswer(answer);
	// They meet, and are told nothing: a greeting and a proof that does not fit.
	await expect.poll(() => bytesReceived(stranger)).toBeGreaterThan(0);
	await stranger.waitForTimeout(2_000);
	await nobodyIsLetIn();
	expect(await bytesReceived(stranger)).toBeLessThan(400);
});

test('without a server: two codes, carried over by hand', async ({
	page: laptop,
	anotherDevice
}) => {
	const phone = await anotherDevice({ viewport: { width: 390, height: 844 } });
	const app = new App(laptop);
	await app.open();
	await app.startWith(['Ada Marsh', 'Bo Harrow']);
	const [here, there] = [new DevicesScreen(laptop), new DevicesScreen(phone)];
	await here.open();
	await there.open();
	const offer = await here.offerByHand();
	const answer = await there.answerByHand(offer);
	await here.takeAnswer(answer);
	expect(await here.words()).toEqual(await there.words());
	await here.sameWords();
	await there.sameWords();
	await there.makeOneBook();
	await phone.getByRole('button', { name: 'Back to Devices' }).click();
	await there.expectLevel(2);
});

test('changes go in a file, there and back, and twice is once', async ({
	page: laptop,
	anotherDevice
}) => {
	const phone = await anotherDevice({ viewport: { width: 390, height: 844 } });
	const app = new App(laptop);
	await app.open();
	await app.startWith(['Ada Marsh', 'Bo Harrow']);
	const [here, there] = [new DevicesScreen(laptop), new DevicesScreen(phone)];
	await here.open();
	await there.open();
	const code = await here.addDevice();
	const file = await here.sendChanges();
	await there.join(code);
	await there.receiveChanges([file]);
	await expect(phone.getByText(/^Took in 1 file/)).toBeVisible();
	await new App(phone).open('#/people');
	await expect(phone.getByRole('link', { name: /^Ada Marsh/ })).toBeVisible();
	await write(phone, 'Ada Marsh sails.');
	await there.open();
	const back = await there.sendChanges();
	await here.receiveChanges([back]);
	// It is the first that comes from this device, so the look comes before.
	await here.makeOneBook();
	await laptop.getByRole('button', { name: 'Back to Devices' }).click();
	await expect(laptop.getByText(/^Took in 1 file/)).toBeVisible();
	await here.receiveChanges([back]);
	await expect(laptop.getByText(/^(Nothing new|Level with)/)).toBeVisible();
	await look(laptop, 'Ada Marsh');
	const happened = laptop.getByRole('region', { name: 'What happened' });
	// As it lies on disk, and the list draws what is on the screen.
	await laptop.reload();
	await happened.scrollIntoViewIfNeeded();
	await expect(happened.getByText('Ada Marsh sails.')).toHaveCount(1);
});
