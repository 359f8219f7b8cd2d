// What a rep writes down in a hurry.
import type { Sentences } from './sample-words';

const when = '[Friday|Monday|next week|next month]';

export const sentences: Sentences = {
	talk: [
		`[Good|Long] talk about [the lake|the house|old cars|the move|winter|our fathers]. No agenda.`,
		`{first} is [back from|off to] [the lakes|Lisbon|Maine|the coast], [alone|with half the family].`,
		`[Coffee|Ten minutes|A walk], nothing on the table. {first} [laughed a lot|needed that|asked how I am, and waited].`,
		`{first} has [taken up|gone back to] [the banjo|baking|choir|running] and [is not good yet|talks of nothing else].`,
		`[Snowed in|Stuck in traffic|At the airport], so we had time. [Best call of the week.|Ended on recipes.]`
	],
	kin: {
		child: [
			`{child} [lost a tooth|made the team|has a recital ${when}|learned to whistle].`,
			`Ask how {child}’s [exam|project|big game|birthday] went.`
		],
		spouse: [
			`{spouse} [has a new job|runs a race ${when}|planted garlic|is home again, all well].`
		],
		pet: [`{pet} [ate a sock|was at the vet, all well|barked through half the call].`]
	},
	business: [
		`Looked over [line 2|the filler|the dock|press 4] with {first}. [Seals hold|Bearings run warm|Guards rattle|All quiet]; again ${when}.`,
		`[Delivery|Crate] came [a day early|late but whole|with the wrong seals, my fault]. {first} [was kind about it|has it running].`,
		`The [audit|shutdown|changeover] moves to ${when}. {first} needs [two people|the drawing|me there at six].`,
		`[Pump 3|The press|Valve 12] is [back|out again|better than new]. {first} had heard it first.`
	],
	asked: [
		`Sent the offer for [the filler|a year of seals|the pump]. {first} [has to ask upstairs|will say by ${when}].`,
		`Asked about [the new line|next year|the old pumps]. “[Not before the budget|Send me something short],” {first} said.`,
		`They [went with the other offer|took the small version|signed]. {first} [told me first|was straight with me].`
	],
	leftWord: [
		`[No answer|Left word]. [Try before eight|Try after four|Write instead|Again ${when}].`
	],
	facts: [
		[47, '[Fishing|Quilting|Chess|Old radios|Birds, with a list]'],
		[49, '[Baseball on the radio|Curling|Rowing]'],
		[45, '[Pierogi|Chili|Pie, then coffee|Noodles]'],
		[48, '[Camping|The same cabin every July|A new city each fall]'],
		[34, '[Rotary|A book club that reads]'],
		[7, '[Purdue|Iowa State|Came up through the shop]']
	],
	given: [
		['article', 'On [shift plans|lighthouses]'],
		['introduction', 'To someone with the same filler'],
		['gift', '[Tomatoes|A book|Good gloves]']
	],
	received: [
		['information', '[Who decides now|When the budget closes]'],
		['referral', 'Gave my name to a [sister plant|neighbour]'],
		['warning', 'A cheaper offer is on the table'],
		['order', '[The spare kit|A second pump]']
	]
};
