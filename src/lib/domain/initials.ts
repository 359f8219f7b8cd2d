// A name for eyes that are not the rep's.

/** "D. W.". */
export function initialsOf(name: string): string {
	return (name.match(/[\p{L}\p{N}][^\s]*/gu) ?? [name])
		.map((word) => `${[...word][0]?.toLocaleUpperCase() ?? ''}.`)
		.join(' ');
}
