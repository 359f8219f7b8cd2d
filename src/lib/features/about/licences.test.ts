// Nothing is shipped without its licence, and About says the version that package.json says.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shipped } from '../../../../scripts/licences.js';
import { KITH_VERSION } from './kith-version';
import written from './licences.json';

const own = JSON.parse(readFileSync('package.json', 'utf8')) as {
	version: string;
	dependencies: Record<string, string>;
};

test('every package that goes out is listed as it is installed; mended by `node scripts/licences.js`', () => {
	const [kith, ...others] = written.map(({ name, version, licence }) => ({
		name,
		version,
		licence
	}));
	expect(kith).toEqual({ name: 'Kith', version: own.version, licence: 'MIT' });
	expect(others).toEqual(
		shipped().map(({ name, version, licence }) => ({ name, version, licence }))
	);
	const names = others.map(({ name }) => name);
	expect(names).toEqual(expect.arrayContaining([...Object.keys(own.dependencies), 'svelte']));
});

test('each has its text, but for those that bring none', () => {
	expect(written.filter(({ text }) => text === '').map(({ name }) => name)).toEqual([
		'err-code',
		'get-browser-rtc'
	]);
});

test('the version is that of the package', () => {
	expect(KITH_VERSION).toBe(own.version);
});
