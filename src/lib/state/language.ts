// The language the app speaks and the locale its days, numbers and order follow. A build holds one
// language (scripts/words); the page chooses the build before it loads anything (scripts/build.js), so
// another language comes with a reload.

/** The language of this build: `en`, `de`. */
export const language: string = __LANGUAGE__;

/** Where tests run without a page there is none. */
const { navigator: device } = globalThis as { readonly navigator?: Partial<Navigator> };

/** The device's own kind of that language (`en-GB`, `de-CH`), so that days look as they do elsewhere on it. */
export const locale: string =
	device?.languages?.find((name) => name.startsWith(language)) ?? language;

/** A month beside its day: "26 Nov" is short; "26. Nov" is not, and Germans write 26.11. */
export const shortMonth = language === 'de' ? 'numeric' : 'short';
