import { expect, it } from 'vitest';
import { textToMeetingAddress } from './meeting-address';

it.each([
	['wss://meet.example.org', 'wss://meet.example.org'],
	[' Meet.Example.org ', 'wss://meet.example.org'],
	['meet.example.org/kith', 'wss://meet.example.org/kith'],
	['wss://meet.example.org:4444/', 'wss://meet.example.org:4444'],
	['ws://localhost:4444', 'ws://localhost:4444'],
	['ws://127.0.0.1:4444', 'ws://127.0.0.1:4444']
])('%s is the address %s', (typed, address) => {
	expect(textToMeetingAddress(typed)).toBe(address);
});

it.each([
	'',
	'ws://meet.example.org',
	'ws://192.168.1.2:4444',
	'https://meet.example.org',
	'javascript:alert(1)',
	'wss://me:secret@meet.example.org',
	'wss://meet.example.org/#part',
	'two words',
	'wss://',
	'x'.repeat(300)
])('"%s" is none', (typed) => {
	expect(textToMeetingAddress(typed)).toBeUndefined();
});
