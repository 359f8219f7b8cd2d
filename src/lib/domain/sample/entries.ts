// Fills the sample book with made-up touches and what comes with them, until it has enough.
import type { Random } from '$lib/domain/random';
import type { Purpose, TouchKind } from '$lib/domain/records/touch';
import type { Acquaintance } from './acquaintance';
import type { Draft } from './draft';
import { pick } from './pick';
import { gestureText, noteText } from './sentences';

const KINDS: Readonly<Record<Purpose, readonly TouchKind[]>> = {
	'just-talked': [
		'call',
		'call',
		'call',
		'call',
		'message',
		'meal',
		'visit',
		'event',
		'card',
		'gift'
	],
	business: ['call', 'call', 'call', 'email', 'email', 'visit', 'visit', 'meeting', 'video'],
	asked: ['call', 'call', 'email', 'email', 'meeting', 'video']
};
const UNANSWERED: readonly TouchKind[] = ['call', 'call', 'email'];
const HOSTED: readonly TouchKind[] = ['meeting', 'meal', 'visit'];
const STATES = ['posted', 'posted', 'written', 'waved-off'] as const;
/** The ten get half of the rep's time, but no more entries than this. */
const TEN_AT_MOST = 2000;
/** The pace of somebody who is taken every time it is his turn. */
const FASTEST = 3;

/** Adds entries about these people until there is no more room. */
export function fillEntries(
	draft: Draft,
	ten: readonly Acquaintance[],
	others: readonly Acquaintance[]
): void {
	const { random } = draft;
	const share = others.length > 0 ? Math.min(0.5, TEN_AT_MOST / draft.room) : 1;
	while (draft.room > 0) {
		const who = pick(random, random() < share ? ten : others);
		if (random() * FASTEST < who.pace) writeTouch(draft, who);
	}
}

function writeTouch(draft: Draft, who: Acquaintance): void {
	const { random, calendar } = draft;
	const { sentences } = draft.words;
	const purpose = purposeFor(random, who);
	const quiet = purpose === 'just-talked' ? Math.max(who.quiet, who.quietTalk) : who.quiet;
	const ago = dayFor(draft, quiet + 1, who.met);
	const kind = kindFor(random, who, purpose);
	const posted = kind === 'card' || kind === 'gift';
	const answered = random() < 0.78;
	const reached = answered && !posted;
	const shown = answered || posted ? kind : who.texts ? 'text' : pick(random, UNANSWERED);
	const hosted = reached && HOSTED.includes(shown);
	const colleague = hosted && random() < 0.2 ? who.colleague : undefined;
	const people =
		colleague !== undefined && colleague.met >= ago ? [who.id, colleague.id] : [who.id];
	const at = draft.minutes();
	const day = calendar.ago(ago);
	const touch = draft.enter('touch', {
		...draft.mark<'touch'>(ago, at),
		people,
		kind: shown,
		purpose,
		outcome: reached ? 'reached' : 'reached-out',
		day
	});
	if (!touch) return;
	if (!posted && random() < (reached ? 0.62 : 0.25)) {
		draft.enter('note', {
			...draft.mark<'note'>(ago, at),
			people,
			day,
			touch,
			body: noteText(sentences, random, purpose, reached, who.known)
		});
	}
	if (reached && random() < 0.08) {
		const mark = draft.mark<'gesture'>(ago, at);
		draft.enter('gesture', {
			...mark,
			person: who.id,
			day,
			touch,
			...gestureText(sentences, random)
		});
	}
	if (hosted && random() < 0.6) {
		const state = pick(random, STATES);
		draft.enter('thankYou', {
			...draft.mark<'thankYou'>(ago, at),
			person: who.id,
			touch,
			// What was written long ago is not lying on the desk any more.
			state: state === 'written' && ago > 3 ? 'posted' : state,
			since: new Date(calendar.instant(ago, at)).toISOString(),
			on: calendar.ago(Math.max(0, ago - 1))
		});
	}
}

/** Days ago between two bounds, no weekend if it can be helped; the book's begin wins over both. */
function dayFor({ random, calendar }: Draft, from: number, to: number): number {
	const low = Math.min(from, to);
	return -calendar.workday(-(low + Math.floor(random() * (to - low + 1))));
}

function purposeFor(random: Random, who: Acquaintance): Purpose {
	if (random() < who.talk && who.quietTalk < who.met) return 'just-talked';
	return random() < 0.7 ? 'business' : 'asked';
}

function kindFor(random: Random, who: Acquaintance, purpose: Purpose): TouchKind {
	if (who.texts && purpose === 'just-talked' && random() < 0.5) return 'text';
	return pick(random, KINDS[purpose]);
}
