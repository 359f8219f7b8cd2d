// The key in localStorage that says, at once and before anything is opened, that the book is locked.

/** Set while there is a device lock, from before the first row is sealed until the last one is open. */
export const KEYRING_KEY = 'kith:lock';
