// What a screen says when a file that was shared with Kith found no room.

export const unkeptWords = {
	title: 'There was no room for what was shared',
	text: 'This device is full, so not all of it was kept. Clear some space, then share it with Kith again.'
} as const;
