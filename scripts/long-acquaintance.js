// A backup of somebody known for ten years, among others: what the largest person's page has to bear.

/** Entries with the one person. */
const ENTRIES = 3_000;
const KINDS = ['call', 'text', 'meeting', 'visit', 'email', 'meal'];
const PURPOSES = ['just-talked', 'business', 'asked'];
const DAY_MS = 86_400_000;

/**
 * A version 1 backup as text: one person called *Ada Marsh* with 1,500 touches, each with a note of three
 * lines, and other people with a dozen entries each.
 * @param {number} now milliseconds since 1970; nothing in it is later
 * @param {{ people: number, entries: number }} others how many others, and entries about them in all
 */
export function longAcquaintance(now, others) {
	let serial = 0;
	/** @param {number} time */
	const idAt = (time) => {
		serial += 1;
		const year = new Date(time).getUTCFullYear();
		return `${year}${Math.floor(time).toString(36).padStart(9, '0')}${serial.toString(36).padStart(8, '0')}`;
	};
	/** @param {number} time */
	const dayAt = (time) => new Date(time).toISOString().slice(0, 10);
	const begin = now - 3_650 * DAY_MS;
	const person = Array.from({ length: others.people + 1 }, (_, index) => ({
		id: idAt(begin),
		name: index === 0 ? 'Ada Marsh' : `Person ${index} Sample`,
		company: `Company ${index % 400}`,
		phones: [{ value: `+1 555 01${String(index).padStart(5, '0')}` }]
	}));
	/** @type {object[]} */
	const touch = [];
	/** @type {object[]} */
	const note = [];
	/** @param {string} who @param {number} time @param {number} index */
	const met = (who, time, index) => {
		const id = idAt(time);
		const day = dayAt(time);
		touch.push({
			id,
			people: [who],
			kind: KINDS[index % KINDS.length],
			purpose: PURPOSES[index % PURPOSES.length],
			outcome: index % 4 === 0 ? 'reached-out' : 'reached',
			day
		});
		note.push({
			id: idAt(time),
			people: [who],
			day,
			touch: id,
			body: `Number ${index}: the line stands still since Tuesday, and nobody knows why.\nMax has a part in the school play. He is the tree, and proud of it.\nCall again when the audit is over.`
		});
	};
	for (let index = 0; index < ENTRIES / 2; index++) {
		met(person[0]?.id ?? '', begin + (index / (ENTRIES / 2)) * (now - begin), index);
	}
	for (let index = 0; index < others.entries / 2; index++) {
		const who = person[1 + (index % others.people)]?.id ?? '';
		met(who, begin + (index / (others.entries / 2)) * (now - begin), index);
	}
	return JSON.stringify({ format: 'kith-backup', version: 1, content: { person, touch, note } });
}
