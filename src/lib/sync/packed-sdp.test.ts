import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { essenceOf, essenceToSdp, packEssence, unpackEssence } from './packed-sdp';

/** Captured from Chromium 156, which hides its addresses behind names while no camera is in use. */
const HIDDEN = `v=0
o=- 997458538559006108 2 IN IP4 127.0.0.1
s=-
t=0 0
a=group:BUNDLE 0
a=extmap-allow-mixed
a=msid-semantic: WMS
m=application 9 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 0.0.0.0
a=candidate:2171022990 1 udp 2113937151 0a6ee10d-442d-4028-8f84-0107f195f1c6.local 45090 typ host generation 0 network-cost 999
a=candidate:1241640814 1 udp 2113942271 aa1f4e02-1159-47a8-92cd-ea4660c69656.local 51245 typ host generation 0 network-cost 999
a=ice-ufrag:N9to
a=ice-pwd:uqmUKFtzIl1L7Ab4Gl41zvA4
a=ice-options:trickle
a=fingerprint:sha-256 F0:BE:E5:9E:7D:79:83:07:22:E2:EF:30:3A:DA:05:9C:FD:B2:C9:43:C8:D6:40:BB:01:89:10:F7:4D:ED:C9:10
a=setup:actpass
a=mid:0
a=sctp-port:5000
a=max-message-size:262144
`.replaceAll('\n', '\r\n');

/** The same with its addresses shown, as an answer. */
const SHOWN = HIDDEN.replace(/a=candidate.*\r\na=candidate.*\r\n/, () =>
	[
		'a=candidate:649899959 1 udp 2113937151 192.0.2.2 34108 typ host generation 0 network-cost 999',
		'a=candidate:567198471 1 udp 2113942271 fd00::2 51327 typ host generation 0 network-cost 999',
		'a=candidate:567198472 1 tcp 1518214911 192.0.2.2 9 typ host tcptype active generation 0',
		''
	].join('\r\n')
)
	.replace('actpass', 'active')
	.replace('N9to', '+4T3');

const LETTERS = 'ABCXYZabcxyz0189+/';
const letters = (minLength: number) =>
	fc.string({ unit: fc.constantFrom(...LETTERS), minLength, maxLength: 40 });
const hex = (length: number) =>
	fc.string({
		unit: fc.constantFrom(...'0123456789abcdef'),
		minLength: length,
		maxLength: length
	});
const host = fc.oneof(
	fc.ipV4(),
	fc
		.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 })
		.map((groups) => groups.map((group) => group.toString(16)).join(':')),
	fc.uuid().map((uuid) => `${uuid}.local`)
);
const essence = fc.record({
	kind: fc.constantFrom('offer' as const, 'answer' as const),
	fingerprint: hex(64).map((text) => text.toUpperCase()),
	ufrag: letters(4),
	password: letters(22),
	places: fc.array(fc.record({ host, port: fc.nat(65_535) }), { maxLength: 4 })
});
const SEED = { seed: 20_261_122, numRuns: 300 };

describe('a packed description', () => {
	it('keeps what a captured offer with hidden addresses says, in under 100 bytes', () => {
		const read = essenceOf('offer', HIDDEN);
		expect(read).toEqual({
			kind: 'offer',
			fingerprint: 'F0BEE59E7D79830722E2EF303ADA059CFDB2C943C8D640BB018910F74DEDC910',
			ufrag: 'N9to',
			password: 'uqmUKFtzIl1L7Ab4Gl41zvA4',
			places: [
				{ host: '0a6ee10d-442d-4028-8f84-0107f195f1c6.local', port: 45_090 },
				{ host: 'aa1f4e02-1159-47a8-92cd-ea4660c69656.local', port: 51_245 }
			]
		});
		const packed = packEssence(read!);
		expect(packed.length).toBe(97);
		expect(unpackEssence(packed)).toEqual(read);
	});

	it('keeps what a captured answer with addresses says, and leaves TCP out', () => {
		const read = essenceOf('answer', SHOWN);
		expect(read?.places.map((place) => place.host)).toEqual(['192.0.2.2', 'fd00::2']);
		const packed = packEssence(read!);
		expect(packed.length).toBe(85);
		const places = unpackEssence(packed)?.places;
		expect(places?.map((place) => place.host)).toEqual(['192.0.2.2', 'fd00:0:0:0:0:0:0:2']);
	});

	it('becomes a description that says the same', () => {
		const read = essenceOf('offer', HIDDEN);
		expect(essenceOf('offer', essenceToSdp(read!))).toEqual(read);
		expect(essenceToSdp(read!)).toContain('a=setup:actpass\r\n');
		expect(essenceToSdp({ ...read!, kind: 'answer' })).toContain('a=setup:active\r\n');
	});

	it('comes back as it was', () => {
		fc.assert(
			fc.property(essence, (one) => {
				expect(unpackEssence(packEssence(one))).toEqual(one);
			}),
			SEED
		);
	});

	it('is refused when a bit is flipped or bytes are missing', () => {
		fc.assert(
			fc.property(
				essence,
				fc.nat(),
				fc.nat(7),
				fc.integer({ min: 1, max: 60 }),
				(one, at, bit, cut) => {
					const packed = packEssence(one);
					const flipped = Uint8Array.from(packed);
					flipped[at % packed.length]! ^= 1 << bit;
					expect(unpackEssence(flipped)).toBeUndefined();
					expect(unpackEssence(packed.slice(0, -cut))).toBeUndefined();
				}
			),
			SEED
		);
	});

	it('is not read from any bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				expect(unpackEssence(bytes)).toBeUndefined();
			}),
			SEED
		);
	});

	it('is not made of a description with two certificates', () => {
		const two = HIDDEN.replace('a=setup', `a=fingerprint:sha-256 ${'AA:'.repeat(31)}AA\r\na=setup`);
		expect(essenceOf('offer', two)).toBeUndefined();
	});
});
