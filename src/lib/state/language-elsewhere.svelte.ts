// Another tab speaks another language by now: this one is told, and goes along when the rep says so, since
// that takes a reload.
import { languageKey, languages } from './language-choice';
import { language } from './language';

/** What the other tabs of this device speak. */
export class LanguageElsewhere {
	#chosen = $state<string>();

	/** The language the others have gone over to; undefined when they speak as this one does. */
	get current(): (typeof languages)[number] | undefined {
		return languages.find(({ value }) => value === this.#chosen && value !== language);
	}

	/** Follows the other tabs until what it gives is called. */
	listen(): () => void {
		const onstorage = ({ key, newValue }: StorageEvent): void => {
			if (key === languageKey && newValue !== null) this.#chosen = newValue;
		};
		window.addEventListener('storage', onstorage);
		return () => window.removeEventListener('storage', onstorage);
	}
}
