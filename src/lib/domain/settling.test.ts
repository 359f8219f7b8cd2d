// Answers that were revised apart: told from others, and made one again with every word of them kept.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anId } from '../../../tests/support/books';
import { runs } from '../../../tests/support/runs';
import { answersOf, type Answer } from './answers';
import type { Day } from './day';
import type { Fact } from './records/fact';
import { ownOf, partedIn, settlingOf, twinsOf } from './settling';

function aFact(text: string, revises?: Fact): Fact {
	const day = '2026-11-21' as Day;
	const person = 'dana' as Fact['person'];
	return { id: anId(), person, text, day, ...(revises && { revises: revises.id }) };
}

const texts = ({ fact, before }: Answer): string[] => [fact, ...before].map(({ text }) => text);

/** The facts after one of the answers was chosen. */
function settled(facts: readonly Fact[], which: number): Fact[] {
	const answers = answersOf(facts);
	const chosen = answers[which] as Answer;
	const { links, head } = settlingOf(chosen, answers);
	const linked = facts.map((fact) => {
		const revises = links.get(fact.id);
		return revises ? { ...fact, revises } : fact;
	});
	return head === chosen.fact ? linked : [...linked, aFact(chosen.fact.text, head)];
}

const first = aFact('Runs');
const here = aFact('Swims', first);
const hereLater = aFact('Swims far', here);
const there = aFact('Climbs', first);
const parted = [first, here, hereLater, there];

test('both stand, know of each other, and own what the other has not', () => {
	const [swims, climbs, chess] = answersOf([...parted, aFact('Chess')]) as [Answer, Answer, Answer];
	const all = [swims, climbs, chess];
	expect(all.map(texts)).toEqual([['Swims far', 'Swims', 'Runs'], ['Climbs', 'Runs'], ['Chess']]);
	expect(twinsOf(swims, all)).toEqual([climbs]);
	expect(twinsOf(chess, all)).toEqual([]);
	expect([...partedIn(all)]).toEqual([hereLater.id, there.id]);
	expect(ownOf(swims, all)).toEqual([hereLater, here]);
	expect(ownOf(chess, all)).toEqual([chess.fact]);
});

test('their keys stay the same while they are revised', () => {
	const keys = (facts: readonly Fact[]) => answersOf(facts).map(({ root }) => root);
	expect(keys(parted)).toEqual([first.id, there.id]);
	expect(keys([...parted, aFact('Climbs high', there)])).toEqual([first.id, there.id]);
});

test('one is set above the other, which stays readable', () => {
	const row = ['Climbs', 'Swims far', 'Swims', 'Runs'];
	expect(answersOf(settled(parted, 1)).map(texts)).toEqual([row]);
	expect(answersOf(settled(parted, 0)).map(texts)).toEqual([['Swims far', ...row]]);
});

test('two devices that settle it differently at the same time lose nothing, and can do it again', () => {
	const byId = new Map(
		[...settled(parted, 0), ...settled(parted, 1)].map((fact) => [fact.id, fact])
	);
	expect(answersOf([...byId.values()]).map(texts)).toEqual([
		['Swims far', 'Climbs', 'Swims far', 'Swims', 'Runs']
	]);
	const third = aFact('Dances', first);
	const [one, other] = [settled([...parted, third], 0), settled([...parted, third], 1)];
	const both = [...new Map([...one, ...other].map((fact) => [fact.id, fact])).values()];
	expect(answersOf(both).map(({ fact }) => fact.text)).toEqual(['Swims far', 'Climbs']);
	expect(answersOf(settled(both, 1)).map(({ fact }) => fact.text)).toEqual(['Climbs']);
});

test('a ring, which no device of today makes, stands with its latest fact', () => {
	const ring = [{ ...here, revises: there.id }, { ...there, revises: hereLater.id }, hereLater];
	expect(answersOf(ring).map(texts)).toEqual([['Climbs', 'Swims far', 'Swims']]);
});

test('however often answers parted, one stands after settling and says all there was before', () => {
	const shape = fc.array(fc.nat(), { minLength: 2, maxLength: 12 });
	fc.assert(
		fc.property(shape, fc.nat(), (shape, which) => {
			const facts: Fact[] = [aFact('0')];
			for (const [at, parent] of shape.entries()) {
				facts.push(aFact(String(at + 1), facts[parent % facts.length]));
			}
			const answers = answersOf(facts);
			const after = settled(facts, which % answers.length);
			const [one, ...others] = answersOf(after);
			expect(others).toEqual([]);
			expect(one?.fact.text).toBe(answers[which % answers.length]?.fact.text);
			expect(one?.before).toHaveLength(after.length - 1);
		}),
		{ seed: 20261121, numRuns: runs(300) }
	);
});
