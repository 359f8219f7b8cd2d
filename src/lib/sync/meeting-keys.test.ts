import { expect, it } from 'vitest';
import { keysToMeetUnder } from './meeting-keys';
import { newBookKey } from './keys';

const [first, second, third] = [newBookKey(1), newBookKey(2), newBookKey(3)];
const keys = [second, third, first];

it('meets under the newest key alone', () => {
	expect(keysToMeetUnder({ keys, peers: { a: {} } }, () => false)).toEqual([third]);
	expect(keysToMeetUnder({ keys: [], peers: {} }, () => false)).toEqual([]);
});

it('meets under older keys too while somebody is still to be given the newest', () => {
	const peers = { a: { lacksKey: true }, b: {} };
	expect(keysToMeetUnder({ keys, peers }, () => false)).toEqual([third, second, first]);
	expect(keysToMeetUnder({ keys, peers }, (id) => id === 'a')).toEqual([third]);
});

it('meets nobody once this device was removed', () => {
	expect(keysToMeetUnder({ keys, peers: {}, removedAt: '2026-11-22' }, () => false)).toEqual([]);
});
