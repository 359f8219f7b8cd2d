// The words of one source file: where they stand and what message they make. It reads Svelte components
// and TypeScript as written, so nobody has to mark a text or invent a key for it.
import { parseSync } from 'vite';
import { parse as parseSvelte } from 'svelte/compiler';
import { NUMBER } from './format.js';
import { isText, isTextOfAttribute, isWording, NO_WORDS_IN } from './wording.js';

/**
 * @typedef {{ type: string, start: number, end: number } & Record<string, any>} Node
 * @typedef {import('./format.js').Message} Message
 * @typedef {import('./format.js').Part} Part
 * @typedef {object} Found one text: where it stands, what it says, and what fills its places
 * @property {number} start
 * @property {number} end
 * @property {'string' | 'template' | 'count' | 'markup' | 'attribute'} kind
 * @property {Message} message
 * @property {readonly { start: number, end: number }[]} places expressions, in the order of their numbers
 * @property {readonly { open: readonly [number, number], close: readonly [number, number] }[]} elements
 */

/** Elements that stand within a sentence. */
const INLINE = new Set(
	'a abbr b bdi br cite code em i kbd mark q s small span strong sub sup time u'.split(' ')
);

/** Calls that are told which table of the book they are about. */
const OF_THE_BOOK = /^(?:get|all|about|trashed|read|add|edit|newId)$/;

/** @param {unknown} value @returns {value is Node} */
const isNode = (value) =>
	typeof value === 'object' &&
	value !== null &&
	typeof (/** @type {Node} */ (value).type) === 'string';

/** @param {Node} node @returns {Node[]} */
function childrenOf(node) {
	return Object.entries(node)
		.filter(([key]) => key !== 'parent' && key !== 'leadingComments' && key !== 'trailingComments')
		.flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
		.filter(isNode);
}

/** @param {Node | undefined} node @returns {string | undefined} */
const literal = (node) =>
	node?.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined;

/**
 * `count(many, 'day', 'days')` of `state/say` as a plural.
 * @param {Node} node
 * @param {number} place
 * @returns {Part | undefined}
 */
function pluralOf(node, place) {
	if (node.type !== 'CallExpression' || node['callee'].name !== 'count') return undefined;
	const [, first, second] = /** @type {Node[]} */ (node['arguments']);
	const one = literal(first);
	if (one === undefined || (second && literal(second) === undefined)) return undefined;
	const several = literal(second) ?? `${one}s`;
	/** @param {string} noun @returns {Message} */
	const form = (noun) => [{ place: NUMBER }, ` ${noun}`];
	return {
		plural: place,
		forms: new Map([
			['one', form(one)],
			['other', form(several)]
		])
	};
}

/**
 * All texts of a file, outer ones before those within them.
 * @param {string} source
 * @param {string} file its path from the root of the project
 * @returns {Found[]}
 */
export function findWords(source, file) {
	/** @type {Found[]} */
	const found = [];
	const isWords = isWording(file);
	/** Of each function around: whether it is declared to return a string. @type {boolean[]} */
	const sayings = [];

	/**
	 * What stands in a place of a message: a plural, or whatever it will be.
	 * @param {Node} expression
	 * @param {{ start: number, end: number }[]} places
	 * @returns {Part}
	 */
	function placeOf(expression, places) {
		const plural = pluralOf(expression, places.length);
		places.push(plural ? /** @type {Node} */ (expression['arguments'][0]) : expression);
		return plural ?? { place: places.length - 1 };
	}

	/**
	 * @param {Node} node
	 * @param {boolean} isShown whether what it comes to is shown as it is: then a single small word counts
	 */
	function script(node, isShown) {
		if (node.type.startsWith('TS') && !node['expression']) return;
		const value = literal(node);
		if (value !== undefined) {
			if (isText(value, isShown || isWords)) {
				const { start, end } = node;
				found.push({ start, end, kind: 'string', message: [value], places: [], elements: [] });
			}
			return;
		}
		if (NO_WORDS_IN(node, source)) return;
		switch (node.type) {
			case 'TemplateLiteral': {
				template(node, isShown);
				return;
			}
			case 'FunctionDeclaration':
			case 'FunctionExpression':
			case 'ArrowFunctionExpression': {
				// What a function declared to return a string hands back is words as a rule, small ones too.
				const isSaying = node['returnType']?.typeAnnotation.type === 'TSStringKeyword';
				for (const param of node['params']) script(param, false);
				sayings.push(isSaying);
				if (node['body']) script(node['body'], isSaying && node['body'].type !== 'BlockStatement');
				sayings.pop();
				return;
			}
			case 'ReturnStatement':
				if (node['argument']) script(node['argument'], sayings.at(-1) ?? false);
				return;
			case 'CallExpression': {
				const plural = pluralOf(node, 0);
				if (plural) {
					const [many] = node['arguments'];
					const { start, end } = node;
					found.push({
						start,
						end,
						kind: 'count',
						message: [plural],
						places: [many],
						elements: []
					});
					script(many, false);
					return;
				}
				script(node['callee'], false);
				for (const argument of node['arguments']) {
					// `book.get('person', id)`: a small word names a table.
					const isTable = OF_THE_BOOK.test(node['callee'].property?.name ?? '');
					if (!isTable || isText(literal(argument) ?? 'Two words', false)) script(argument, false);
				}
				return;
			}
			case 'ConditionalExpression':
				script(node['test'], false);
				script(node['consequent'], isShown);
				script(node['alternate'], isShown);
				return;
			case 'LogicalExpression':
				script(node['left'], isShown && node['operator'] !== '&&');
				script(node['right'], isShown);
				return;
			case 'BinaryExpression':
				if (node['operator'] !== '+') {
					// A comparison is with a code, never with words.
					for (const side of [node['left'], node['right']]) {
						if (literal(side) === undefined) script(side, false);
					}
					return;
				}
				script(node['left'], isShown);
				script(node['right'], isShown);
				return;
			case 'Property':
			case 'PropertyDefinition':
				if (node['computed']) script(node['key'], false);
				if (node['value']) script(node['value'], false);
				return;
			case 'MemberExpression':
				script(node['object'], false);
				if (node['computed'] && literal(node['property']) === undefined) {
					script(node['property'], false);
				}
				return;
			case 'SwitchCase':
				for (const one of node['consequent']) script(one, false);
				return;
			case 'TSAsExpression': {
				const inner = node['expression'];
				const isConst = node['typeAnnotation'].typeName?.name === 'const';
				if (!isConst || inner.type !== 'ArrayExpression') {
					script(inner, isShown);
					return;
				}
				// `['note', 'touch'] as const` lists codes.
				for (const one of inner['elements']) {
					if (one && isText(literal(one) ?? 'Two words', false)) script(one, false);
				}
				return;
			}
			case 'ParenthesizedExpression':
			case 'TSSatisfiesExpression':
			case 'TSNonNullExpression': {
				script(node['expression'], isShown);
				return;
			}
			default:
				for (const child of childrenOf(node)) script(child, false);
		}
	}

	/** @param {Node} node @param {boolean} isShown */
	function template(node, isShown) {
		/** @type {Node[]} */
		const quasis = node['quasis'];
		/** @type {Node[]} */
		const expressions = node['expressions'];
		/** @type {{ start: number, end: number }[]} */
		const places = [];
		/** @type {Part[]} */
		const parts = [];
		quasis.forEach((quasi, at) => {
			const words = /** @type {string} */ (quasi['value'].cooked);
			if (words !== '') parts.push(words);
			const expression = expressions[at];
			if (expression) parts.push(placeOf(expression, places));
		});
		const said = parts.filter((part) => typeof part === 'string').join('\u0001');
		const isPlural = parts.some((part) => typeof part === 'object' && 'plural' in part);
		const isMessage = isPlural || isText(said, isShown || isWords, true);
		if (isMessage) {
			const { start, end } = node;
			found.push({ start, end, kind: 'template', message: parts, places, elements: [] });
		}
		for (const expression of expressions) {
			if (isMessage && pluralOf(expression, 0)) script(expression['arguments'][0], false);
			else script(expression, isMessage);
		}
	}

	/** @param {Node} fragment */
	function markup(fragment) {
		/** @type {Node[]} */
		const nodes = fragment['nodes'];
		/** @type {Node[]} */
		let run = [];
		const close = () => {
			sentence(run);
			run = [];
		};
		for (const node of nodes) {
			if (['Text', 'ExpressionTag', 'Comment'].includes(node.type) || isInline(node))
				run.push(node);
			else {
				close();
				element(node);
			}
		}
		close();
	}

	/** @param {Node} node @returns {boolean} an element that may stand within a sentence */
	function isInline(node) {
		if (node.type !== 'RegularElement' || !INLINE.has(node['name'])) return false;
		return /** @type {Node[]} */ (node['fragment'].nodes).every(
			(inner) => ['Text', 'ExpressionTag'].includes(inner.type) || isInline(inner)
		);
	}

	/** @param {readonly Node[]} run */
	function sentence(run) {
		const isBlank = (/** @type {Node | undefined} */ node) =>
			node !== undefined &&
			(node.type === 'Comment' || (node.type === 'Text' && /^\s*$/.test(node['data'])));
		let [from, to] = [0, run.length];
		while (from < to && isBlank(run[from])) from += 1;
		while (to > from && isBlank(run[to - 1])) to -= 1;
		const nodes = run.slice(from, to);
		const speaks = nodes.some((node) => node.type === 'Text' && /[\p{L}“”]/u.test(node['data']));
		const counts = nodes.some(
			(node) => node.type === 'ExpressionTag' && pluralOf(node['expression'], 0)
		);
		const isOneExpression = nodes.length === 1 && nodes[0]?.type === 'ExpressionTag';
		if ((!speaks && !counts) || isOneExpression) {
			// Nothing that joins them: each for itself.
			for (const node of run) {
				if (node.type === 'ExpressionTag') script(node['expression'], true);
				else if (node.type === 'RegularElement') element(node);
			}
			return;
		}
		/** @type {{ start: number, end: number }[]} */
		const places = [];
		/** @type {{ open: [number, number], close: [number, number] }[]} */
		const elements = [];
		/** @param {readonly Node[]} inner @returns {Part[]} */
		const read = (inner) =>
			inner
				.filter((node) => node.type !== 'Comment')
				.map((node) => {
					if (node.type === 'Text') return node['data'].replace(/[ \t\r\n]+/g, ' ');
					if (node.type === 'ExpressionTag') return placeOf(node['expression'], places);
					const children = /** @type {Node[]} */ (node['fragment'].nodes);
					const number = elements.length;
					const [first, last] = [children[0], children.at(-1)];
					const open = first?.start ?? node.end;
					elements.push({ open: [node.start, open], close: [last?.end ?? node.end, node.end] });
					return { element: number, inner: read(children) };
				});
		const message = read(nodes);
		const first = nodes[0];
		const last = nodes.at(-1);
		if (!first || !last) return;
		// White space at the ends belongs to the markup.
		const lead = first.type === 'Text' ? (/^[ \t\r\n]*/.exec(first['raw'])?.[0].length ?? 0) : 0;
		const tail = last.type === 'Text' ? (/[ \t\r\n]*$/.exec(last['raw'])?.[0].length ?? 0) : 0;
		if (typeof message[0] === 'string') message[0] = message[0].replace(/^ /, '');
		const end = message.length - 1;
		if (typeof message[end] === 'string') message[end] = message[end].replace(/ $/, '');
		found.push({
			start: first.start + lead,
			end: last.end - tail,
			kind: 'markup',
			message,
			places,
			elements
		});
		/** @param {readonly Node[]} inner */
		const within = (inner) => {
			for (const node of inner) {
				if (node.type === 'ExpressionTag') {
					const { expression } = node;
					if (pluralOf(expression, 0)) script(expression['arguments'][0], false);
					else script(expression, true);
				} else if (node.type === 'RegularElement') {
					for (const one of node['attributes']) attribute(one, node);
					within(node['fragment'].nodes);
				}
			}
		};
		within(nodes);
	}

	/** @param {Node} node anything in markup but text */
	function element(node) {
		if (node.type === 'RegularElement' && ['style', 'script'].includes(node['name'])) return;
		for (const [key, value] of Object.entries(node)) {
			if (key === 'attributes') for (const one of value) attribute(one, node);
			else if (Array.isArray(value)) {
				for (const one of value.filter(isNode)) part(one);
			} else if (isNode(value)) part(value);
		}
	}

	/** @param {Node} node a fragment, a block or an expression below an element or block */
	function part(node) {
		if (node.type === 'Fragment') markup(node);
		else if (
			/Block$|Tag$|Element$|Component|Boundary$|Title|Head|Window|Document|Body/.test(node.type)
		)
			element(node);
		else script(node, false);
	}

	/** @param {Node} node @param {Node} owner */
	function attribute(node, owner) {
		if (node.type !== 'Attribute') {
			if (!['ClassDirective', 'StyleDirective'].includes(node.type)) element(node);
			return;
		}
		const isTextual = isTextOfAttribute(node['name'], owner);
		const value = node['value'];
		if (value === true) return;
		const parts = Array.isArray(value) ? value : [value];
		if (
			!isTextual &&
			owner.type === 'RegularElement' &&
			['class', 'style', 'href'].includes(node['name'])
		)
			return;
		if (parts.every(({ type }) => type === 'Text')) {
			const data = parts.map((one) => one['data']).join('');
			if (!isTextual || !isText(data, isTextual === 'surely')) return;
			const [first] = parts;
			found.push({
				start: first.start,
				end: parts.at(-1).end,
				kind: 'attribute',
				message: [data],
				places: [],
				elements: []
			});
		} else if (parts.length === 1) {
			script(parts[0].expression, isTextual === 'surely');
		} else {
			/** @type {{ start: number, end: number }[]} */
			const places = [];
			const message = parts.map((/** @type {Node} */ one) =>
				one.type === 'Text' ? one['data'] : placeOf(one['expression'], places)
			);
			const said = message.filter((one) => typeof one === 'string').join('\u0001');
			const plural = message.some((one) => typeof one === 'object' && 'plural' in one);
			const isMessage = isTextual && (plural || isText(said, isTextual === 'surely', true));
			if (isMessage) {
				const start = parts[0].start;
				found.push({
					start,
					end: parts.at(-1).end,
					kind: 'attribute',
					message,
					places,
					elements: []
				});
			}
			for (const one of parts) {
				if (one.type !== 'ExpressionTag') continue;
				const { expression } = one;
				if (isMessage && pluralOf(expression, 0)) script(expression['arguments'][0], false);
				else script(expression, Boolean(isMessage));
			}
		}
	}

	if (file.endsWith('.svelte')) {
		const root = /** @type {any} */ (parseSvelte(source, { modern: true }));
		if (root.module) script(root.module.content, false);
		if (root.instance) script(root.instance.content, false);
		markup(root.fragment);
	} else {
		script(/** @type {any} */ (parseSync(file, source).program), false);
	}
	return found.sort((a, b) => a.start - b.start || b.end - a.end);
}
