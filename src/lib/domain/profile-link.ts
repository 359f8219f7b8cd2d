// LinkedIn profiles: one address of a profile is one person, however the address is written.
import { fold } from './fold';

const PROFILE = /^(?:https?:\/\/)?(?:[\w-]+\.)*linkedin\.com\/in\/([^/?#\s]+)/i;

/** The address of a profile as far as it names a person; undefined for other links. */
export function profileKey(link: string): string | undefined {
	const name = PROFILE.exec(link.trim())?.[1];
	if (name === undefined) return undefined;
	try {
		return fold(decodeURIComponent(name));
	} catch {
		return fold(name);
	}
}
