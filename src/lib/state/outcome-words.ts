// The outcomes of a touch as people say them.
import type { Outcome } from '$lib/domain/records/touch';

export const outcomeWords: Readonly<Record<Outcome, string>> = {
	reached: 'Reached',
	'reached-out': 'Reached out'
};
