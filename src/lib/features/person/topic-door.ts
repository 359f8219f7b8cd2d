// Which editor a borrowed topic opens: that of the record which holds the answer, or will.
import type { Borrowed } from '$lib/domain/borrowed';
import type { Post } from '$lib/domain/employment';
import type { Circle, Relation } from '$lib/domain/records/circle';
import type { Moment, MomentKind } from '$lib/domain/records/moment';
import type { Lender } from '$lib/domain/topics';

/** An editor and the record it opens with; a new one where there is none. */
export type Door =
	| { readonly to: 'person' }
	| { readonly to: 'circle'; readonly member?: Circle; readonly relation?: Relation }
	| { readonly to: 'moment'; readonly moment?: Moment; readonly kind?: MomentKind }
	| { readonly to: 'employment'; readonly post?: Post };

/** The editor of what a record says. */
export function doorOf(borrowed: Borrowed): Door {
	switch (borrowed.from) {
		case 'person':
			return { to: 'person' };
		case 'circle':
			return { to: 'circle', member: borrowed.member };
		case 'moment':
			return { to: 'moment', moment: borrowed.moment };
		case 'employment':
			return { to: 'employment', post: borrowed.post };
	}
}

/** The editor for a new record. */
export function newDoor(lender: Lender): Door {
	switch (lender) {
		case 'person':
		case 'employment':
			return { to: lender };
		case 'spouse':
		case 'child':
			return { to: 'circle', relation: lender };
		case 'birthday':
		case 'wedding':
			return { to: 'moment', kind: lender };
	}
}
