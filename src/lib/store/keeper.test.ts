// The page's side of the keeper: whom it asks while keepers come and go. The workers are stand-ins.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Keeper } from './keeper';
import { CHANNEL, type Answer, type Ask, type AtWork } from './keeper-talk';

/** The page's own worker: hears what is posted to it, and says that it is at work. */
class OwnWorker extends EventTarget {
	readonly heard: Ask[] = [];
	postMessage(said: Ask | object): void {
		if ('ask' in said) this.heard.push(said);
	}
	terminate(): void {
		/* Nothing runs. */
	}
	beAtWork(atWork: string): void {
		this.dispatchEvent(new MessageEvent('message', { data: { atWork } satisfies AtWork }));
	}
}

let own: OwnWorker;
let keeper: Keeper;
/** What another tab hears and says. */
let other: BroadcastChannel;
let heard: Ask[];

beforeEach(() => {
	own = new OwnWorker();
	heard = [];
	other = new BroadcastChannel(CHANNEL);
	other.onmessage = ({ data }: MessageEvent<Ask | object>) => {
		if ('ask' in data) heard.push(data);
	};
	let count = 0;
	keeper = new Keeper(() => `ask ${++count}`, own as unknown as Worker);
});

afterEach(() => {
	keeper.close();
	other.close();
});

const say = (answer: Answer): void => other.postMessage(answer);
/** Says who is at work, and waits until the page has heard. */
async function here(name: string): Promise<void> {
	const hasMirror = !keeper.hasMirror;
	say({ here: name, hasMirror });
	await expect.poll(() => keeper.hasMirror).toBe(hasMirror);
}
const point = (): void => void keeper.run('point', { name: 'own' } as never).catch(() => undefined);
const asked = (asks: readonly Ask[]): string[] => asks.map(({ ask }) => ask);

test('its own worker is asked straight once it is at work', async () => {
	point();
	await expect.poll(() => asked(heard)).toEqual(['ask 1']);
	own.beAtWork('own');
	await here('own');
	// What nobody had answered is asked again.
	await expect.poll(() => asked(heard)).toEqual(['ask 1', 'ask 1']);
	point();
	expect(asked(own.heard)).toEqual(['ask 2']);
});

test('when another takes its place, that one is asked: what waits, and all that follows', async () => {
	own.beAtWork('own');
	await here('own');
	point();
	expect(asked(own.heard)).toEqual(['ask 1']);
	await here('of another tab');
	await expect.poll(() => asked(heard)).toEqual(['ask 1']);
	point();
	await expect.poll(() => asked(heard)).toEqual(['ask 1', 'ask 2']);
	expect(asked(own.heard)).toEqual(['ask 1']);
});

test('the same one being here again is asked nothing twice', async () => {
	own.beAtWork('own');
	await here('own');
	point();
	await here('own');
	await here('own');
	expect([asked(own.heard), asked(heard)]).toEqual([['ask 1'], []]);
	say({ answer: 'ask 1', ok: true, value: undefined });
});
