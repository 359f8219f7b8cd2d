// What of the people is shown and how, and the same as a query in the address: `q=dairy&show=cold,ten`.

/** A chip above the list: only those it fits are shown. */
export const shows = ['fading', 'cold', 'unknown', 'ten', 'we-text', 'no-cadence'] as const;
export type Show = (typeof shows)[number];

export const sorts = ['name', 'company', 'reached'] as const;
export type PeopleSort = (typeof sorts)[number];

/** One way to look at the people. */
export interface PeopleView {
	readonly query: string;
	readonly show: readonly Show[];
	readonly tag: string | undefined;
	readonly sort: PeopleSort;
}

export const EVERYBODY: PeopleView = { query: '', show: [], tag: undefined, sort: 'name' };

/** Whether anybody may be left out. */
export function isNarrow({ query, show, tag }: PeopleView): boolean {
	return query.trim() !== '' || show.length > 0 || tag !== undefined;
}

/** The view as it stands in the address, without the question mark; '' for everybody by name. */
export function viewToQuery({ query, show, tag, sort }: PeopleView): string {
	const params = new URLSearchParams();
	if (query.trim() !== '') params.set('q', query.trim());
	if (show.length > 0) params.set('show', show.join(','));
	if (tag !== undefined) params.set('tag', tag);
	if (sort !== 'name') params.set('sort', sort);
	return params.toString().replaceAll('%2C', ',');
}

/** The view an address asks for; what it does not know it leaves out. */
export function queryToView(text: string): PeopleView {
	const params = new URLSearchParams(text);
	const wanted = (params.get('show') ?? '').split(',');
	return {
		query: params.get('q') ?? '',
		show: shows.filter((show) => wanted.includes(show)),
		tag: params.get('tag') ?? undefined,
		sort: sorts.find((sort) => sort === params.get('sort')) ?? 'name'
	};
}
