// Whether a few words tell of somebody's health or belief, so that what they are in is kept closed.

const HEALTH =
	'allerg\\w*|intoleran\\w*|c(?:o?e)liac\\w*|diabet\\w*|insulin|gluten|lactose|asthma\\w*|cancer|illness|disease|surgery|pregnan\\w*|medication|sober|alcoholic';
const BELIEF =
	'halal|kosher|ramadan|jain\\w*|hindu\\w*|muslim\\w*|islam\\w*|jewish|christian\\w*|catholic\\w*|religio\\w*|church|mosque|synagogue';
const PRIVATE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${HEALTH}|${BELIEF})(?![\\p{L}\\p{N}])`, 'iu');

/** Errs on the side of closed: what stays closed needlessly costs one tap. */
export function isPrivateMatter(words: string): boolean {
	return PRIVATE.test(words);
}
