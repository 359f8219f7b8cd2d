// A view survives the way into an address and back, and a spoilt address shows everybody.
import { expect, test } from 'vitest';
import { EVERYBODY, isNarrow, queryToView, viewToQuery, type PeopleView } from './people-view';

test.each<[string, PeopleView]>([
	['', EVERYBODY],
	['q=dana+w', { ...EVERYBODY, query: 'dana w' }],
	['show=cold,ten', { ...EVERYBODY, show: ['cold', 'ten'] }],
	['q=%26&tag=R%26D&sort=reached', { query: '&', show: [], tag: 'R&D', sort: 'reached' }]
])('%s', (query, view) => {
	expect(viewToQuery(view)).toBe(query);
	expect(queryToView(query)).toEqual(view);
});

test('what is not known is left out', () => {
	expect(queryToView('show=lukewarm,cold&sort=shoe-size&x=1')).toEqual({
		...EVERYBODY,
		show: ['cold']
	});
});

test('a view is narrow when it may leave somebody out', () => {
	expect(isNarrow({ ...EVERYBODY, sort: 'company', query: ' ' })).toBe(false);
	expect(isNarrow({ ...EVERYBODY, query: 'a' })).toBe(true);
	expect(isNarrow({ ...EVERYBODY, tag: 'dairy' })).toBe(true);
});
