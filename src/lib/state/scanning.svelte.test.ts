import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Scanning } from './scanning.svelte';

/** What the camera shows, one picture after the other; the last one stays. */
let pictures: (string | undefined)[] = [];
let isRefused: string | undefined;
const stopped = vi.fn();

class FakeDetector {
	static getSupportedFormats = () => Promise.resolve(['qr_code']);
	detect = () => {
		const seen = pictures.length > 1 ? pictures.shift() : pictures[0];
		return Promise.resolve(seen === undefined ? [] : [{ rawValue: seen }]);
	};
}

function aVideo(): HTMLVideoElement {
	const video = { srcObject: null, play: () => Promise.resolve() };
	return video as unknown as HTMLVideoElement;
}

function turn(to: 'hidden' | 'visible'): void {
	vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(to);
	document.dispatchEvent(new Event('visibilitychange'));
}

describe('the camera', () => {
	let found: string[];
	let scanning: Scanning;
	let end: () => void = () => undefined;

	beforeEach(() => {
		vi.useFakeTimers();
		found = [];
		isRefused = undefined;
		stopped.mockClear();
		vi.stubGlobal('BarcodeDetector', FakeDetector);
		vi.stubGlobal('navigator', {
			mediaDevices: {
				getUserMedia: () =>
					isRefused === undefined
						? Promise.resolve({ getTracks: () => [{ stop: stopped }] })
						: Promise.reject(new DOMException('', isRefused))
			}
		});
		scanning = new Scanning((code) => found.push(code));
	});

	afterEach(() => {
		end();
		vi.useRealTimers();
		vi.unstubAllGlobals();
		vi.restoreAllMocks();
	});

	test('gives each code once, several in a row', async () => {
		pictures = [undefined, 'offer', 'offer', undefined, 'offer', 'answer'];
		end = scanning.watch(aVideo());
		await vi.advanceTimersByTimeAsync(2000);
		expect(found).toEqual(['offer', 'answer']);
		expect(scanning.isSeeing).toBe(true);
	});

	test('goes off when it is closed, and gives nothing more', async () => {
		pictures = [undefined];
		end = scanning.watch(aVideo());
		await vi.advanceTimersByTimeAsync(500);
		end();
		expect(stopped).toHaveBeenCalledTimes(1);
		pictures = ['late'];
		await vi.advanceTimersByTimeAsync(500);
		expect(found).toEqual([]);
	});

	test('goes off while the page is hidden, and on again', async () => {
		pictures = [undefined];
		end = scanning.watch(aVideo());
		await vi.advanceTimersByTimeAsync(500);
		turn('hidden');
		expect(stopped).toHaveBeenCalledTimes(1);
		expect(scanning.isSeeing).toBe(false);
		pictures = ['back'];
		turn('visible');
		await vi.advanceTimersByTimeAsync(500);
		expect(found).toEqual(['back']);
	});

	test('that is closed while the browser still asks is let go of', async () => {
		pictures = [undefined];
		end = scanning.watch(aVideo());
		end();
		await vi.advanceTimersByTimeAsync(500);
		expect(stopped).toHaveBeenCalledTimes(1);
	});

	test.each([
		['NotAllowedError', /not allowed/],
		['NotFoundError', /No camera/],
		['NotReadableError', /Something else/],
		['AbortError', /did not start/]
	])('says in a sentence why there is none: %s', async (name, words) => {
		isRefused = name;
		end = scanning.watch(aVideo());
		await vi.advanceTimersByTimeAsync(500);
		expect(scanning.trouble).toMatch(words);
		expect(scanning.trouble).toMatch(/[Pp]aste/);
	});
});
