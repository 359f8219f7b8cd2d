// The slip on which selected words stand before they are kept, filled in as well as can be guessed.
import { OLDEST } from '$lib/domain/age';
import { fold } from '$lib/domain/fold';
import { dayOf, isAnyDay, isDay, partsOf, type AnyDay, type Day } from '$lib/domain/day';
import {
	besidesBirthday,
	comesBack,
	dayIn,
	interestIn,
	memberIn,
	momentIn,
	oneLine,
	type KeptKind
} from '$lib/domain/kept-words';
import { isNamedIn } from '$lib/domain/names-in-text';
import type { DayFinder } from '$lib/domain/note-reading';
import { relations } from '$lib/domain/records/circle';
import { momentKinds } from '$lib/domain/records/moment';
import type { Person } from '$lib/domain/records/person';
import { isSensitiveMoment } from '$lib/domain/sensitive-moment';
import type { Kept } from '$lib/state/keep-from-note';
import { fitsMoment, withoutYear } from '$lib/state/moment-writing';
import { keptLanguage as language } from '$lib/state/kept-language';
import { momentKindWords, within } from '$lib/state/say';

/** What was selected, and where it stands. */
export interface Selected {
	readonly words: string;
	/** The sentence around it. */
	readonly sentence: string;
	/** The day of the note. */
	readonly day: Day;
}

/** One slip; every field can be changed before it is kept. */
export class Slip {
	readonly kind: KeptKind;
	person = $state.raw<Person>();
	text = $state('');
	name = $state('');
	relation = $state<string>('other');
	years = $state('');
	birthday = $state<string>('');
	about = $state('');
	moment = $state<string>('other');
	day = $state<string>('');
	yearly = $state(false);
	sensitive = $state(false);
	tried = $state(false);

	/**
	 * @param people whom the note may be about; the first is taken when the words name nobody else
	 * @param findDays undefined where days cannot be read
	 */
	constructor(
		kind: KeptKind,
		selected: Selected,
		people: readonly Person[],
		findDays: DayFinder | undefined
	) {
		this.kind = kind;
		const { words, sentence } = selected;
		this.person =
			people.find(({ name }) => isNamedIn(name, words)) ??
			people.find(({ name }) => isNamedIn(name.split(/\s+/)[0] ?? name, words)) ??
			people[0];
		const day = findDays && dayIn(words, sentence, findDays, selected.day);
		this.text = kind === 'interest' ? interestIn(words, language) : words.trim();
		if (kind === 'circle') this.#readMember(words, sentence, day);
		if (kind === 'moment') this.#readMoment(words, day);
		if (kind === 'promise') {
			this.text = oneLine(words);
			if (day !== undefined && day >= selected.day) this.day = day;
		}
	}

	/** Another kind of moment comes back as such moments do, and may be sensitive; never less than before. */
	chooseMoment(chosen: string): void {
		const kind = momentKinds.find((one) => one === chosen);
		if (!kind) return;
		this.moment = kind;
		this.yearly = comesBack(kind);
		this.sensitive ||= isSensitiveMoment({ kind });
	}

	/** What is still missing, by field; told once keeping was tried. */
	get problems(): Readonly<Partial<Record<'person' | 'text' | 'name' | 'years' | 'day', string>>> {
		const isAsked = this.kind !== 'promise';
		return {
			...(isAsked && !this.person ? { person: 'Choose whose it is.' } : {}),
			...(this.#hasText && this.text.trim() === '' ? { text: 'A few words are needed.' } : {}),
			...(this.kind === 'circle' && this.name.trim() === ''
				? { name: 'A name is what makes it personal.' }
				: {}),
			...(this.years.trim() !== '' &&
			!(/^\d{1,3}$/.test(this.years.trim()) && Number(this.years) <= OLDEST)
				? { years: `A number of years, up to ${OLDEST}.` }
				: {}),
			...(this.kind === 'moment' && !fitsMoment(this.day, this.yearly)
				? { day: 'Choose a day.' }
				: {})
		};
	}

	/** What to keep, or undefined while something is missing. */
	take(): Kept | undefined {
		this.tried = true;
		if (Object.keys(this.problems).length > 0) return undefined;
		const { kind } = this;
		const text = this.text.trim();
		const person = this.person?.id;
		if (kind === 'promise')
			return { kind, person, text, due: isDay(this.day) ? this.day : undefined };
		if (person === undefined) return undefined;
		if (kind === 'fact') return { kind, person, text, sensitive: this.sensitive };
		if (kind === 'interest') return { kind, person, text };
		if (kind === 'circle') {
			const relation = relations.find((one) => one === this.relation) ?? 'other';
			const years = this.years.trim() === '' ? undefined : Number(this.years);
			const birthday = isAnyDay(this.birthday) ? this.birthday : undefined;
			const about = this.about.trim();
			return { kind, person, name: this.name.trim(), relation, years, birthday, about };
		}
		const moment = momentKinds.find((one) => one === this.moment) ?? 'other';
		if (!isAnyDay(this.day)) return undefined;
		const { yearly, sensitive } = this;
		return { kind, person, moment, day: this.day, yearly, label: text, sensitive };
	}

	/** Whether somebody of that name is in a circle already. */
	isAmong(names: readonly string[]): boolean {
		const name = fold(this.name);
		return this.kind === 'circle' && name !== '' && names.some((one) => fold(one) === name);
	}

	get #hasText(): boolean {
		return this.kind !== 'circle' && this.kind !== 'moment';
	}

	#readMember(words: string, sentence: string, day: Day | undefined): void {
		const own = this.person?.name ?? '';
		const member = memberIn(words, language, own);
		// "Maya" alone is told apart by the sentence: "her daughter Maya".
		const around = memberIn(sentence, language, own);
		const isSame = around.name === member.name;
		this.name = member.name;
		this.relation = member.relation === 'other' && isSame ? around.relation : member.relation;
		this.years = String(member.years ?? '');
		this.about = member.about;
		const { kind, turns } = momentIn(isSame ? sentence : words, language, own);
		if (day === undefined || kind !== 'birthday') return;
		this.birthday = beganOn(day, turns);
		this.about = besidesBirthday(member.about, language);
	}

	#readMoment(words: string, day: Day | undefined): void {
		const { kind, yearly, whose, turns, label } = momentIn(words, language, this.person?.name);
		this.moment = kind;
		// "Max turns 10 on Friday" would not be true next year.
		const named = whose === '' ? '' : `${whose}’s ${within(momentKindWords[kind])}`;
		this.text = yearly ? named : label;
		this.yearly = yearly;
		this.sensitive = isSensitiveMoment({ kind });
		if (day !== undefined) this.day = yearly ? beganOn(day, turns) : day;
	}
}

/** The day years are counted from; no note that says "on Friday" tells the year, unless it tells the age. */
function beganOn(day: Day, years: number | undefined): AnyDay {
	const { year, month, day: date } = partsOf(day);
	return (years === undefined ? undefined : dayOf(year - years, month, date)) ?? withoutYear(day);
}
