// One at a time: no two tabs or workers put the rows of one document in order together.

/** The browser's locks; none in old browsers and where the page is not served securely. */
export function webLocks(): LockManager | undefined {
	const { locks } = navigator as Partial<Navigator>;
	return locks;
}

/** Runs `work` while nobody else puts the rows of this document in order. */
export async function aloneWithRows<Result>(
	name: string,
	work: () => Promise<Result>
): Promise<Result> {
	const locks = webLocks();
	if (!locks) return work();
	let result: { readonly is: Result } | undefined;
	await locks.request(`kith-rows-${name}`, async () => {
		result = { is: await work() };
	});
	return (result as unknown as { readonly is: Result }).is;
}
