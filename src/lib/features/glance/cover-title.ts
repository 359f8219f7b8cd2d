// The title of the window says nothing while it is covered, also where a screen beneath gives it a new one.

/** Covers the title; gives what brings back the latest. */
export function coverTitle(): () => void {
	let { title } = document;
	const hide = (): void => {
		if (document.title === 'Kith') return;
		({ title } = document);
		document.title = 'Kith';
	};
	hide();
	const observer = new MutationObserver(hide);
	observer.observe(document.head, { subtree: true, childList: true, characterData: true });
	return () => {
		observer.disconnect();
		hide();
		document.title = title;
	};
}
