// Names of people who do not exist, enough of them that a book of ten thousand has no two alike.
import type { Random } from '$lib/domain/random';
import { pick } from './pick';

const given =
	'Aaron Amy Brian Caleb Carla Craig Dawn Doug Ellen Emma Evan Holly Ian Jack Joel Karen Keith Laura Leah Leon Megan Molly Owen Phil Rachel Ruth Scott Simon Wendy';
const family =
	'Baker Brooks Burke Clarke Conway Crane Doyle Ellis Foster Grant Hart Hayes Holt Keller Lambert Marsh Mills Nash Norris Perkins Quinn Reeves Riley Sawyer Shaw Tate Wade Walsh Webb Yates';
/** Names that go together, by where they come from; they also go with the ones above. */
const kin = [
	'Anders Astrid Elin Jens Lars Maren Nils Signe|Berg Dahl Falk Haugen Holm Jensen Lund Moen Nyberg Olsen Strand',
	'Ewa Irena Jakub Jana Lenka Marek Olga Pavel|Dvořák Horak Ivanov Kowalska Mazur Nowak Petrov Sikora Sokolov Wilk',
	'Anke Dieter Elke Heike Jochen Jutta Silke Uwe|Bauer Becker Engel Fuchs Gruber Huber Kern Krüger Maier Schäfer',
	'Bruno Carlo Chiara Dario Elena Enzo Marta Paola|Amato Caruso Conti Costa Galli Greco Leone Marino Moretti Ricci',
	'Alma Camila Diego Héctor Ignacio Lucía Rafael Tomás|Campos Cruz Delgado Flores Herrera Medina Ortiz Peña Ramos Vega',
	'Anil Anjali Arjun Deepa Imran Kavita Nadia Rohan|Ahmed Das Gupta Iyer Joshi Kapoor Khan Malik Patel Rao Singh',
	'Bai Fang Hong Jing Lan Linh Minh Wei|Cao Chan Dang Ho Huang Jiang Liang Nguyen Tran Wong Zhou',
	'Aiko Akira Emi Haruto Kenji Min-ji Naoko Yuna|Abe Cho Endo Hayashi Inoue Kang Kimura Mori Park Sato Yoon',
	'Adaeze Chidi Fatou Kwame Mariam Musa Ngozi Thabo|Addo Bello Cissé Diallo Eze Kamau Keita Mensah Okeke Traoré',
	'Aylin Dalia Emre Hana Karim Laila Omar Rania|Abbas Aydin Aziz Celik Darwish Haddad Kaya Khoury Mansour Saleh'
];

const pets = ['Bagel', 'Domino', 'Goose', 'Maple', 'Nacho', 'Pepper', 'Waffles'];

/** A given and a family name. */
export type FullName = readonly [given: string, family: string];

/** Draws names: full ones never twice, others as they come. */
export class Names {
	readonly #random: Random;
	readonly #used: Set<string>;
	readonly #given = given.split(' ');
	readonly #family = family.split(' ');
	readonly #kin = kin.map((names) => names.split('|').map((part) => part.split(' ')));

	/** @param used full names that are taken already */
	constructor(random: Random, used: Iterable<string>) {
		this.#random = random;
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
		return pick(this.#random, pets);
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
