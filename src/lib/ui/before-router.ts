// Who hears of a step in the history before the router does. Browsers call those who listen to the window
// in the order they came, whatever they asked for, so this has to stand before the router begins.

interface BeforeRouter {
	/** May stop the event, and the router never hears of it. */
	popped?: (event: PopStateEvent) => void;
	/** The entry the page was loaded at, until the first step; the router wipes the mark of a layer off it. */
	loaded: Readonly<Record<string, unknown>> | null;
}

export const beforeRouter: BeforeRouter = {
	/* There is none where the page is built. */
	loaded: (typeof history === 'undefined' ? null : history.state) as BeforeRouter['loaded'],
	popped: () => (beforeRouter.loaded = null)
};
