// Every way a backup can be bad, each with the code it has to be refused by.
import { boundText, textToSum, type SealedHead } from '$lib/domain/backup-envelope';
import { seededRandom } from '$lib/domain/random';
import type { RestoreFault } from '$lib/state/restore';
import { sha256 } from '$lib/state/sha256';
import { canonicalJson } from '$lib/domain/canonical';
import { runs } from './runs';

export interface BadBackup {
	readonly name: string;
	readonly file: Blob;
	/** Tried when the file asks for one. */
	readonly passphrase?: string;
	/** One of these has to be the reason. */
	readonly codes: readonly RestoreFault['code'][];
	/** A turned bit may fall on what has no meaning: then the file may also be read, as what it was. */
	readonly mayMeanTheSame?: boolean;
}

/** What is spoiled. */
export interface GoodBackups {
	readonly plain: string;
	readonly sealed: string;
	readonly passphrase: string;
}

type Content = Record<string, Record<string, unknown>[]>;
interface Plain {
	counts: Record<string, number>;
	sha256: string;
	content: Content;
}

const SEED = 20_261_121;
const MEGABYTE = 1_000_000;

/** The matrix; some of it by chance, with a fixed seed, and more of it in the long runs. */
export async function* badBackups(good: GoodBackups): AsyncGenerator<BadBackup> {
	yield* notBackups();
	yield* cut(good);
	yield* turned(good);
	yield* wrongInside(good.plain);
	yield* wrongOutside(good);
}

function* notBackups(): Generator<BadBackup> {
	yield bad('nothing', '', 'BackupEmpty');
	yield bad('white space', '\ufeff \n\t', 'BackupEmpty');
	yield bad('a web page', '<!doctype html><title>Sign in</title>', 'BackupNotJson');
	yield bad('contacts', 'BEGIN:VCARD\nVERSION:4.0\nFN:A\nEND:VCARD', 'BackupNotJson');
	yield bad('no JSON', '{"format" "kith-backup"}', 'BackupNotJson');
	yield bad('a list', '[{"name":"Ada"}]', 'BackupForeign');
	yield bad('a number', '7', 'BackupForeign');
	yield bad('another program’s', '{"version":"1.0","account":{"data":[]}}', 'BackupForeign');
	yield bad('another file of ours', '{"format":"kith-changes","version":1}', 'BackupForeign');
	const noise = noiseOf(MEGABYTE, SEED);
	const much = Array.from({ length: 200 }, () => noise);
	yield bad('200 MB of noise', new Blob(much), 'BackupNotJson');
	yield bad('200 MB of noise after a brace', new Blob(['{', ...much]), 'BackupNotJson');
	const start = '{"format":"kith-backup","version":1,"content":{"person":[{"id":"';
	yield bad('200 MB of noise in a backup', new Blob([start, ...much]), 'BackupNotJson');
	const letters = 'a'.repeat(MEGABYTE);
	const endless = Array.from({ length: 200 }, () => letters);
	yield bad('200 MB without an end', new Blob([start, ...endless]), 'BackupCutShort');
}

function* cut({ plain, sealed }: GoodBackups): Generator<BadBackup> {
	for (const [kind, text] of [
		['plain', plain],
		['sealed', sealed]
	] as const) {
		const bytes = new TextEncoder().encode(text);
		const random = seededRandom(SEED);
		const places = Array.from({ length: 19 }, (_, part) => (part + 1) / 20);
		for (let run = 0; run < runs(20); run++) places.push(random());
		for (const place of places) {
			// The last two bytes are a brace and the end of its line.
			const at = Math.max(1, Math.min(bytes.length - 2, Math.floor(place * bytes.length)));
			yield bad(`${kind}, cut at ${at}`, new Blob([bytes.slice(0, at)]), 'BackupCutShort');
		}
	}
}

function* turned({ plain, sealed, passphrase }: GoodBackups): Generator<BadBackup> {
	for (const [kind, text] of [
		['plain', plain],
		['sealed', sealed]
	] as const) {
		const bytes = new TextEncoder().encode(text);
		const random = seededRandom(SEED);
		for (let run = 0; run < runs(150); run++) {
			const flipped = bytes.slice();
			const at = Math.floor(random() * bytes.length);
			const bit = Math.floor(random() * 8);
			flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
			yield {
				name: `${kind}, bit ${bit} of byte ${at} turned`,
				file: new Blob([flipped]),
				passphrase,
				codes: [
					'BackupDamaged',
					'BackupNotJson',
					'BackupCutShort',
					'BackupForeign',
					'BackupTooNew',
					'BackupCountsWrong',
					'BackupKeyUnknown'
				],
				mayMeanTheSame: true
			};
		}
	}
}

/** Well-formed and, where it can be, with the right sum: only what is inside is wrong. */
async function* wrongInside(plain: string): AsyncGenerator<BadBackup> {
	const spoil = async (change: (backup: Plain) => void, sums = true): Promise<string> => {
		const backup = JSON.parse(plain) as Plain;
		change(backup);
		if (sums) {
			for (const [table, list] of Object.entries(backup.content)) {
				backup.counts[table] = list.length;
			}
			backup.sha256 = await sha256(canonicalJson(backup.content));
		}
		return JSON.stringify(backup);
	};
	const head = JSON.parse(plain) as Plain;
	yield bad('a future version', JSON.stringify({ ...head, version: 99 }), 'BackupTooNew');
	yield bad('a future reader', JSON.stringify({ ...head, minReader: 2 }), 'BackupTooNew');
	yield bad('a version of words', JSON.stringify({ ...head, version: 'one' }), 'BackupDamaged');
	yield bad('no content', JSON.stringify({ ...head, content: null }), 'BackupDamaged');
	yield bad(
		'a table of words',
		JSON.stringify({ ...head, content: { note: 'a' } }),
		'BackupDamaged'
	);
	yield bad('a wrong sum', JSON.stringify({ ...head, sha256: '0'.repeat(64) }), 'BackupDamaged');
	yield bad('a sum of another kind', JSON.stringify({ ...head, sha256: 7 }), 'BackupDamaged');
	for (const counts of [
		{ ...head.counts, person: (head.counts['person'] ?? 0) + 1 },
		{ ...head.counts, spaceship: 1 },
		'many'
	]) {
		yield bad('wrong counts', JSON.stringify({ ...head, counts }), 'BackupCountsWrong');
	}
	const less = (backup: Plain): void => void backup.content['note']?.pop();
	yield bad('a note missing', await spoil(less, false), 'BackupCountsWrong');
	yield bad(
		'a changed word',
		await spoil(({ content }) => (content['person']![0]!['name'] = 'Mallory'), false),
		'BackupDamaged'
	);
	for (const table of ['person', 'note', 'touch']) {
		const twice = ({ content }: Plain): void => {
			const list = content[table]!;
			list.push({ ...list[0]!, name: 'Another' });
		};
		yield bad(`a ${table} twice`, await spoil(twice), 'BackupTwice');
	}
	for (const depth of [25, 1_000, 50_000]) {
		const nested = `"deep":${'['.repeat(depth)}${']'.repeat(depth)},"id"`;
		yield bad(
			`nested ${depth} deep`,
			plain.replace('{"id"', () => `{${nested}`),
			'BackupTooDeep'
		);
		const person = `{"format":"kith-backup","version":1,"content":{"person":[{${nested}:1}]}}`;
		yield bad(`by hand, nested ${depth} deep`, person, 'BackupTooDeep');
	}
	const trap = '"__proto__":{"isAdmin":true},';
	for (const [where, text] of [
		['file', plain.replace('"format"', `${trap}"format"`)],
		['content', plain.replace('"person":', `"__proto__":[],"person":`)],
		['record', plain.replace('{"id"', `{${trap}"id"`)],
		['field', plain.replace('{"id"', `{"links":[{${trap}"value":"x"}],"id"`)]
	] as const) {
		yield bad(`__proto__ in a ${where}`, text, 'BackupTrapped');
	}
}

/** Sealed files: the wrong words, and heads that somebody has changed and summed up anew. */
async function* wrongOutside({ sealed, passphrase }: GoodBackups): AsyncGenerator<BadBackup> {
	for (const wrong of ['', ' ', `${passphrase} `, passphrase.toUpperCase(), 'x'.repeat(10_000)]) {
		const file = new Blob([sealed]);
		yield {
			name: `the words “${wrong.slice(0, 20)}”`,
			file,
			passphrase: wrong,
			codes: ['PassphraseWrong']
		};
	}
	interface Sealed {
		head: SealedHead & Record<string, unknown>;
		data: string;
	}
	const spoil = async (
		name: string,
		code: RestoreFault['code'],
		change: (file: Sealed) => Sealed
	) => {
		const { data, sha256: _, ...head } = JSON.parse(sealed) as SealedHead & Record<string, string>;
		const spoiled = change({ head: head, data: data! });
		const sum = await sha256(textToSum(spoiled.head, spoiled.data));
		const text = JSON.stringify({ ...spoiled.head, sha256: sum, data: spoiled.data });
		return { name, file: new Blob([text]), passphrase, codes: [code] };
	};
	const inHead =
		(more: Record<string, unknown>) =>
		({ head, data }: Sealed): Sealed => ({ head: { ...head, ...more }, data });
	const inSeal =
		(more: Record<string, unknown>) =>
		({ head, data }: Sealed): Sealed => ({
			head: { ...head, sealed: { ...head.sealed, ...more } },
			data
		});
	const inKdf = (more: Record<string, unknown>) => (file: Sealed) =>
		inSeal({ kdf: { ...(file.head.sealed.kdf as object), ...more } })(file);
	yield spoil(
		'another day in the head',
		'BackupAltered',
		inHead({ madeAt: '2020-01-01T00:00:00.000Z' })
	);
	yield spoil('another device in the head', 'BackupAltered', inHead({ device: { id: 'x' } }));
	yield spoil('something added to the head', 'BackupAltered', inHead({ note: 'Trust me.' }));
	yield spoil('an older reader', 'BackupAltered', inHead({ minReader: 1 }));
	yield spoil('a future version, sealed', 'BackupTooNew', inHead({ version: 3 }));
	yield spoil('version 1, sealed', 'BackupDamaged', inHead({ version: 1 }));
	yield spoil('another cipher', 'BackupKeyUnknown', inSeal({ cipher: 'ROT13' }));
	yield spoil('another compression', 'BackupKeyUnknown', inSeal({ compressed: 'lzma' }));
	yield spoil('said to be uncompressed', 'BackupAltered', inSeal({ compressed: undefined }));
	yield spoil('another nonce', 'BackupAltered', inSeal({ iv: 'AAAAAAAAAAAAAAAA' }));
	yield spoil('no nonce', 'BackupAltered', inSeal({ iv: '' }));
	yield spoil('another key', 'PassphraseWrong', inSeal({ key: btoa('\0'.repeat(60)) }));
	yield spoil('no key', 'PassphraseWrong', inSeal({ key: '' }));
	yield spoil('another salt', 'PassphraseWrong', inKdf({ salt: 'AAAAAAAAAAAAAAAAAAAAAA==' }));
	yield spoil(
		'a kdf that costs nothing',
		'BackupKeyAbsurd',
		inKdf({ rounds: 1, memory: 8, passes: 1 })
	);
	yield spoil(
		'a kdf that costs a year',
		'BackupKeyAbsurd',
		inKdf({ rounds: 1e15, memory: 2 ** 32 })
	);
	yield spoil('an unknown kdf', 'BackupKeyAbsurd', inKdf({ name: 'md5' }));
	yield spoil('no kdf', 'BackupKeyAbsurd', inSeal({ kdf: null }));
	yield spoil(
		'a kdf with a trap',
		'BackupTrapped',
		inSeal({ kdf: JSON.parse('{"__proto__":{}}') })
	);
	yield spoil('no data', 'BackupAltered', ({ head }) => ({ head, data: '' }));
	yield spoil('data that is no base64', 'BackupAltered', ({ head }) => ({ head, data: '!!!!' }));
	yield spoil('data with one letter changed', 'BackupAltered', ({ head, data }) => ({
		head,
		data: data.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))
	}));
	yield spoil('half of the data', 'BackupAltered', ({ head, data }) => ({
		head,
		data: data.slice(0, Math.floor(data.length / 8) * 4)
	}));
	const open = JSON.parse(sealed) as Record<string, unknown>;
	yield bad(
		'a sum of the sealed file that is wrong',
		JSON.stringify({ ...open, sha256: '0' }),
		'BackupDamaged'
	);
	yield bad(
		'a sealed file without a sum',
		JSON.stringify({ ...open, sha256: undefined }),
		'BackupDamaged'
	);
	yield bad('a seal of words', JSON.stringify({ ...open, sealed: 'yes' }), 'BackupDamaged');
}

/** What is bound into a sealed file, so that a test can see that the version comes first. */
export function boundIn(sealed: string): string {
	const {
		data: _,
		sha256: __,
		...head
	} = JSON.parse(sealed) as SealedHead & Record<string, unknown>;
	return boundText(head);
}

function bad(name: string, file: string | Blob, ...codes: RestoreFault['code'][]): BadBackup {
	return { name, file: typeof file === 'string' ? new Blob([file]) : file, codes };
}

function noiseOf(length: number, seed: number): Uint8Array<ArrayBuffer> {
	const random = seededRandom(seed);
	return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}
