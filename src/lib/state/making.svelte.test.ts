// What is said of a file is what became of it: made, stopped, failed, or waiting for one more tap.
import { expect, test, vi } from 'vitest';
import { handOut, type MadeFile } from './hand-out';
import { Making } from './making.svelte';

vi.mock('./hand-out', () => ({ handOut: vi.fn(async () => 'handed') }));

const file: MadeFile = { blob: new Blob(['a']), name: 'a.txt', type: 'text/plain' };

test('a file is made once at a time, tells how far it is, and is handed out', async () => {
	let ready = (_: MadeFile): void => undefined;
	const make = vi.fn(({ told }: { told: (part: number) => void }) => {
		told(0.5);
		return new Promise<MadeFile>((resolve) => (ready = resolve));
	});
	const making = new Making(make);
	const done = making.save();
	await making.save();
	expect(make).toHaveBeenCalledOnce();
	expect(making.part).toBe(0.5);
	ready(file);
	await done;
	expect([making.part, making.outcome]).toEqual([undefined, 'handed']);
	expect(handOut).toHaveBeenCalledWith(file.blob, 'a.txt', 'text/plain');
});

test('what is called off says so, and is no failure', async () => {
	const making = new Making(
		({ signal }) =>
			new Promise((_, reject) =>
				signal.addEventListener('abort', () => reject(signal.reason as Error))
			)
	);
	const done = making.save();
	making.stop();
	await done;
	expect([making.part, making.outcome]).toEqual([undefined, 'stopped']);
});

test('a failure is said, and the next one begins anew', async () => {
	const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
	const make = vi.fn(async () => file).mockRejectedValueOnce(new Error('full'));
	const making = new Making(make);
	await making.save();
	expect(making.outcome).toBe('failed');
	expect(warned).toHaveBeenCalledOnce();
	await making.save();
	expect(making.outcome).toBe('handed');
	warned.mockRestore();
});

test('a file that wants one more tap waits for it, and goes out once', async () => {
	vi.mocked(handOut).mockClear().mockResolvedValueOnce('needs a tap');
	const making = new Making(async () => file);
	await making.save();
	expect(making.outcome).toBe('needs a tap');
	await making.hand();
	await making.hand();
	expect(making.outcome).toBe('handed');
	expect(handOut).toHaveBeenCalledTimes(2);
});
