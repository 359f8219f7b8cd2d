/* Names in the rep's own words: what is one, and what only looks like one. */
import { expect, test } from 'vitest';
import { properNamesIn } from './proper-names-en';

test.each([
	['Max’s science fair', ['Max']],
	["Max's science fair", ['Max']],
	['Max starts school', []],
	['Plays golf with Ray Young on Sundays', ['Ray Young']],
	['Loves the Packers; hates Dallas', ['Packers', 'Dallas']],
	['Went to Purdue. Then to Rome with Maja', ['Purdue', 'Rome', 'Maja']],
	['The trip to Lisbon in May', ['Lisbon']],
	['Mother’s new house', []],
	['Today’s game', []],
	['Speaks German and I’m glad', []],
	['Studied at MIT', []],
	['Visits Kofi’s Efua', ['Kofi', 'Efua']],
	['Meets Zoë Ångström', ['Zoë Ångström']],
	['Skis with O’Brien', ['O’Brien']],
	['Rome and Rome again, then Rome', ['Rome']],
	['', []]
])('%j', (text, names) => {
	expect(properNamesIn(text)).toEqual(names);
});
