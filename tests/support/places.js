// Every place that has an address of its own and needs no record: what looks at all of them, looks at these.

/** @type {readonly string[]} */
export const PLACES = [
	...['#/', '#/top-ten', '#/new', '#/people', '#/inbox', '#/backup', '#/import', '#/export'],
	...['#/top-ten/ritual', '#/trash', '#/settings', '#/more', '#/thanks', '#/moments'],
	...['#/companies', '#/people/same', '#/articles', '#/insights', '#/devices'],
	...['#/about', '#/about/help', '#/about/licences'],
	'#/pair/7K2M-49XM@wss:%2F%2Fhello.example.net'
];
