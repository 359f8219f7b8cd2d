// Draws names of people who do not exist, so that no two in a book are alike.
import type { Random } from '$lib/domain/random';
import { pick } from './pick';
import type { NameLists } from './sample-words';

/** A given and a family name. */
export type FullName = readonly [given: string, family: string];

/** Draws names: full ones never twice, others as they come. */
export class Names {
	readonly #random: Random;
	readonly #used: Set<string>;
	readonly #given: readonly string[];
	readonly #family: readonly string[];
	readonly #kin: readonly (readonly (readonly string[])[])[];
	readonly #pets: readonly string[];

	/** @param used full names that are taken already */
	constructor(random: Random, { given, family, kin, pets }: NameLists, used: Iterable<string>) {
		this.#random = random;
		this.#given = given.split(' ');
		this.#family = family.split(' ');
		this.#kin = kin.map((names) => names.split('|').map((part) => part.split(' ')));
		this.#pets = pets;
		this.#used = new Set(used);
	}

	/** A full name not drawn before; a middle initial helps out when the plain ones run low. */
	person(): FullName {
		for (let tries = 0; ; tries++) {
			const [first, last] = this.#draw();
			const initial = tries < 24 ? '' : ` ${String.fromCharCode(65 + this.#random() * 26)}.`;
			const name = [first + initial, last] as const;
			const whole = name.join(' ');
			if (this.#used.has(whole)) continue;
			this.#used.add(whole);
			return name;
		}
	}

	/** A given name, for those around a person. */
	given(): string {
		return this.#draw()[0];
	}

	/** A family name, for a firm. */
	family(): string {
		return this.#draw()[1];
	}

	pet(): string {
		return pick(this.#random, this.#pets);
	}

	#draw(): FullName {
		const [first = [], last = []] = pick(this.#random, this.#kin);
		const chance = this.#random();
		return [
			pick(this.#random, chance < 0.45 ? first : this.#given),
			pick(this.#random, chance > 0.2 && chance < 0.7 ? last : this.#family)
		];
	}
}
