// @vitest-environment node
import { afterEach, expect, test, vi } from 'vitest';
import { Removals } from './letting-go';

const stops: (() => void)[] = [];

afterEach(() => {
	for (const stop of stops.splice(0)) stop();
});

function listen(name: string, onletgo: () => Promise<void>, onremoved = (): void => undefined) {
	const tab = new Removals(name);
	stops.push(tab.listen({ onletgo, onremoved }));
	return tab;
}

test('waits until each tab that answers has let go', async () => {
	const done: string[] = [];
	for (const [name, ms] of [['b', 20] as const, ['c', 600] as const]) {
		listen(name, async () => {
			await new Promise((resolve) => setTimeout(resolve, ms));
			done.push(name);
		});
	}
	await new Removals('a').othersLetGo();
	expect(done).toEqual(['b', 'c']);
});

test('waits no longer than two seconds for a tab that does not get done', async () => {
	listen('b', () => new Promise(() => undefined));
	const before = performance.now();
	await new Removals('a').othersLetGo();
	expect(performance.now() - before).toBeGreaterThan(1_900);
	expect(performance.now() - before).toBeLessThan(2_600);
});

test('waits hardly at all when it is alone, and tells when it is over', async () => {
	const before = performance.now();
	const a = new Removals('a');
	await a.othersLetGo();
	expect(performance.now() - before).toBeLessThan(1_000);
	const onremoved = vi.fn();
	listen('b', async () => undefined, onremoved);
	a.tellRemoved();
	await vi.waitFor(() => expect(onremoved).toHaveBeenCalledOnce());
});
