import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Book, BookListener, Reach } from '$lib/store/book';
import type { Damage } from '$lib/store/damage';
import { bearWitness } from '$lib/store/witness';
import { Findings } from './findings.svelte';
import type { Kith } from './kith.svelte';

const locals = new Map<string, string>();
let listeners: BookListener[] = [];
let damages: Damage[] = [];
let reach: Reach = 'this-year';
let people = 0;

function aKith(): Kith {
	listeners = [];
	const book = {
		get damages() {
			return damages;
		},
		get reach() {
			return reach;
		},
		all: () => Array.from({ length: people }),
		listen(listener: BookListener) {
			listeners.push(listener);
			return () => (listeners = listeners.filter((one) => one !== listener));
		},
		getLocal: async (key: string) => locals.get(key),
		setLocal: async (key: string, value: string) => void locals.set(key, value)
	} as unknown as Book;
	return { book } as unknown as Kith;
}

function becomeWhole(): void {
	reach = 'whole';
	for (const listener of [...listeners]) listener.onreach?.('whole');
}

const lost: Damage = { name: 'kith-core', why: 'emptied', found: 1_000, from: 'mirror' };
const row: Damage = { name: 'kith-journal-2026', why: 'changed', found: 1_200, written: 900 };

async function settled(findings: Findings): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, 0));
	await findings.settled();
	flushSync();
}

beforeEach(() => {
	locals.clear();
	localStorage.clear();
	damages = [];
	reach = 'this-year';
	people = 0;
});

afterEach(() => {
	vi.restoreAllMocks();
});

test('what was found is told at once, grows while years come, and counts the people at the end', async () => {
	bearWitness({}, 40);
	damages = [lost];
	const findings = new Findings(aKith());
	expect(findings.unseen).toEqual([{ at: 1_000, damages: [lost], had: 40 }]);
	// Somebody counts anew; what had been there is known already.
	bearWitness({}, 38);
	damages = [lost, row];
	for (const listener of listeners) listener.ondamage?.();
	people = 38;
	becomeWhole();
	await settled(findings);
	expect(findings.all).toEqual([{ at: 1_000, damages: [lost, row], had: 40, back: 38 }]);
});

test('it outlives the page, and what was put away stays listed until it is taken off', async () => {
	damages = [lost];
	await settled(new Findings(aKith()));
	damages = [];
	const second = new Findings(aKith());
	await settled(second);
	const [finding] = second.unseen;
	expect(finding).toMatchObject({ at: 1_000, damages: [lost] });
	if (finding) second.see(finding);
	await settled(second);
	const third = new Findings(aKith());
	await settled(third);
	expect(third.unseen).toEqual([]);
	expect(third.all).toHaveLength(1);
	if (finding) third.forget(finding);
	await settled(third);
	const fourth = new Findings(aKith());
	await settled(fourth);
	expect(fourth.all).toEqual([]);
});

test('what was put away comes up again when more is found', async () => {
	damages = [lost];
	const findings = new Findings(aKith());
	await settled(findings);
	findings.see({ at: 1_000, damages: [lost] });
	await settled(findings);
	expect(findings.unseen).toEqual([]);
	damages = [lost, row];
	for (const listener of listeners) listener.ondamage?.();
	await settled(findings);
	expect(findings.unseen).toHaveLength(1);
});

test('a finding of another tab is not written over', async () => {
	const findings = new Findings(aKith());
	await settled(findings);
	const theirs = { at: 500, damages: [{ ...row, found: 500 }] };
	locals.set('damages', JSON.stringify([theirs]));
	damages = [lost];
	for (const listener of listeners) listener.ondamage?.();
	await settled(findings);
	expect(findings.all.map(({ at }) => at)).toEqual([1_000, 500]);
});

test.each(['', 'no json', '{"at":1}', '[{"at":"x"}]'])(
	'a list that reads %j is an empty one',
	async (kept) => {
		locals.set('damages', kept);
		const findings = new Findings(aKith());
		await settled(findings);
		expect(findings.all).toEqual([]);
	}
);

test('a disk that takes nothing leaves it on the screen', async () => {
	damages = [lost];
	const kith = aKith();
	vi.spyOn(kith.book, 'setLocal').mockRejectedValue(new DOMException('', 'QuotaExceededError'));
	const findings = new Findings(kith);
	await settled(findings);
	expect(findings.unseen).toHaveLength(1);
});
