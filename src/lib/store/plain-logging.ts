// Stands in for lib0/logging in the build: the words go to the console as they are, without colours.

export const warn = (...words: unknown[]): void => {
	console.warn(...words);
};
export const print = (...words: unknown[]): void => warn(...words);
export const [BOLD, UNBOLD, BLUE, GREEN, GREY, ORANGE, PURPLE, RED, UNCOLOR] =
	Array<string>(9).fill('');
/** For y-webrtc, which has a logger of its own. */
export const createModuleLogger = (): (() => void) => () => undefined;
