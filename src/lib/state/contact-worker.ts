// Beside the page: reads contact files and compares them with the book, so that the page never waits.
import { fileKindOf, LOOKED_AT } from '$lib/domain/file-kind';
import { readContactFile } from '$lib/domain/contact-file';
import { ImportRows, type ImportRow, type Known } from '$lib/domain/import-row';
import type { VcardProblem } from '$lib/domain/vcard';
import { MOST_BYTES, type FileRefusal } from './contact-limits';

/** What the page says: people of the book, in pieces, then the files. */
export type ToReader =
	| { readonly say: 'know'; readonly people: readonly Known[] }
	| { readonly say: 'read'; readonly files: readonly File[] };

/** What comes back: how far it is, rows in pieces, what was wrong with a file, and the end. */
export type FromReader =
	| { readonly say: 'progress'; readonly done: number; readonly of: number }
	| { readonly say: 'rows'; readonly rows: readonly ImportRow[] }
	| {
			readonly say: 'file';
			readonly file: string;
			readonly problems: readonly VcardProblem[];
			readonly unread: number;
	  }
	| { readonly say: 'refused'; readonly file: string; readonly why: FileRefusal }
	| { readonly say: 'end' };

/** Rows handed over at once: a piece that the page takes in well below a frame. */
const PIECE = 200;

const compared = new ImportRows();

self.onmessage = ({ data }: MessageEvent<ToReader>) => {
	if (data.say === 'know') compared.know(data.people);
	else void readAll(data.files);
};

function tell(message: FromReader): void {
	self.postMessage(message);
}

async function readAll(files: readonly File[]): Promise<void> {
	const rows: ImportRow[] = [];
	for (const file of files) {
		try {
			await read(file, rows);
		} catch {
			tell({ say: 'refused', file: file.name, why: 'unreadable' });
		}
	}
	const byName = new Intl.Collator();
	rows.sort((a, b) => byName.compare(a.contact.name, b.contact.name));
	for (let at = 0; at < rows.length; at += PIECE) {
		tell({ say: 'rows', rows: rows.slice(at, at + PIECE) });
	}
	tell({ say: 'end' });
}

async function read(file: File, rows: ImportRow[]): Promise<void> {
	const refuse = (why: FileRefusal): void => tell({ say: 'refused', file: file.name, why });
	const kind = fileKindOf(new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer()));
	if (kind || file.size > MOST_BYTES) {
		refuse(kind ?? 'too-large');
		return;
	}
	const reading = readContactFile(new Uint8Array(await file.arrayBuffer()));
	let step = reading.next();
	for (; !step.done; step = reading.next()) tell({ say: 'progress', ...step.value });
	const result = step.value;
	if (!result.ok) {
		refuse(result.kind);
		return;
	}
	const { contacts, problems, unread } = result;
	for (const contact of contacts) rows.push(compared.next(contact));
	tell({ say: 'file', file: file.name, problems, unread });
}
