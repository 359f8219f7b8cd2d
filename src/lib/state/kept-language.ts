// How selected words are read: in the language of this build, as notes are (note-language.ts). Apart from it,
// since a slip is opened seldom.
import type { KeptLanguage } from '$lib/domain/kept-language';
import { german } from '$lib/domain/kept-words-de';
import { english } from '$lib/domain/kept-words-en';

/** The language selected words are read in. */
export const keptLanguage: KeptLanguage = __LANGUAGE__ === 'de' ? german : english;
