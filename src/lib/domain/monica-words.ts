// The words under which something of Monica's stands in the book where it has no place of its own. They
// become part of the rep's notes, so they belong to what is read and not to a screen.

/** What the note that gathers the rest begins with. */
export const FROM_MONICA = 'From Monica:';

/** The words for a relation where its name in Monica is not one. */
export const relationWords: Readonly<Record<string, string>> = {
	bestfriend: 'best friend',
	ex: 'former partner',
	inlovewith: 'in love with',
	lovedby: 'loved by',
	protege: 'protégé',
	godson: 'godchild',
	godfather: 'godparent',
	uncle: 'uncle or aunt',
	nephew: 'nephew or niece'
};

/** The words for kinds of activity and of life event whose names were never changed. */
const kindWords: Readonly<Record<string, string>> = {
	just_hung_out: 'Just hung out',
	watched_movie_at_home: 'Watched a film at home',
	went_bar: 'Went to a bar',
	ate_restaurant: 'Ate at a restaurant',
	went_theater: 'Went to the theatre',
	went_concert: 'Went to a concert',
	went_play: 'Went to a play',
	went_museum: 'Went to a museum',
	ate_at_his_place: 'Ate at their place',
	picknicked: 'Picnicked',
	did_sport_activities_together: 'Played a sport together',
	talked_at_home: 'Talked at home',
	new_job: 'Started a new job',
	retirement: 'Retired',
	new_school: 'Started school',
	study_abroad: 'Studied abroad',
	volunteer_work: 'Started volunteering',
	published_book_or_paper: 'Published a book or a paper',
	military_service: 'Started military service',
	new_relationship: 'Started a relationship',
	engagement: 'Got engaged',
	marriage: 'Got married',
	expecting_a_baby: 'Expects a baby',
	new_child: 'Had a child',
	end_of_relationship: 'Ended a relationship',
	loss_of_a_loved_one: 'Lost a loved one',
	holidays: 'Went on holidays',
	surgery: 'Had surgery',
	wear_glass_or_contact: 'Started to wear glasses or contact lenses',
	weight_loss: 'Lost weight',
	travel: 'Travelled'
};

/** `overcame_an_illness` as words: `Overcame an illness`. */
export function wordsOfKey(key: string): string {
	const words = key.replace(/[_\s]+/g, ' ').trim();
	return kindWords[key] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
