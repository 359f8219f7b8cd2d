// The text of a cell as it was meant, without what programs put on it for spreadsheets.

/** What could be taken for a formula is often kept from being one. */
const GUARDED = /^'(?=[=+\-@\t\r])/;
/** Excel's way to keep noughts: `="0123"`. */
const FIXED = /^="([^"]*)"$/;

/** The text of a cell; none where there is no cell. */
export function cellText(cell = ''): string {
	const text = cell.trim();
	return (FIXED.exec(text)?.[1] ?? text).replace(GUARDED, '').trim();
}
