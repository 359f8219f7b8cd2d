// Export: what the rep has chosen as a file, made in pieces so that the screen stays alive.
import { recordToJson, bodyOf, PIECE, type Pace } from '$lib/domain/backup';
import type { BackupLot } from '$lib/domain/backup-write';
import { isCounted } from '$lib/domain/counted-moments';
import { CSV_TYPE, csvHead, csvRow, widthOf } from '$lib/domain/csv-write';
import { WORDS_BESIDE, withoutHeldBack } from '$lib/domain/held-back';
import type { Moment } from '$lib/domain/records/moment';
import type { Person } from '$lib/domain/records/person';
import type { AnyRecord, Records, Table } from '$lib/domain/records/tables';
import { VCARD_TYPE, writeVcard, type CardSources } from '$lib/domain/vcard-write';
import type { WrittenVersion } from '$lib/domain/vcard-write-kept';
import { dayOfDate } from '$lib/domain/day';
import { allYears } from './backup';
import { beginWork } from './backup-beside';
import { nameOfDevice } from './device-name';
import { gather, REPS_FIELDS, type ExportChoice, type Going } from './export-choice';
import type { MadeFile } from './hand-out';
import type { Kith } from './kith.svelte';
import { paceFor } from './pace';

/** What the cells of tags begin with. */
const TAG = 'tags/';

/** The files there are. */
export type ExportFormat = 'json' | 'vcard4' | 'vcard3' | 'csv';

/** A file ready to be handed out. */
export interface MadeExport extends MadeFile {
	readonly going: Going;
}

/** How it is followed and called off. */
export interface ExportFollowing {
	/** How much is done, from 0 to 1. */
	readonly told?: (part: number) => void;
	readonly signal?: AbortSignal;
}

/** The vCard and CSV files hold people and how to reach them; nothing of those has an owner. */
export function isOfContacts(format: ExportFormat): boolean {
	return format !== 'json';
}

/** Makes the file. */
export async function makeExport(
	kith: Kith,
	choice: ExportChoice,
	format: ExportFormat,
	{ told = () => undefined, signal }: ExportFollowing = {}
): Promise<MadeExport> {
	await allYears(kith, () => undefined, signal);
	const pace = paceFor((part) => told(part / 3), signal);
	const going = await gather(kith, choice, pace);
	const rest = paceFor((part) => told(1 / 3 + part / 3), signal);
	const day = dayOfDate(new Date(kith.clock.exactly()));
	if (format === 'json') {
		const blob = await jsonOf(kith, going, rest, (part) => told((2 + part) / 3), signal);
		return { blob, name: `kith-export-${day}.json`, type: 'application/json', going };
	}
	const type = format === 'csv' ? CSV_TYPE : VCARD_TYPE;
	const parts =
		format === 'csv'
			? await csvOf(kith, going, rest)
			: await vcardsOf(kith, going, format === 'vcard3' ? '3.0' : '4.0', rest);
	const name = `kith-contacts-${day}.${format === 'csv' ? 'csv' : 'vcf'}`;
	return { blob: new Blob(parts, { type: `${type};charset=utf-8` }), name, type, going };
}

/** Who goes into a file of contacts, and what stays here. */
type Contacts = Pick<Going, 'people' | 'heldBack'>;

/** The people as vCards, in pieces. */
export async function vcardsOf(
	kith: Kith,
	{ people, heldBack }: Contacts,
	version: WrittenVersion,
	pace: Pace
): Promise<string[]> {
	const parts: string[] = [];
	for (const [index, person] of people.entries()) {
		parts.push(writeVcard(cardSources(kith, person, heldBack), version));
		if (index % PIECE === 0) await pace(index, people.length);
	}
	return parts;
}

/** The people as a table, in pieces. */
export async function csvOf(
	kith: Kith,
	{ people, heldBack }: Contacts,
	pace: Pace
): Promise<string[]> {
	const width = widthOf(people);
	const parts = [csvHead(width)];
	for (const [index, one] of people.entries()) {
		const { person, moments } = cardSources(kith, one, heldBack);
		const birthday = moments.find(({ kind }) => kind === 'birthday')?.day;
		parts.push(csvRow({ person, birthday }, width));
		if (index % PIECE === 0) await pace(index, people.length);
	}
	return parts;
}

/** What of a person a card has room for, in the order in which it was written down. */
function cardSources({ book }: Kith, person: Person, heldBack: Going['heldBack']): CardSources {
	const stays = (table: 'moment' | 'circle') => (record: Records[typeof table]) =>
		heldBack?.has(table, record) ?? false;
	/* What is counted stands on the card already: in since when somebody works where, and in the circle. */
	const isOwn = (moment: Moment): boolean =>
		moment.circle === undefined && moment.yearly && !isCounted(moment);
	return {
		person: withoutHeldBack(person, heldBack),
		moments: byId(
			book.about('moment', person.id).filter((one) => isOwn(one) && !stays('moment')(one))
		),
		circle: byId(book.about('circle', person.id).filter((one) => !stays('circle')(one)))
	};
}

function byId<Item extends AnyRecord>(items: readonly Item[]): Item[] {
	return items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** A backup of a part: the same format, made beside the page as backups are, and it says what it is. */
async function jsonOf(
	kith: Kith,
	going: Going,
	pace: Pace,
	told: (part: number) => void,
	signal: AbortSignal | undefined
): Promise<Blob> {
	const work = beginWork(told, signal);
	try {
		for await (const lot of lotsOf(kith, going, pace)) await work.add(lot);
		const { id, name } = kith.book.get('device', kith.book.device) ?? {};
		const { choice, stays } = going;
		const { blob } = await work.bind({
			madeAt: new Date(kith.clock.exactly()).toISOString(),
			device: { id: id ?? kith.book.device, name: name ?? nameOfDevice(navigator) },
			partial: {
				whose: choice.whose,
				sensitive: choice.sensitive,
				leftOut: stays.sensitive + stays.others + stays.unmarked
			}
		});
		signal?.throwIfAborted();
		return blob;
	} finally {
		work.end();
	}
}

async function* lotsOf(kith: Kith, going: Going, pace: Pace): AsyncGenerator<BackupLot> {
	const of = [...going.records.values()].reduce((sum, { length }) => sum + length, 0);
	let done = 0;
	for (const [table, records] of going.records) {
		for (let at = 0; at < records.length; at += PIECE) {
			const piece = records.slice(at, at + PIECE);
			yield { table, lines: piece.map((record) => lineOf(kith, table, record, going)) };
			await pace((done += piece.length), of);
		}
	}
}

/** One record as a backup has it, without the words that are to stay in. */
function lineOf(
	{ book }: Kith,
	table: Table,
	record: AnyRecord,
	{ heldBack, choice }: Going
): string {
	const cells = new Map(book.cells(table, record.id));
	const beside = WORDS_BESIDE[table];
	if (beside && heldBack) {
		const { person } = record as Records['plan'];
		const words = (record as unknown as Record<string, string | undefined>)[beside];
		if (heldBack.touches([person], words)) cells.delete(beside);
	}
	if (table === 'person' && choice.whose === 'employer') {
		for (const field of REPS_FIELDS) cells.delete(field);
	}
	if (table === 'person' && heldBack) {
		const left = withoutHeldBack(record as Person, heldBack);
		if (left.about === undefined) cells.delete('about');
		const kept = cells.get('vcard');
		if (kept && left.vcard) cells.set('vcard', { ...kept, value: [...left.vcard] });
		else cells.delete('vcard');
		// A tag that was taken off again is named there too.
		for (const field of cells.keys()) {
			const isTag = field.startsWith(TAG);
			if (isTag && heldBack.touches([record.id], field.slice(TAG.length))) cells.delete(field);
		}
	}
	return JSON.stringify(recordToJson(table, record.id, cells, bodyOf(record)));
}
