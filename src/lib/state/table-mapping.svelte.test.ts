// A table is settled at the page while it lies in the worker: every choice is tried, and remembered once made.
import { expect, test, vi } from 'vitest';
import { aBook, TestClock } from '../../../tests/support/books';
import { ContactReading } from './contact-reading.svelte';
import type { FromReader, ToReader } from './contact-worker';
import { Kith } from './kith.svelte';
import { rememberedTables } from './tables-remembered';

test('each choice is tried, a date that could be either is asked, and the answers are remembered', async () => {
	const clock = new TestClock();
	const kith = new Kith(await aBook('one', clock), clock.now);
	const locals = new Map<string, string>();
	kith.book.setLocal = (key, value) => Promise.resolve(void locals.set(key, value));
	kith.book.getLocal = (key) => Promise.resolve(locals.get(key));
	const heard: ToReader[] = [];
	const worker = {
		onmessage: (_: { data: FromReader }): void => undefined,
		postMessage: (message: ToReader) => void heard.push(message),
		terminate: () => undefined
	};
	const reading = new ContactReading(kith, [], () => worker as unknown as Worker);
	const guess = { place: 'line' } as const;
	const column = { head: 'Wer', samples: ['Ida'], many: 1, guess };
	const settled = { places: [guess, guess], orders: {} };
	const columns = [column, { ...column, head: 'Seit' }];
	const table = {
		file: 'x.csv',
		format: undefined,
		hasHeads: true,
		isSure: true,
		isOneOfMany: false,
		rows: 1,
		columns,
		settled
	};
	worker.onmessage({ data: { say: 'table', table } });
	const { mapping } = reading;
	mapping?.choose(0, { place: 'name' });
	mapping?.choose(1, { place: 'birthday' });
	const questions = [{ column: 1, example: '03/04/1980' }];
	worker.onmessage({ data: { say: 'tried', tried: { contacts: [], questions } } });
	expect(mapping?.open).toEqual(questions);
	mapping?.answer(1, 'day-month');
	expect(mapping?.open).toEqual([]);
	const places = [{ place: 'name' }, { place: 'birthday' }];
	const answer = { places, orders: { 1: 'day-month' } };
	expect(heard.filter(({ say }) => say === 'try')).toHaveLength(4);
	expect(heard.at(-1)).toEqual({ say: 'try', settled: answer });
	mapping?.settle();
	expect(heard.at(-1)).toEqual({ say: 'settle', settled: answer });
	expect(reading.mapping).toBeUndefined();
	await vi.waitFor(async () =>
		expect(await rememberedTables(kith)).toEqual([{ heads: ['Wer', 'Seit'], settled: answer }])
	);
	locals.set('tables', '{"not": "ours"}');
	expect(await rememberedTables(kith)).toEqual([]);
});
