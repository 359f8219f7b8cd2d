// One ESLint rule: imports point one way through the layers, and a refusal says what may be imported.
import { posix } from 'node:path';
import { LAYERS, layerOf } from './layers.js';

/** @typedef {import('eslint').Scope.Scope['block']} Node */
/** @typedef {{ layer: string } | { package: string } | undefined} Target */

/**
 * Where an import leads: a layer of ours, a package, or neither.
 * @param {string} file the importing file
 * @param {string} specifier
 * @returns {Target}
 */
function targetOf(file, specifier) {
	const [path = ''] = specifier.split('?');
	const ours = path.startsWith('.')
		? posix.join(posix.dirname(file), path)
		: path.startsWith('$lib/')
			? posix.join('src/lib', path.slice('$lib/'.length))
			: undefined;
	if (ours === undefined) return { package: path };
	// `$lib/store` itself counts as the layer too.
	const layer = layerOf(ours) ?? layerOf(`${ours}/`);
	return layer === undefined ? undefined : { layer };
}

/** @param {readonly string[]} names */
const list = (names) => names.map((name) => `'${name}'`).join(', ');

/**
 * Why this import is refused, as the data of a message; undefined when it is permitted.
 * @param {string} from the importing layer
 * @param {Target} target
 * @param {boolean} onDemand whether it is an `import()`
 */
function refusal(from, target, onDemand) {
	const fence = LAYERS[from];
	if (!fence || !target) return undefined;
	const { layers, onDemand: later = [], packages, notPackages = [], why } = fence;
	if ('layer' in target) {
		if (layers.includes(target.layer) || (onDemand && later.includes(target.layer))) return;
		const byImport = later.length > 0 ? `, and ${list(later)} by import() only` : '';
		return { from, what: `'${target.layer}'`, may: `${list(layers)}${byImport}`, why };
	}
	const name = target.package;
	const isRefused = packages
		? !packages.some((pattern) => pattern.test(name))
		: notPackages.some((pattern) => pattern.test(name));
	return isRefused ? { from, what: `the package '${name}'`, may: list(layers), why } : undefined;
}

/** @type {import('eslint').Rule.RuleModule} */
export const layerFence = {
	meta: {
		type: 'problem',
		docs: { description: 'imports point one way through the layers' },
		schema: [],
		messages: {
			fence: '{{from}} must not import {{what}}. Of ours it may import {{may}}: {{from}} {{why}}.',
			upward:
				"No '../': write siblings as './…' and everything else as '$lib/<layer>/…', so that a file can move and a reader sees the layer."
		}
	},
	create(context) {
		const file = context.filename.replaceAll('\\', '/');
		const from = layerOf(file);

		/**
		 * @param {Node} node
		 * @param {unknown} specifier
		 * @param {boolean} [onDemand]
		 */
		function check(node, specifier, onDemand = false) {
			if (from === undefined || typeof specifier !== 'string') return;
			if (specifier.startsWith('../')) context.report({ node, messageId: 'upward' });
			const data = refusal(from, targetOf(file, specifier), onDemand);
			if (data) context.report({ node, messageId: 'fence', data });
		}

		/** @param {Node | undefined} node */
		const textOf = (node) =>
			node?.type === 'Literal'
				? node.value
				: node?.type === 'TemplateLiteral' && node.expressions.length === 0
					? node.quasis[0]?.value.cooked
					: undefined;

		return {
			ImportDeclaration: (node) => check(node, node.source.value),
			ExportNamedDeclaration: (node) => check(node, node.source?.value),
			ExportAllDeclaration: (node) => check(node, node.source.value),
			ImportExpression: (node) => check(node, textOf(node.source), true),
			// `import('…').Name` as a type.
			TSImportType: (
				/** @type {Extract<import('eslint').Rule.Node, { type: 'ImportExpression' }>} */ node
			) => check(node, textOf(node.source), true),
			// A worker or an asset by its address.
			NewExpression(node) {
				const [address, base] = node.arguments;
				const isOurs = node.callee.type === 'Identifier' && node.callee.name === 'URL' && base;
				if (isOurs && address?.type === 'Literal' && /^[.$]/.test(String(address.value))) {
					check(node, address.value, true);
				}
			}
		};
	}
};
