// Reminding while Kith is open: the right number on the icon, and each booked time told once.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Day } from '$lib/domain/day';
import type { Plan } from '$lib/domain/records/plan';
import { aBook, anId, aPerson, aTouch, TestClock, write } from '../../../tests/support/books';
import { lendWay } from './going';
import { Kith } from './kith.svelte';
import { showNotices } from './notices';
import { askForNotices, chooseReminders, noticePermission } from './reminder-choices';
import { watchReminders } from './reminders';

const clock = new TestClock();
const dana = aPerson({ name: 'Dana Whitlock' });
const TODAY = '2026-11-23' as Day;
const at = (time: string, day: string = TODAY): number => new Date(`${day}T${time}`).getTime();
let kith: Kith;
let shown: string[];
let badges: (number | 'none')[];
let stop = (): void => undefined;

class StubNotification {
	static permission: NotificationPermission = 'granted';
	static readonly asked = vi.fn();
	static readonly all: StubNotification[] = [];
	static requestPermission(): Promise<NotificationPermission> {
		StubNotification.asked();
		return Promise.resolve((StubNotification.permission = 'granted'));
	}
	onclick: (() => void) | undefined;
	readonly close = vi.fn();
	constructor(title: string, { body }: NotificationOptions) {
		shown.push(`${title} ${body}`);
		StubNotification.all.push(this);
	}
}

beforeEach(async () => {
	vi.useFakeTimers();
	localStorage.clear();
	[shown, badges] = [[], []];
	StubNotification.permission = 'granted';
	StubNotification.all.length = 0;
	vi.stubGlobal('Notification', StubNotification);
	Object.assign(navigator, {
		setAppBadge: (count: number) => Promise.resolve(void badges.push(count)),
		clearAppBadge: () => Promise.resolve(void badges.push('none'))
	});
	clock.ms = at('09:00');
	kith = new Kith(await aBook('phone', clock), clock.now);
	write(kith.book, (draft) => draft.add('person', dana));
});

afterEach(() => {
	stop();
	stop = () => undefined;
	vi.useRealTimers();
	vi.unstubAllGlobals();
	Reflect.deleteProperty(navigator, 'setAppBadge');
	Reflect.deleteProperty(navigator, 'clearAppBadge');
});

function book(time: string, fields: Partial<Plan> = {}): Plan {
	const plan: Plan = {
		id: anId<'plan'>(),
		...{ person: dana.id, day: TODAY, time, kind: 'call', purpose: 'just-talked' },
		...fields
	};
	write(kith.book, (draft) => draft.add('plan', plan));
	return plan;
}

const look = (time: string): Promise<void> => {
	clock.ms = at(time);
	return showNotices(kith);
};

describe('a notification', () => {
	test('comes at the time, glance-safe, and once', async () => {
		book('14:00', { opener: 'The cello' });
		await look('13:59');
		expect(shown).toEqual([]);
		await look('14:00');
		await look('14:01');
		expect(shown).toEqual([expect.stringMatching(/^Call at (14:00|2:00\sPM) D\. W\.$/u)]);
	});

	test('comes once for two tabs, and not again after a reload', async () => {
		book('14:00');
		await look('14:00');
		vi.resetModules();
		const again = await import('./notices');
		await again.showNotices(kith);
		expect(shown).toHaveLength(1);
	});

	test('that was missed is shown within ten minutes', async () => {
		book('14:00');
		await look('14:10');
		expect(shown).toEqual([]);
		await look('14:09');
		expect(shown).toHaveLength(1);
	});

	test('comes again for a time that was moved', async () => {
		const { id } = book('14:00');
		await look('14:00');
		write(kith.book, (draft) => draft.edit('plan', id, { time: '15:30' }));
		await look('15:30');
		expect(shown).toHaveLength(2);
	});

	test.each([
		['what is done', { closedOn: TODAY }],
		['what was put off', { snoozedUntil: '2026-11-24' as Day }],
		['another day', { day: '2026-11-24' as Day }]
	])('does not come for %s', async (_, fields) => {
		book('14:00', fields);
		await look('14:00');
		expect(shown).toEqual([]);
	});

	test('does not come about somebody in the trash, when switched off, or when not allowed', async () => {
		book('14:00');
		chooseReminders({ notices: false });
		await look('14:00');
		chooseReminders({ notices: true });
		StubNotification.permission = 'default';
		await look('14:00');
		expect(StubNotification.asked).not.toHaveBeenCalled();
		StubNotification.permission = 'granted';
		const trashedAt = new Date(clock.ms).toISOString();
		write(kith.book, (draft) => draft.edit('person', dana.id, { trashedAt }));
		await look('14:00');
		expect(shown).toEqual([]);
	});

	test('opens the person', async () => {
		book('14:00');
		await look('14:00');
		const way = vi.fn();
		lendWay(way);
		StubNotification.all[0]?.onclick?.();
		expect(way).toHaveBeenCalledWith(`#/people/${dana.id}`);
	});

	test('comes by itself while Kith is open', async () => {
		book('14:00');
		clock.ms = at('13:58');
		stop = watchReminders(kith);
		await vi.advanceTimersByTimeAsync(20_000);
		expect(shown).toEqual([]);
		clock.ms = at('14:00');
		await vi.advanceTimersByTimeAsync(20_000);
		expect(shown).toHaveLength(1);
	});

	test('is asked for by a press only', async () => {
		StubNotification.permission = 'default';
		expect(noticePermission()).toBe('default');
		expect(await askForNotices()).toBe('granted');
		vi.stubGlobal('Notification', undefined);
		Reflect.deleteProperty(globalThis, 'Notification');
		expect(noticePermission()).toBe('none');
	});
});

describe('the number on the icon', () => {
	beforeEach(() => chooseReminders({ badge: true }));

	test('is not there until it is asked for, whatever is due', () => {
		localStorage.clear();
		book('14:00');
		stop = watchReminders(kith);
		expect(badges).toEqual(['none']);
		chooseReminders({ notices: true });
		window.dispatchEvent(new Event('storage'));
		expect(badges.at(-1)).toBe('none');
	});

	test('counts promises due, what is booked, and thank-yous owed, and follows the book', async () => {
		stop = watchReminders(kith);
		expect(badges).toEqual(['none']);
		const touch = aTouch({ people: [dana.id], kind: 'visit' });
		const promise = anId<'promise'>();
		book('14:00');
		book('10:00', { day: '2026-11-24' as Day });
		write(kith.book, (draft) => {
			draft.add('promise', { id: promise, person: dana.id, text: 'Send the offer', due: TODAY });
			draft.add('touch', touch);
			draft.add('thankYou', {
				id: anId<'thankYou'>(),
				...{ person: dana.id, touch: touch.id, state: 'owed', since: '2026-11-22T12:00:00Z' }
			});
		});
		await vi.advanceTimersByTimeAsync(1_000);
		expect(badges.slice(1)).toEqual([3]);
		write(kith.book, (draft) => draft.edit('promise', promise, { keptOn: TODAY }));
		await vi.advanceTimersByTimeAsync(1_000);
		expect(badges.at(-1)).toBe(2);
		write(kith.book, (draft) =>
			draft.edit('person', dana.id, { trashedAt: '2026-11-23T09:00:00Z' })
		);
		await vi.advanceTimersByTimeAsync(1_000);
		expect(badges.at(-1)).toBe('none');
	});

	test('follows midnight and coming back', async () => {
		book('10:00', { day: '2026-11-24' as Day });
		const keepTime = kith.clock.run();
		stop = watchReminders(kith);
		expect(badges).toEqual(['none']);
		clock.ms = at('00:00', '2026-11-24');
		await vi.advanceTimersByTimeAsync(60_000);
		expect(badges).toEqual(['none', 1]);
		document.dispatchEvent(new Event('visibilitychange'));
		expect(badges).toEqual(['none', 1, 1]);
		keepTime();
	});

	test('goes when it is switched off', () => {
		book('14:00');
		chooseReminders({ badge: false });
		stop = watchReminders(kith);
		expect(badges).toEqual(['none']);
		chooseReminders({ badge: true });
		window.dispatchEvent(new Event('storage'));
		expect(badges.at(-1)).toBe(1);
	});
});
