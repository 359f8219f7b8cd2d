// A large contacts file as a phone writes it: two phones, two e-mails, an address, a birthday and a note for
// everybody, a picture for some. The same seed gives the same file.
import { seededRandom } from '../../../src/lib/domain/random';

const GIVEN =
	'Ada Ben Cleo Dana Eli Fay Gus Hana Ivo Jule Kai Lena Max Nora Otto Pia Quin Ray'.split(' ');
const FAMILY =
	'Abbott Berg Castellano Dvorak Ekberg Farrow Gruber Haddad Ito Jensen Kowalski Lind'.split(' ');
const CITIES = 'Albuquerque Bergen Cork Dresden Esbjerg Fresno'.split(' ');
/** What a small picture takes. */
const PICTURE_BYTES = 6_000;

/** So many cards in one file. */
export function manyCards(many: number, seed = 7): string {
	const random = seededRandom(seed);
	const pick = (words: readonly string[]): string =>
		words[Math.floor(random() * words.length)] ?? '';
	const digits = (many: number): string =>
		Array.from({ length: many }, () => Math.floor(random() * 10)).join('');
	const cards: string[] = [];
	for (let each = 0; each < many; each++) {
		const [given, family] = [pick(GIVEN), `${pick(FAMILY)}${each}`];
		const mail = `${given}.${family}`.toLowerCase();
		const born = new Date(Date.UTC(1950 + (each % 50), each % 12, 1 + (each % 28)));
		const lines = [
			'BEGIN:VCARD',
			'VERSION:3.0',
			`N:${family};${given};;;`,
			`FN:${given} ${family}`,
			`ORG:${pick(FAMILY)} Foods`,
			'TITLE:Buyer',
			`TEL;TYPE=CELL:+1 505 ${digits(3)} ${digits(4)}`,
			`TEL;TYPE=WORK:+1 212 ${digits(3)} ${digits(4)}`,
			`EMAIL;TYPE=INTERNET,WORK:${mail}@foods.example`,
			`EMAIL;TYPE=INTERNET,HOME:${mail}@home.example`,
			`ADR;TYPE=WORK:;;${1 + (each % 200)} Main Street;${pick(CITIES)};;${digits(5)};USA`,
			`BDAY:${born.toISOString().slice(0, 10)}`,
			`NOTE:Met at the expo in ${pick(CITIES)}. Likes green chile\\, and talks about sailing.`
		];
		if (each % 20 === 0) lines.push(...picture(random));
		cards.push([...lines, 'REV:2026-01-05T12:00:00Z', 'END:VCARD'].join('\r\n'));
	}
	return `${cards.join('\r\n')}\r\n`;
}

function picture(random: () => number): string[] {
	const bytes = Uint8Array.from({ length: PICTURE_BYTES }, () => Math.floor(random() * 256));
	const text = `PHOTO;ENCODING=b;TYPE=JPEG:${Buffer.from(bytes).toString('base64')}`;
	return text.match(/.{1,74}/g)?.map((part, index) => (index === 0 ? part : ` ${part}`)) ?? [];
}
