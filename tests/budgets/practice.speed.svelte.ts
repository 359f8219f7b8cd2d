// Today and the Top Ten are reckoned within a frame, however large the book: `npm run bench:practice`.
import { flushSync, untrack } from 'svelte';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { Agenda } from '$lib/features/today/agenda.svelte';
import { Quiet } from '$lib/features/today/quiet.svelte';
import { Kith } from '$lib/state/kith.svelte';
import { Letter } from '$lib/state/letter.svelte';
import { fillWithSample } from '$lib/state/sample';
import { Standings } from '$lib/state/standings.svelte';
import { warmthNow } from '$lib/state/warmth';
import { logTouch } from '$lib/state/touches';
import { aBook, NOON, TestClock } from '../support/books';

const FIRST_MS = 16;
const AGAIN_MS = 4;
/** The same machine is now and then half as fast as a minute before: that alone fails nothing. */
const SLACK = 2;
const TIMES = 9;
const CHANGES = 25;

let kith: Kith;

/** Milliseconds for each of the two screens. */
interface Took {
	readonly today: number;
	readonly ten: number;
}

/** Reckons all of Today and the Top Ten, and follows changes until it is ended. */
async function follow(): Promise<{
	readonly took: Took;
	readonly again: () => Took;
	readonly end: () => void;
}> {
	const on = new Kith(kith.book, () => NOON);
	const standings = new Standings(on);
	await standings.prepare();
	const agenda = new Agenda(on);
	const letter = new Letter(on, standings);
	await vi.waitFor(() => expect(untrack(() => letter.today)).toBeDefined());
	const quiet = new Quiet(on, standings, () => [letter.today?.person]);
	const took = { today: 0, ten: 0 };
	let rows = 0;
	const end = $effect.root(() => {
		$effect(() => {
			const start = performance.now();
			rows = agenda.rows.length + quiet.rows.length;
			took.today = performance.now() - start;
		});
		$effect(() => {
			const start = performance.now();
			for (const slot of on.ten.seating.seats) {
				const person = slot && on.live.get('person', slot.person);
				if (person) warmthNow(on, person);
			}
			took.ten = performance.now() - start;
		});
	});
	flushSync();
	expect(rows).toBeGreaterThan(5);
	return {
		took: { ...took },
		end,
		again: () => {
			flushSync();
			return { ...took };
		}
	};
}

/** Says the times; what else a machine does only adds, so the least is what the reckoning takes. */
function least(what: string, all: readonly Took[]): Took {
	const [today, ten] = [all.map((one) => one.today), all.map((one) => one.ten)];
	const said = (times: readonly number[]) => times.map((ms) => ms.toFixed(1)).join(', ');
	console.warn(`${what}: Today ${said(today)} ms; Top Ten ${said(ten)} ms`);
	return { today: Math.min(...today), ten: Math.min(...ten) };
}

describe('10,000 people and 100,000 entries', () => {
	beforeAll(async () => {
		const book = await aBook('large', new TestClock());
		kith = new Kith(book, () => NOON);
		fillWithSample(kith, { people: 10_000, entries: 100_000 });
		await book.openYears(2026, async () => undefined);
	}, 120_000);

	test(`Today and the Top Ten take at most ${FIRST_MS} ms`, async () => {
		const times: Took[] = [];
		for (let turn = 0; turn < TIMES; turn++) {
			const { took, end } = await follow();
			end();
			times.push(took);
		}
		const { today, ten } = least('first', times);
		expect(today).toBeLessThanOrEqual(FIRST_MS * SLACK);
		expect(ten).toBeLessThanOrEqual(FIRST_MS * SLACK);
	});

	test(`after a change at most ${AGAIN_MS} ms`, async () => {
		const { again, end } = await follow();
		const people = kith.book.all('person');
		const times = Array.from({ length: CHANGES }, (_, at) => {
			const person = people[at * 350]!;
			logTouch(kith, {
				people: [person.id],
				kind: 'call',
				purpose: 'just-talked',
				outcome: 'reached',
				day: kith.clock.today
			});
			return again();
		});
		end();
		const { today, ten } = least('again', times);
		expect(today).toBeLessThanOrEqual(AGAIN_MS * SLACK);
		expect(ten).toBeLessThanOrEqual(AGAIN_MS * SLACK);
	});
});
