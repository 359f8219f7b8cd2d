// How this device may remind the rep: two switches and the browser's permission, on this device only.

const KEY = 'kith:reminders';

/** What the rep wants: notifications where the browser lets us, a number only where it was asked for. */
export interface ReminderChoices {
	/** A number on the app's icon. */
	readonly badge: boolean;
	/** A notification when the time of a booked touch has come. */
	readonly notices: boolean;
}

/** The choices of this device. No words of the rep's: they may lie in the open. */
export function reminderChoices(): ReminderChoices {
	const usual = { badge: false, notices: true };
	try {
		const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<ReminderChoices>;
		return { badge: kept.badge === true, notices: kept.notices !== false };
	} catch {
		return usual;
	}
}

/** Changes them. */
export function chooseReminders(change: Partial<ReminderChoices>): void {
	try {
		localStorage.setItem(KEY, JSON.stringify({ ...reminderChoices(), ...change }));
	} catch {
		// A browser that keeps nothing reminds as it did.
	}
}

/** What the browser says about notifications: `none` where it has none. */
export type NoticePermission = NotificationPermission | 'none';

/** Whether notifications may be shown, without asking. */
export function noticePermission(): NoticePermission {
	return 'Notification' in globalThis ? Notification.permission : 'none';
}

/** Asks the rep by way of the browser; only a press on a button may do this. */
export async function askForNotices(): Promise<NoticePermission> {
	try {
		await Notification.requestPermission();
	} catch {
		// An old browser that wants a callback: what it says stands in `permission`.
	}
	return noticePermission();
}

/** Whether the app's icon can carry a number here. */
export function hasBadge(): boolean {
	return 'setAppBadge' in navigator;
}

/** What helps with it where it is there: a page that did not come over TLS has neither. */
export function browserHelp(): Partial<Pick<Navigator, 'locks' | 'serviceWorker'>> {
	return navigator;
}
