// Files made of the book as it is: all of it, or what somebody lacks.
import { encodeStateVector } from 'yjs';
import { READER, CORE } from '$lib/store/documents';
import type { CarriedWorld } from './carried';
import { changesPiece, updatePiece, type CarriedDocument, type Maker } from './carried-body';
import { sealPart } from './carried-file';
import type { Reached } from './kept';
import type { BookKey } from './keys';
import { DIGEST_FORM } from './level';
import { slicesOf } from './slices';

/** A file made, and how far it leads. */
export interface Made {
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly after: Reached;
	readonly digests: Readonly<Record<string, string>>;
}

/** What a file builds on. */
export interface Base {
	readonly after: Reached;
	/** The digests that belong to it, where they are known; they tell what was deleted since. */
	readonly digests: Readonly<Record<string, string>>;
}

/** Seals what the book holds beyond a base, or all of it; made in pieces, with pauses. */
export async function makeFile(
	world: CarriedWorld,
	key: BookKey,
	seq: number,
	base: Base | undefined
): Promise<Made> {
	const { book, digests } = world;
	const documents: Omit<CarriedDocument, 'updates'>[] = [];
	async function* pieces(): AsyncGenerator<Uint8Array> {
		for (const [name, { doc }] of book.documents) {
			if (doc.store.clients.size === 0) continue;
			const from = base?.after[name];
			const digest = await digests.of(name);
			let after = encodeStateVector(doc);
			if (!from || base.digests[name] !== digest || !isSame(from, after)) {
				for (const { update } of slicesOf(doc, from)) {
					// As it is when the last slice has been made, which carries what came meanwhile.
					after = encodeStateVector(doc);
					yield updatePiece(documents.length, update);
					await world.pause();
				}
			}
			documents.push({ name, from: from ?? new Uint8Array(), after, digest });
		}
		const needs = book.document(CORE).doc.getMap('meta').get('minReader');
		yield changesPiece({
			is: 'changes',
			maker: makerOf(world),
			madeAt: new Date(world.now()).toISOString(),
			seq,
			reader: READER,
			needs: typeof needs === 'number' ? needs : 1,
			people: book.all('person').length,
			form: DIGEST_FORM,
			key: { generation: key.generation, members: key.members },
			documents
		});
	}
	const bytes = await sealPart(key, pieces());
	return {
		bytes,
		after: Object.fromEntries(documents.map(({ name, after }) => [name, after])),
		digests: Object.fromEntries(documents.map(({ name, digest }) => [name, digest]))
	};
}

/** This device, as it signs its files. */
export function makerOf({ book, kept }: CarriedWorld): Maker {
	return {
		id: book.device,
		name: book.get('device', book.device)?.name ?? '',
		publicKey: kept.now.device?.publicKey ?? ''
	};
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
