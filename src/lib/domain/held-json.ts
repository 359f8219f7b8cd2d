// What is held about one person as JSON that people and programs can read: `format: "kith-person"`, version 1;
// static/schema/kith-person-1.json describes it. Days are civil days, `2026-11-21` or `--04-12`; texts are the
// rep's own. It names nobody but those the rep named, and cannot be restored: that is what a backup is for.
import type { Held } from './held';
import type { Circle } from './records/circle';
import type { Fact } from './records/fact';
import type { Moment } from './records/moment';

/** What the file says it is. */
const PERSON_FORMAT = 'kith-person';
const PERSON_VERSION = 1;

/** What the file is told beside what is held. */
export interface PersonTitle {
	/** ISO instant. */
	readonly madeAt: string;
	readonly withSensitive: boolean;
	/** What a numbered topic is about. */
	readonly topicOf: (topic: number) => string | undefined;
}

/** The text of the file. */
export function heldJson(held: Held, { madeAt, withSensitive, topicOf }: PersonTitle): string {
	const { person } = held;
	const fact = ({ topic, label, aspect, text, source, day, sensitive, owner }: Fact) => ({
		topic,
		about: label ?? (topic === undefined ? undefined : topicOf(topic)),
		...{ aspect, text, source, learnedOn: day, sensitive, owner }
	});
	const { name, givenName, familyName, nickname, phones, emails, links, addresses } = person;
	const { tags, about, cadence, texting, closeness, vcard } = person;
	const whose = new Map(held.circle.map(({ id, name: called }) => [id, called]));
	const moment = ({ kind, holiday, label, day, yearly, sensitive, circle }: Moment) => ({
		...{ kind, holiday, label, day, yearly, sensitive },
		whose: circle && whose.get(circle)
	});
	const around = (member: Circle) => ({
		...{ name: member.name, relation: member.relation, birthday: member.birthday },
		...{ age: member.age, about: member.about }
	});
	const json = {
		format: PERSON_FORMAT,
		version: PERSON_VERSION,
		madeAt,
		withSensitive,
		leftOut: held.leftOut,
		person: {
			...{ name, givenName, familyName, nickname, phones, emails, links, addresses },
			...{ tags, about, texting, daysBetweenTouches: cadence, keptFromAddressBook: vcard },
			// As it was before it was dated.
			closeness,
			introducedBy: held.introducer,
			introduced: held.introduced.length > 0 ? held.introduced : undefined
		},
		employment: held.posts.map(({ company, title, from, to, isPresent }) => ({
			...{ company, title, from, to },
			present: isPresent
		})),
		around: held.circle.map(around),
		inCircleOf: held.memberOf.map(({ of, member, moments }) => ({
			...{ of, ...around(member) },
			moments: moments.length > 0 ? moments.map(moment) : undefined
		})),
		known: held.known.flatMap(({ section, answers }) =>
			answers.map((answer) => ({
				...{ section, ...fact(answer.fact) },
				before: answer.before.length > 0 ? answer.before.map(fact) : undefined
			}))
		),
		moments: held.moments.map(moment),
		promises: held.promises.map(({ text, due, keptOn }) => ({ text, due, keptOn })),
		plans: held.plans.map(({ day, time, kind, purpose, opener, closedOn }) => ({
			...{ day, time, kind, purpose, opener, closedOn }
		})),
		happened: held.happened.map(({ day, touch, notes, people }) => ({
			...{ day, time: touch?.time, kind: touch?.kind ?? 'note' },
			...{ purpose: touch?.purpose, outcome: touch?.outcome },
			withOthers: people.length > 1 ? people.length - 1 : undefined,
			notes: notes.map(({ body, owner }) => ({ text: body, owner }))
		})),
		giveAndTake: held.gestures.map(({ day, direction, kind, text, owner }) => ({
			...{ day, direction, kind, text, owner }
		})),
		thankYous: held.thankYous.map(({ since, state, on, mention }) => ({
			since,
			state,
			on,
			mention
		})),
		closeness: held.closeness.map(({ kind, on }) => ({ kind, on })),
		topTen: held.ten.map(({ from, to, reason }) => ({ from, to, reason })),
		calledAFriendOn: held.friendOn
	};
	return `${JSON.stringify(json, null, '\t')}\n`;
}
