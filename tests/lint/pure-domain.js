// One ESLint rule: the domain asks nobody for the time, for chance or for a browser.
/** Globals of the browser and of chance; each would make a domain function depend on where it runs. */
const GLOBALS = new Set([
	...['window', 'document', 'localStorage', 'sessionStorage', 'indexedDB', 'navigator'],
	...['location', 'history', 'performance', 'crypto', 'fetch', 'caches', 'globalThis', 'self']
]);

/** The functions of date-fns that read the clock behind one's back. */
const CLOCKED =
	/^(is(Today|Tomorrow|Yesterday|Past|Future|This[A-Z]\w+)|\w+ToNow(Strict)?|(start|end)Of(Today|Tomorrow|Yesterday))$/;

/** @typedef {import('eslint').Scope.Scope['block']} Node */
/** @typedef {Extract<Node, { type: 'Identifier' }>} Identifier */

/** @type {import('eslint').Rule.RuleModule} */
export const pureDomain = {
	meta: {
		type: 'problem',
		docs: { description: 'time, chance and storage are arguments in the domain' },
		schema: [],
		messages: {
			global:
				"'{{name}}' belongs to the browser. The domain runs anywhere: take what you need as an argument.",
			clock: '{{name}} reads the clock. Take the day or the time as an argument: `today`, `now`.',
			chance:
				'Math.random is chance. Take a `random: Random` from $lib/domain/random as an argument.'
		}
	},
	create(context) {
		/** @param {Identifier} node */
		function isGlobal(node) {
			let scope = /** @type {import('eslint').Scope.Scope | null} */ (
				context.sourceCode.getScope(node)
			);
			for (; scope; scope = scope.upper) {
				const variable = scope.set.get(node.name);
				if (variable) return variable.defs.length === 0;
			}
			return true;
		}

		/**
		 * @param {Node} node
		 * @param {string} name
		 */
		const isGlobalNamed = (node, name) =>
			node.type === 'Identifier' && node.name === name && isGlobal(node);

		return {
			'Program:exit'() {
				const { globalScope } = context.sourceCode.scopeManager;
				const unresolved = globalScope?.through ?? [];
				const configured = globalScope?.variables.filter(({ defs }) => defs.length === 0) ?? [];
				const references = [...unresolved, ...configured.flatMap(({ references }) => references)];
				for (const { identifier } of references) {
					const { name } = identifier;
					if (!GLOBALS.has(name)) continue;
					context.report({ node: identifier, messageId: 'global', data: { name } });
				}
			},
			MemberExpression(node) {
				if (node.property.type !== 'Identifier') return;
				const { name } = node.property;
				if (name === 'random' && isGlobalNamed(node.object, 'Math')) {
					context.report({ node, messageId: 'chance' });
				}
				if (name === 'now' && isGlobalNamed(node.object, 'Date')) {
					context.report({ node, messageId: 'clock', data: { name: 'Date.now()' } });
				}
			},
			NewExpression(node) {
				if (node.arguments.length === 0 && isGlobalNamed(node.callee, 'Date')) {
					context.report({ node, messageId: 'clock', data: { name: 'new Date()' } });
				}
			},
			CallExpression(node) {
				if (isGlobalNamed(node.callee, 'Date')) {
					context.report({ node, messageId: 'clock', data: { name: 'Date()' } });
				}
			},
			ImportDeclaration(node) {
				if (!String(node.source.value).startsWith('date-fns')) return;
				const [, module = ''] = String(node.source.value).split('/');
				const names = node.specifiers.map((specifier) =>
					specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier'
						? specifier.imported.name
						: module
				);
				for (const name of new Set([module, ...names])) {
					if (CLOCKED.test(name)) context.report({ node, messageId: 'clock', data: { name } });
				}
			}
		};
	}
};
