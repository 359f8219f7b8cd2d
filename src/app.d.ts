declare global {
	namespace App {}

	/** The language this build speaks, as a BCP 47 tag; set by vite.config.ts. */
	const __LANGUAGE__: string;
}

export {};
