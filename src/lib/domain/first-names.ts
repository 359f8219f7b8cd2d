// First names that are one name: Bob is Robert. Only the well-known short forms, and an initial.
import { fold } from './fold';

const shortForms = `
alexander alex sandy sascha | andrew andy drew | anthony tony | benjamin ben | catherine katherine kate
kathy cathy katie | charles charlie chuck | christopher chris | daniel dan danny | david dave | deborah
debbie deb | donald don | edward ed eddie ted | elizabeth liz beth betty lisa | eugene gene | frederick fred
| gerald gerry jerry | gregory greg | jacob jake | james jim jimmy jamie | jeffrey jeff | jennifer jen jenny
| johannes hannes | john johnny jack jon jonathan | joseph joe joey josef sepp | joshua josh | kenneth ken
| lawrence larry | leonard len lenny | margaret maggie meg peggy greta | matthew matt | michael mike mick
michel | nicholas nick nicolas | patricia pat patty trish | patrick paddy | peter pete | philip phil phillip
| raymond ray | rebecca becky | richard rick rich dick | robert rob bob bobby bert | ronald ron | samuel sam
| stephen steven steve | susan sue susie | theodore theo | thomas tom tommy | timothy tim | victoria vicky
| walter walt | william will bill billy liam`;

const groupByName = new Map<string, number>(
	shortForms
		.split('|')
		.flatMap((group, number) =>
			[...group.trim().split(/\s+/)].map((name) => [name, number] as const)
		)
);

/** Whether two first names may be one: the same, a short form of the other, or its initial. */
export function isOneFirstName(one: string, other: string): boolean {
	const [a, b] = [fold(one).replace(/\.$/, ''), fold(other).replace(/\.$/, '')];
	if (a === '' || b === '') return false;
	if (a === b) return true;
	if (a.length === 1 || b.length === 1) return a[0] === b[0];
	const group = groupByName.get(a);
	return group !== undefined && group === groupByName.get(b);
}
