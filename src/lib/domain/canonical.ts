// Canonical JSON: equal values give equal text, so that books can be compared and check sums made.

/**
 * JSON with the keys of every object in code-unit order and without white space. `undefined`
 * members are left out, as in JSON.stringify. Throws on what JSON cannot carry.
 */
export function canonicalJson(value: unknown): string {
	if (value === null || typeof value !== 'object') {
		const text = JSON.stringify(value) as string | undefined;
		if (text === undefined) throw new TypeError('not a JSON value');
		return text;
	}
	if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
	const members: string[] = [];
	for (const key of Object.keys(value).sort()) {
		const member = (value as Record<string, unknown>)[key];
		if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
	}
	return `{${members.join(',')}}`;
}
