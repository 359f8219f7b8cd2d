// The day goes on at midnight while the app is open, and back when the rep sets the clock back.
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Clock } from './clock.svelte';

const EVENING = new Date(2026, 10, 21, 23, 59, 40).getTime();
let ms = EVENING;
let stop: (() => void) | undefined;

beforeEach(() => {
	vi.useFakeTimers();
	ms = EVENING;
});

afterEach(() => {
	stop?.();
	vi.useRealTimers();
});

/** The days an effect has seen. */
function watch(): { readonly days: string[]; readonly clock: Clock } {
	const clock = new Clock(() => ms);
	const days: string[] = [];
	const end = $effect.root(() => {
		$effect(() => {
			days.push(clock.today);
		});
	});
	const halt = clock.run();
	stop = () => {
		halt();
		end();
	};
	flushSync();
	return { days, clock };
}

function later(by: number): void {
	ms += by;
	vi.advanceTimersByTime(30_000);
	flushSync();
}

test('midnight passes while the app is open', () => {
	const { days } = watch();
	later(30_000);
	expect(days).toEqual(['2026-11-21', '2026-11-22']);
});

test('the clock is set back, by a minute over midnight and by a year', () => {
	const { days, clock } = watch();
	later(30_000);
	later(-60_000);
	later(-365 * 86_400_000);
	expect(days).toEqual(['2026-11-21', '2026-11-22', '2026-11-21', '2025-11-21']);
	expect(clock.exactly()).toBe(ms);
});

test('a phone that slept looks when it is woken', () => {
	const { days } = watch();
	ms += 9 * 3_600_000;
	document.dispatchEvent(new Event('visibilitychange'));
	flushSync();
	expect(days.at(-1)).toBe('2026-11-22');
});
