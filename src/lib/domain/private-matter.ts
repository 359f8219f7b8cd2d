// Whether a few words tell of somebody's health or belief, so that what they are in is kept closed.
import { wholeWords } from './whole-words';

const HEALTH =
	'allerg\\w*|intoleran\\w*|c(?:o?e)liac\\w*|diabet\\w*|insulin|gluten|lactose|asthma\\w*|cancer|illness|disease|surgery|pregnan\\w*|medication|sober|alcoholic';
const BELIEF =
	'halal|kosher|ramadan|jain\\w*|hindu\\w*|muslim\\w*|islam\\w*|jewish|christian\\w*|catholic\\w*|religio\\w*|church|mosque|synagogue';
/* In German, where words grow together. */
const GERMAN =
	'\\p{L}*(?:allergi|unverträglich|zöliakie|diabet|zucker(?:krank|kranke)|asthma|krebskrank|krankheit|erkrank|schwanger|operation|operiert|medikament|therapie|depress|behinder|alkoholik|alkoholkrank|nüchtern|abhängig)\\p{L}*|krebs(?:diagnose|therapie)?|krank|intoleranz|glutenfrei|laktose\\p{L}*|koscher|fastet|fastenzeit|ramadan|(?:islam|moslem|muslim|christ(?!ine|ina|oph|ian|el|a$)|evangelisch|katholi|protestant|jüdisch|judentum|buddhis|religi|gläubig|konfession|kirche|moschee|atheis)\\p{L}*|glaubens?';
const PRIVATE = wholeWords(`${HEALTH}|${BELIEF}|${GERMAN}`);

/** Errs on the side of closed: what stays closed needlessly costs one tap. */
export function isPrivateMatter(words: string): boolean {
	return PRIVATE.test(words);
}
