// A line of the preview is a line, however long a field of the file is.
import { expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import { contactLine } from './contact-words';

test('ten megabytes in one field make no line of ten megabytes', () => {
	const title = 'x'.repeat(10_000_000);
	const none = { circle: [], moments: [], notes: [], vcard: [] };
	const line = contactLine(
		{ name: 'Dana', title, emails: [{ value: 'dana@harrow.example' }], ...none },
		'2026-11-22' as Day
	);
	expect(line.length).toBeLessThan(300);
	expect(line).toContain('dana@harrow.example');
});
