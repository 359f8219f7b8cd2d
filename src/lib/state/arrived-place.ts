// Where the service worker leaves files that were shared with Kith, for the page to find.

/** The cache of ours that holds them; no other code of ours touches it. */
export const ARRIVED = 'kith-arrived';

/** Carries the file's own name, percent-encoded. */
export const NAME_HEADER = 'x-kith-name';
