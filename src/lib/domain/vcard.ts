// From a file's text to its vCards, 2.1, 3.0 or 4.0: reads what it can, names what it cannot, never throws.
import { boundaryOf, contentLines, unfold, type ContentLine } from './vcard-lines';
import { parseProperty, type VcardProperty } from './vcard-property';
import { escapeText } from './vcard-text';

/** One card as written; what it means is `vcardToContact`'s business. */
export interface Vcard {
	readonly version: VcardVersion;
	/** Line of the file its BEGIN is on, from 1. */
	readonly line: number;
	readonly properties: readonly VcardProperty[];
}

export type VcardVersion = '2.1' | '3.0' | '4.0';

/** A ContactProblem of a card; every one has its line. */
export interface VcardProblem {
	readonly code: VcardProblemCode;
	/** Line of the file, from 1. */
	readonly line: number;
	/** The text at fault, shortened, or the name of the card. */
	readonly detail?: string;
}

export type VcardProblemCode =
	/** Text, but no card in it. */
	| 'no-cards'
	/** A picture, an archive or the like. */
	| 'not-text'
	/** No BEGIN; the card was read. */
	| 'card-not-begun'
	/** No END before the next card or the end of the file; the card was read. */
	| 'card-not-ended'
	/** A card inside a card; kept as the value of the outer one's AGENT. */
	| 'nested-card'
	/** Text between cards, left out. */
	| 'text-outside-card'
	/** Lines inside a card that are no properties, left out. */
	| 'not-a-property'
	/** Nothing to call the person by. */
	| 'card-without-name'
	/** A distribution list, not a person. */
	| 'group-card'
	/** A date that is not in the calendar, or not a date; kept as written. */
	| 'bad-date'
	/** A date without its month or day; kept as written. */
	| 'partial-date';

const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const AGENT = /^\s*([\w-]+\.)?AGENT\s*(;[^:]*)?:\s*(BEGIN\s*:\s*VCARD)?\s*$/i;
const VERSION = /^\s*VERSION\s*(;[^:]*)?:\s*(2\.1|3\.0|4\.0)\s*$/i;
const DETAIL_LENGTH = 60;

/** A card being gathered. Its version may come last, so its lines are unfolded when it is complete. */
interface OpenCard {
	readonly line: number;
	readonly begun: boolean;
	readonly lines: ContentLine[];
	/** Lines of the card that is the value of an AGENT line. */
	readonly nested: Map<ContentLine, ContentLine[]>;
}

/** What a file's text gave. */
export interface VcardsRead {
	readonly cards: readonly Vcard[];
	readonly problems: readonly VcardProblem[];
}

/** So many lines are read before control is given back. */
const LINES = 20_000;

/** All cards of a file's text in their order, and all that was wrong with it. */
export function readVcards(text: string): VcardsRead {
	const reading = scanVcards(text);
	for (;;) {
		const step = reading.next();
		if (step.done) return step.value;
	}
}

/** The same a piece at a time, telling how many of the lines are read. */
export function* scanVcards(
	text: string
): Generator<{ readonly done: number; readonly of: number; readonly inText: true }, VcardsRead> {
	const cards: Vcard[] = [];
	const problems: VcardProblem[] = [];
	let open: OpenCard | undefined;
	/** The AGENT line whose card is being gathered. */
	let agent: ContentLine | undefined;

	function close(ended: boolean): void {
		if (!open) return;
		const { line, begun, lines } = open;
		if (begun || ended || lines.some((each) => VERSION.test(each.parts[0] ?? ''))) {
			if (!begun) problems.push({ code: 'card-not-begun', line });
			else if (!ended) problems.push({ code: 'card-not-ended', line });
			cards.push(cardOf(open, problems));
		} else {
			problems.push({ code: 'text-outside-card', line, detail: detailOf(lines[0]) });
		}
		open = undefined;
		agent = undefined;
	}

	const lines = contentLines(wellFormed(text));
	for (const [index, line] of lines.entries()) {
		if (index % LINES === LINES - 1) yield { done: index, of: lines.length, inText: true };
		const boundary = boundaryOf(line.parts[0] ?? '');
		if (boundary === 'begin') {
			const last = open?.lines.at(-1);
			if (open && last && !agent && isAgent(last)) {
				agent = last;
				open.nested.set(last, [line]);
				problems.push({ code: 'nested-card', line: line.line });
				continue;
			}
			close(false);
			open = { line: line.line, begun: true, lines: [], nested: new Map() };
		} else if (agent) {
			open?.nested.get(agent)?.push(line);
			if (boundary === 'end') agent = undefined;
		} else if (boundary === 'end') {
			close(true);
		} else {
			open ??= { line: line.line, begun: false, lines: [], nested: new Map() };
			open.lines.push(line);
			if (hasBegin(line)) {
				agent = line;
				open.nested.set(line, []);
				problems.push({ code: 'nested-card', line: line.line });
			}
		}
	}
	close(false);
	if (cards.length > 0) return { cards, problems };
	return { cards, problems: [{ code: CONTROL.test(text) ? 'not-text' : 'no-cards', line: 1 }] };
}

function cardOf(open: OpenCard, problems: VcardProblem[]): Vcard {
	const version = versionOf(open.lines);
	const properties: VcardProperty[] = [];
	let broken = false;
	for (const line of open.lines) {
		const nested = open.nested.get(line);
		const property = nested
			? agentOf(line, nested, version)
			: parseProperty(unfold(line, version), version, line.line);
		// One problem for a run of lines: a broken card may have a million of them.
		if (!property && !broken) {
			problems.push({ code: 'not-a-property', line: line.line, detail: detailOf(line) });
		}
		broken = !property;
		if (property) properties.push(property);
	}
	return { version, line: open.line, properties };
}

/** Bare parameters are in 2.1 only; a card that does not say its version is read as 3.0. */
function versionOf(lines: readonly ContentLine[]): VcardVersion {
	for (const line of lines) {
		const version = VERSION.exec(line.parts[0] ?? '')?.[2];
		if (version === '2.1' || version === '3.0' || version === '4.0') return version;
	}
	return '3.0';
}

function isAgent(line: ContentLine): boolean {
	return line.parts.length === 1 && AGENT.test(line.parts[0] ?? '');
}

function hasBegin(line: ContentLine): boolean {
	return isAgent(line) && /VCARD\s*$/i.test(line.parts[0] ?? '');
}

/** The nested card as one escaped text, which is how 3.0 writes it. */
function agentOf(
	line: ContentLine,
	nested: readonly ContentLine[],
	version: VcardVersion
): VcardProperty {
	const begin = hasBegin(line) ? ['BEGIN:VCARD'] : [];
	const text = [...begin, ...nested.map((each) => unfold(each, version))].join('\n');
	const value = escapeText(text);
	return { line: line.line, name: 'AGENT', params: {}, value, raw: `AGENT:${value}` };
}

const HAS_QUICK_CHECK = 'isWellFormed' in String.prototype;

/** NULs and halves of characters mean nothing and would not survive being stored. */
function wellFormed(text: string): string {
	const whole = text.includes('\0') ? text.replaceAll('\0', '') : text;
	// Older browsers lack the quick check and take the long way.
	const isFine = HAS_QUICK_CHECK && whole.isWellFormed();
	return isFine ? whole : whole.replace(LONE_SURROGATE, '\ufffd');
}

function detailOf(line: ContentLine | undefined): string {
	return (line?.parts[0] ?? '').trim().slice(0, DETAIL_LENGTH);
}
