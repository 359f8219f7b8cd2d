import { afterEach, expect, test, vi } from 'vitest';
import { handOver } from './hand-over';

const file = new File(['x'], 'a.kith', { type: 'application/octet-stream' });
const browser = (about: object): void =>
	void vi.stubGlobal('navigator', { userAgent: 'test', ...about });
const clicked = (): string[] => {
	const names: string[] = [];
	vi.stubGlobal('URL', { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined });
	vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
		this: HTMLAnchorElement
	) {
		names.push(this.download);
	});
	return names;
};
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

test('as it is where the share sheet takes it, as plain text under its name where it takes that', async () => {
	const shared: File[] = [];
	const share = ({ files: [one] }: { files: File[] }): Promise<void> => {
		if (one) shared.push(one);
		return Promise.resolve();
	};
	browser({ share, canShare: () => true });
	expect(await handOver(file, false)).toBe('shared');
	const canShare = ({ files: [one] }: { files: File[] }) => one?.type === 'text/plain';
	browser({ share, canShare });
	expect(await handOver(file, false)).toBe('shared');
	expect(shared.map(({ name, type }) => `${name} ${type}`)).toEqual([
		'a.kith application/octet-stream',
		'a.kith text/plain'
	]);
});

test('else as a download, but never from a home screen of Apple’s', async () => {
	const downloads = clicked();
	browser({});
	expect(await handOver(file, false)).toBe('saved');
	expect(downloads).toEqual(['a.kith']);
	browser({ standalone: true });
	expect(await handOver(file, false)).toBe('no way');
	browser({ standalone: true, canShare: () => false });
	expect(await handOver(file, false)).toBe('no way');
	expect(downloads).toHaveLength(1);
});

test('a tap is asked for once; refused again, it is a download', async () => {
	const downloads = clicked();
	const no = (why: string) => () => Promise.reject(new DOMException('', why));
	browser({ canShare: () => true, share: no('NotAllowedError') });
	expect(await handOver(file, false)).toBe('needs a tap');
	expect(await handOver(file, true)).toBe('saved');
	browser({ canShare: () => true, share: no('AbortError') });
	expect(await handOver(file, false)).toBe('cancelled');
	expect(downloads).toEqual(['a.kith']);
});
