// The sample book in German.
import { others } from './cast-others-de';
import { leftTheTen, ten } from './cast-ten-de';
import { loose } from './loose-de';
import { fromElsewhere } from './names-from-elsewhere';
import type { SampleWords } from './sample-words';
import { sentences } from './sentences-de';

const WEEKDAYS = 'Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag'.split(' ');
const MONTHS =
	'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
/** Numbers kept free for films and books: two hundreds of mobile ones, and a thousand in each of five cities. */
const MOBILE = ['+49 171 39200', '+49 176 040690'];
const CITIES = ['+49 30 23125', '+49 69 90009', '+49 40 66969', '+49 221 4710', '+49 89 99998'];

/** A book of people in Germany. */
export const german: SampleWords = {
	cast: [...ten, ...others],
	leftTheTen,
	loose,
	sentences,
	names: {
		given:
			'Andreas Anja Birgit Christoph Claudia Daniel Felix Florian Frank Hannah Ines Jan Johanna Julia Karin Katrin Lena Lukas Markus Martina Miriam Nadine Ralf Sabine Sandra Stefan Susanne Thomas Ulrike Volker',
		family:
			'Arnsberg Bergmann Brandt Dietrich Ebert Franke Graf Hartmann Heinrich Hoffmann Jansen Kaiser Koch Köhler Lorenz Ludwig Neuhoff Otto Pohl Richter Rohde Sauer Schreiber Schulte Seidel Sommerfeld Thiel Vogelsang Winter Ziegler',
		kin: fromElsewhere,
		pets: ['Bella', 'Brezel', 'Domino', 'Flocke', 'Krümel', 'Mohrle', 'Paulchen']
	},
	trades: [
		['Bäckerei', 'Bäckerei', 'Backstubenleitung'],
		['Brauerei', 'Brauerei', 'Leitung Sudhaus'],
		['Molkerei', 'Molkerei', 'Leitung Käserei'],
		['Feinkost', 'Lebensmittel', 'Linienführung'],
		['Gießerei', 'Gießerei'],
		['Klinik', 'Klinik', 'Leitung Haustechnik'],
		['Labor', 'Labor', 'Laborleitung'],
		['Spedition', 'Logistik'],
		['Mühle', 'Mühle', 'Leitung Mahlwerk'],
		['Verpackungen', 'Verpackung', 'Verpackungstechnik'],
		['Papier', 'Papier'],
		['Pharma', 'Pharma'],
		['Werkzeugbau', 'Werkzeugbau', 'Formenbau']
	],
	companyName: (family, trade) => `${trade} ${family}`,
	titles: [
		'Werksleitung',
		'Leitung Instandhaltung',
		'Planung Instandhaltung',
		'Einkauf',
		'Leitung Einkauf',
		'Betriebsleitung',
		'Leitung Qualität',
		'Verfahrenstechnik',
		'Geschäftsführung'
	],
	tradeFair: 'Messe',
	nameOfDay: (date) =>
		`${WEEKDAYS[date.getUTCDay()] ?? ''}, ${date.getUTCDate()}. ${MONTHS[date.getUTCMonth()] ?? ''}`,
	phoneOf
};

/** All different up to 5,200 people. */
function phoneOf(index: number): { readonly value: string; readonly label: string } {
	const mobile = MOBILE[Math.floor(index / 100)];
	if (mobile !== undefined) return { value: mobile + digits(index % 100, 2), label: 'mobile' };
	const place = ((index - 200) * 7919 + 4242) % 5000;
	const city = CITIES[Math.floor(place / 1000)] ?? '';
	return { value: `${city} ${digits(place % 1000, 3)}`, label: 'work' };
}

function digits(number: number, many: number): string {
	return String(number).padStart(many, '0');
}
