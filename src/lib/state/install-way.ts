// How Kith is installed where the browser offers nothing by itself: on an iPhone, an iPad and in Safari
// on a Mac. There the installed app has a book of its own, and what a tab keeps is cleared.
//
// - "After seven days of Safari use without user interaction on the site" its storage goes; web apps on
//   the home screen "are not part of Safari" and count their own days: WebKit's blog of March 2020, quoted
//   at pxlnv.com/linklog/safari-pwa. Newer versions may wait longer: github.com/WebKit/WebKit pull 46107.
// - A web app in the Dock gets Safari's cookies and no other storage: WebKit's words on macOS 14, quoted
//   at multitudes.blog/p/apple-is-still-sabotaging-offline; File, Add to Dock:
//   blog.tomayac.com/2023/06/07/web-apps-on-macos-sonoma-14-beta.
// - Firefox and Chrome on iOS have Add to Home Screen in their share menu since iOS 16.4:
//   github.com/mozilla-mobile/firefox-ios issue 15172; only browsers may offer it, no other app:
//   developer.apple.com, SFAddToHomeScreenActivityItem.
// - iOS 26 asks "Open as Web App" and does so unless told otherwise: mjtsai.com/blog/?p=49472.
// - macOS 14, which brought Add to Dock, gave Safari `navigator.standalone`: github.com/binwiederhier/ntfy
//   pull 899. The version of macOS in its user agent has stood still since 10.15.7.

/** Where the way begins: which browser on which device. */
export type InstallWay =
	'safari-phone' | 'safari-tablet' | 'chrome' | 'firefox' | 'dock' | 'elsewhere';

/** What the browser says of itself. */
export interface Around {
	readonly userAgent: string;
	readonly maxTouchPoints?: number;
	/** Apple's own: true in an installed app, false in a tab, missing elsewhere. */
	readonly standalone?: boolean;
	/** Whether the page stands in a window of its own (`display-mode`). */
	readonly isOwnWindow: boolean;
}

/** The way to install here by hand; undefined where there is none to be told, or it is installed. */
export function installWay(around: Around): InstallWay | undefined {
	const { userAgent, maxTouchPoints = 0, standalone } = around;
	if (isInstalled(around)) return undefined;
	const isMac = userAgent.includes('Macintosh');
	// An iPad says it is a Mac; no Mac has a touch screen.
	const isTablet = /\biPad\b/.test(userAgent) || (isMac && maxTouchPoints > 1);
	const isSafari = /\bVersion\/\S+ (?:Mobile\/\S+ )?Safari\/\S+$/.test(userAgent);
	if (isTablet || /\b(?:iPhone|iPod)\b/.test(userAgent)) {
		if (/\b(?:CriOS|EdgiOS)\//.test(userAgent)) return 'chrome';
		if (/\bFxiOS\//.test(userAgent)) return 'firefox';
		if (!isSafari) return 'elsewhere';
		return isTablet ? 'safari-tablet' : 'safari-phone';
	}
	return isMac && isSafari && standalone !== undefined ? 'dock' : undefined;
}

/** Whether this is the installed app. */
export function isInstalled({ standalone, isOwnWindow }: Around): boolean {
	return standalone === true || isOwnWindow;
}

/** This browser. */
export function around(): Around {
	const { userAgent, maxTouchPoints } = navigator;
	const { standalone } = navigator as { standalone?: boolean };
	const own = '(display-mode: standalone), (display-mode: window-controls-overlay)';
	return {
		...{ userAgent, maxTouchPoints, isOwnWindow: matchMedia(own).matches },
		...(standalone === undefined ? {} : { standalone })
	};
}
