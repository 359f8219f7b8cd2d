import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import QrCode from './QrCode.svelte';

let made: ReturnType<typeof mount> | undefined;
afterEach(async () => {
	if (made) await unmount(made);
});

test('a QR code is one named picture with a quiet margin of four modules', () => {
	const matrix = [
		[true, true, false],
		[false, false, false],
		[true, false, true]
	];
	made = mount(QrCode, { target: document.body, props: { matrix, label: 'QR code for a camera' } });
	flushSync();
	const svg = document.querySelector('svg[role="img"]');
	expect(svg?.getAttribute('aria-label')).toBe('QR code for a camera');
	expect(svg?.getAttribute('viewBox')).toBe('-4 -4 11 11');
	expect(svg?.querySelectorAll('path')).toHaveLength(1);
	expect(svg?.querySelector('path')?.getAttribute('d')).toBe('M0 0h2v1H0zM0 2h1v1H0zM2 2h1v1H2z');
});
