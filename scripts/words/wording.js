// What is a text for people and what is a code for the program, told by how and where it is written.

/** Attributes and properties that people see or hear. */
const SURELY = new Set([
	'alt',
	'aria-description',
	'aria-label',
	'aria-placeholder',
	'aria-roledescription',
	'aria-valuetext',
	'label',
	'placeholder',
	'title',
	'why',
	'hint',
	'problem',
	'text',
	'legend',
	'heading',
	'question'
]);

/** Attributes whose text is for the program whatever it looks like. */
const NEVER =
	/^(?:accept|allow|as|autocapitalize|autocomplete|charset|class|content|d|data-.*|dir|download|enterkeyhint|fill|for|form|href|http-equiv|icon|id|inputmode|kind|lang|look|media|method|pattern|points|rel|role|sizes|src|stroke.*|style|svg|target|transform|type|viewBox|wrap|xmlns)$|^on|^aria-(?:controls|current|describedby|haspopup|labelledby|live|owns|activedescendant|autocomplete|relevant|pressed|expanded|invalid|errormessage|orientation|sort|checked|selected|atomic|busy|modal)$/;

/**
 * Whether the text of an attribute is for people: `surely`, `maybe` (a component's property that reads
 * like words), or not.
 * @param {string} name
 * @param {{ type: string }} owner
 * @returns {'surely' | 'maybe' | undefined}
 */
export function isTextOfAttribute(name, owner) {
	if (SURELY.has(name)) return 'surely';
	if (owner.type === 'RegularElement') return undefined;
	return NEVER.test(name) ? undefined : 'maybe';
}

/**
 * Whether every small word of a file is for people: files that hold nothing but wording.
 * @param {string} file
 */
export function isWording(file) {
	return /\/state\/(?:say|[a-z-]*words)\.ts$/.test(file);
}

/**
 * Whether a string reads like words for people.
 * @param {string} text
 * @param {boolean} isShown its place shows it as it is, so that any letter will do
 * @param {boolean} [isTemplate] the pieces of a template, joined by U+0001
 */
export function isText(text, isShown, isTemplate = false) {
	// Quotation marks are another language's too, whatever stands between them; so is whose a thing is.
	if (isTemplate && /[“”]|’s\b/u.test(text)) return true;
	if (!/\p{L}/u.test(text)) return false;
	// Places, addresses, selectors, formats, custom properties, types of files.
	if (
		/^(?:[#./?&][\w./?&=#-]|\w+:(?:\/\/|\w|\u0001|$)|[Mm]\u0001|--|[\w-]+\/[\w.+-]+$|@|:\S)/.test(
			text
		)
	)
		return false;
	if (
		/(?:^|\s)(?:var|calc|min|max|url|translate\w*|scale|rotate|matrix|repeat|rgb|oklch)\(/.test(
			text
		)
	)
		return false;
	const plain = text.replace(/\u0001/g, ' ');
	if (/\u0001(?:px|em|%|ms)\b/.test(text)) return false;
	if (isShown) return !isTemplate || /\p{L}{2}|\s\p{L}/u.test(text);
	// A declaration of styles.
	if (/^[a-z-]+(?: [a-z-]+)*;/.test(plain)) return false;
	if (TWO_WORDS.test(plain) || BETWEEN.test(plain)) return true;
	if (isTemplate && / \p{L}{2,}|\p{L}{2,}[,:.]? /u.test(plain)) return true;
	return ONE_WORD.test(plain.trim());
}

const TWO_WORDS = /\p{L}[\p{L}’',;:.!?…“”-]* +(?:[·&–] )?[“‘(]?\p{L}/u;
/** " and ", between two names. */
const BETWEEN = /^ \p{Ll}+ $/u;
/** "Done", "Thank-yous", "Anybody?" */
const ONE_WORD = /^[“‘]?\p{Lu}\p{Ll}+[\p{Ll}’.…?:”-]*$/u;

const QUIET_CALLS =
	/^(?:console\.\w+|document\.\w+|localStorage\.\w+|sessionStorage\.\w+|performance\.\w+|Symbol|RegExp|\w*[eE]rror)$|\.(?:addEventListener|removeEventListener|querySelector(?:All)?|matches|closest|getElementById|setAttribute|getAttribute|hasAttribute|removeAttribute|setProperty|getPropertyValue|createElement|startsWith|endsWith|includes|indexOf|split|has|getItem|setItem|removeItem|dispatchEvent|matchMedia|mark|getEntriesByName|postMessage)$/;

/**
 * Places where no string is for people.
 * @param {{ type: string } & Record<string, any>} node
 * @param {string} source
 */
export function NO_WORDS_IN(node, source) {
	switch (node.type) {
		case 'ImportDeclaration':
		case 'ExportAllDeclaration':
		case 'ImportExpression':
		case 'ThrowStatement':
		case 'TaggedTemplateExpression':
		case 'MetaProperty':
			return true;
		case 'ExportNamedDeclaration':
			return node['source'] !== null && node['source'] !== undefined;
		case 'NewExpression':
			return /^(?:Intl\.|RegExp|URL|Worker|BroadcastChannel|\w*Error|Event|CustomEvent|Blob)/.test(
				source.slice(node['callee'].start, node['callee'].end)
			);
		case 'CallExpression':
			return QUIET_CALLS.test(source.slice(node['callee'].start, node['callee'].end));
		default:
			return false;
	}
}
