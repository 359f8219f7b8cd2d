// A code that came first, without a server: the two books stay apart until the look and the yes, whatever
// way brings the devices together; and both have a way back.
import { App } from './support/app';
import { DevicesScreen } from './support/pair';
import { expect, test } from './support/test';

test('a code, a reload, then by hand: the look comes first, and both have a restore point', async ({
	page: laptop,
	anotherDevice
}) => {
	const phone = await anotherDevice({ viewport: { width: 390, height: 844 } });
	const apps = [new App(laptop), new App(phone)] as const;
	await apps[0].open();
	await apps[0].startWith(['Ada Marsh', 'Bo Harrow']);
	await apps[1].open();
	await apps[1].startWith(['Cleo Finch']);
	const [here, there] = [new DevicesScreen(laptop), new DevicesScreen(phone)];
	await here.open();
	await there.open();
	// Tapped on the wrong device first.
	await there.addDevice();
	await phone.getByRole('button', { name: 'Hide it' }).click();
	await there.join(await here.addDevice());
	await expect(phone.getByText('The code is kept')).toBeVisible();
	await phone.reload();
	await expect(phone.getByText('The code is kept')).toBeVisible();
	await here.takeAnswer(await there.answerByHand(await here.offerByHand()));
	expect(await there.words()).toEqual(await here.words());
	await here.sameWords();
	await there.sameWords();
	await expect(phone.getByRole('heading', { name: 'Look before they meet' })).toBeVisible();
	await there.makeOneBook();
	await expect(phone.getByRole('heading', { name: 'One book on both' })).toBeVisible({
		timeout: 20_000
	});
	for (const app of apps) {
		await app.open('#/backup');
		await expect(app.page.getByText(/Before .*(met|merge|one book|device)/i).first()).toBeVisible();
	}
});
