// Readers of the days and the people around a person, in the words of each program.
import type { AnyDay } from './day';
import { vcardDate } from './vcard-date';
import { inline, isNew, textOf, type Gathering, type Reader } from './vcard-gathering';
import { momentOf, relationOf } from './vcard-labels';
import { typesOf, type VcardProperty } from './vcard-property';
import { splitValue, unescapeText } from './vcard-text';

const URI = /^[a-z][a-z0-9+.-]*:\S/i;
const DETAIL_LENGTH = 60;
/** What programs put before the common part of a property's name. */
const MAKERS = ['X-', 'X-EVOLUTION-', 'X-MS-', 'X-KADDRESSBOOK-X-', 'X-KADDRESSBOOK-'];
/** Android's numbers for events and relations. */
const ANDROID_EVENTS = ['', 'anniversary', '', 'birthday'];
const ANDROID_RELATIONS = [
	...['', 'assistant', 'brother', 'child', 'domestic partner', 'father', 'friend', 'manager'],
	...['mother', 'parent', 'partner', 'referred by', 'relative', 'sister', 'spouse']
];

/** The readers by property name. */
export const aroundReaders: readonly (readonly [string, Reader])[] = [
	['BDAY', moment('birthday')],
	['ANNIVERSARY', moment('anniversary')],
	...byMakers(['ANNIVERSARY'], moment('anniversary')),
	['X-ABDATE', (to, property, label) => moment(label ?? '')(to, property, label)],
	['RELATED', readRelated],
	['X-ABRELATEDNAMES', (to, property, label) => addRelative(to, textOf(property), label ?? '')],
	...byMakers(['SPOUSE', 'SPOUSENAME'], relative('spouse')),
	...byMakers(['ASSISTANT', 'ASSISTANTSNAME'], relative('assistant')),
	...byMakers(['MANAGER', 'MANAGERSNAME'], relative('manager')),
	['AGENT', readAgent],
	['X-ANDROID-CUSTOM', readAndroid]
];

function byMakers(names: readonly string[], reader: Reader): [string, Reader][] {
	return MAKERS.flatMap((maker) => names.map((name): [string, Reader] => [maker + name, reader]));
}

/** A day that comes back every year; it is called by the label. A second birthday is kept. */
function moment(label: string): Reader {
	return (to, property) => {
		if (property.value.trim() === '') return true;
		const date = vcardDate(property);
		if (date.day === undefined) {
			const { line, value } = property;
			const detail = value.slice(0, DETAIL_LENGTH);
			if (date.reason !== 'text') to.problems.push({ code: date.reason, line, detail });
			return false;
		}
		return addMoment(to, label, date.day);
	};
}

function addMoment(to: Gathering, label: string, day: AnyDay): boolean {
	const found = momentOf(label);
	const { moments } = to.draft;
	if (!isNew(to, 'BDAY', found.kind, found.label, day)) return true;
	if (found.kind === 'birthday' && moments.some(({ kind }) => kind === 'birthday')) return false;
	moments.push({ ...found, day, yearly: true });
	return true;
}

function relative(label: string): Reader {
	return (to, property) => addRelative(to, textOf(property), label);
}

function addRelative(to: Gathering, text: string, label: string): boolean {
	const name = inline(text);
	const relation = relationOf(label);
	if (name !== '' && isNew(to, 'RELATED', name, relation.relation)) {
		to.draft.circle.push({ name, ...relation });
	}
	return true;
}

/** A relative with a bare name; one that is a link to another card stays a line. */
function readRelated(to: Gathering, property: VcardProperty, label: string | undefined): boolean {
	const text = textOf(property);
	if (URI.test(text)) return false;
	const types = typesOf(property);
	const known = types.find((type) => relationOf(type).relation !== 'other');
	return addRelative(to, text, label ?? known ?? types[0] ?? '');
}

/** The name of an agent's card goes into the circle; the card, which says more, stays a line. */
function readAgent(to: Gathering, property: VcardProperty): boolean {
	const text = textOf(property);
	const name = /^BEGIN:VCARD/i.test(text) ? to.nameIn(text) : undefined;
	if (name !== undefined) addRelative(to, name, 'agent');
	return text === '';
}

/** `vnd.android.cursor.item/relation;Maria;14;…`: kind, text, number of the type, own label. */
function readAndroid(to: Gathering, property: VcardProperty): boolean {
	const parts = splitValue(property.value, ';').map((part) => unescapeText(part).trim());
	const [kind = '', text = '', type = '', own = ''] = parts;
	if (kind === 'vnd.android.cursor.item/nickname' && to.draft.nickname === undefined) {
		if (text !== '') to.draft.nickname = inline(text);
		return true;
	}
	if (kind === 'vnd.android.cursor.item/contact_event') {
		const label = (type === '0' ? own : ANDROID_EVENTS[Number(type)]) ?? '';
		return moment(label)(to, { ...property, value: text }, undefined);
	}
	if (kind !== 'vnd.android.cursor.item/relation') return false;
	return addRelative(to, text, (type === '0' ? own : ANDROID_RELATIONS[Number(type)]) ?? '');
}
