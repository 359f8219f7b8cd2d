// What lint asks of every file; our own rules in this folder hold the fence between the layers.
import { join } from 'node:path';
import { defineConfig, includeIgnoreFile } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';
import { ROOT } from '../../scripts/run.js';
import { layerFence } from './layer-fence.js';
import { pureDomain } from './pure-domain.js';
import { tellingNames } from './telling-names.js';

/** Our rules under their own name. */
export const kith = {
	rules: {
		'layer-fence': layerFence,
		'pure-domain': pureDomain,
		'telling-names': tellingNames
	}
};

const NOT_IN_SRC = [
	{
		selector:
			'AssignmentExpression > MemberExpression.left[property.name="hash"]:matches([object.name="location"], [object.property.name="location"])',
		message:
			"Kit's router answers this by loading the page anew, and every undo step is lost: goTo of state/going, or goto."
	},
	{
		// A private $state or $derived is read by a call, which stays.
		selector:
			'UnaryExpression[operator="void"] > MemberExpression.argument[property.type!="PrivateIdentifier"]',
		message:
			'The build cuts a property read that nothing comes of (propertyReadSideEffects in vite.config.ts), and the effect would not follow it: use the value.'
	}
];

const TESTS = ['**/*.test.ts', 'tests/**'];

export default defineConfig(
	includeIgnoreFile(join(ROOT, '.gitignore')),
	{
		files: ['**/*.{js,ts,svelte}'],
		extends: [tseslint.configs.strictTypeChecked, svelte.configs.recommended],
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: {
			parserOptions: {
				// One program for all files, made once; a service that opens file by file takes thrice as long.
				project: 'tsconfig.json',
				tsconfigRootDir: ROOT,
				extraFileExtensions: ['.svelte']
			}
		},
		rules: {
			eqeqeq: 'error',
			'no-console': ['error', { allow: ['warn', 'error'] }],
			'no-debugger': 'error',
			'@typescript-eslint/no-confusing-void-expression': [
				'error',
				{ ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }
			],
			// Code points are what spreading a text is for.
			'@typescript-eslint/no-misused-spread': 'off',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', ignoreRestSiblings: true }
			],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// `void groups` reads a signal for its dependency.
			'@typescript-eslint/no-meaningless-void-operator': 'off',
			// An interface may ask for a promise where one implementation has nothing to wait for.
			'@typescript-eslint/require-await': 'off',
			'svelte/button-has-type': 'error',
			// The hash router needs no base path in a link, and `ui` may not ask Kit for one.
			'svelte/no-navigation-without-resolve': 'off',
			// A screen looks through `Live`; a plain Map or Date inside a class is meant to be plain.
			'svelte/prefer-svelte-reactivity': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: tseslint.parser } }
	},
	{
		// svelte-check sees the types of components. Here each of them would be read anew with all it
		// imports, which takes longer than everything else that is linted.
		files: ['**/*.svelte'],
		extends: [tseslint.configs.disableTypeChecked],
		languageOptions: { parserOptions: { project: null } }
	},
	{
		// The trees of two parsers, with nodes of a hundred kinds that are read by their names.
		files: ['scripts/words/find.js', 'scripts/words/wording.js'],
		rules: {
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off'
		}
	},
	{
		// To ESLint whatever comes through a component is `any` or an error.
		files: ['**/*.svelte.test.ts'],
		rules: {
			'@typescript-eslint/no-confusing-void-expression': 'off',
			'@typescript-eslint/no-unnecessary-condition': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off'
		}
	},
	{
		files: ['src/**'],
		plugins: { kith },
		rules: { 'kith/telling-names': 'error' }
	},
	{
		files: ['src/**'],
		ignores: TESTS,
		plugins: { kith },
		rules: {
			'kith/layer-fence': 'error',
			'no-restricted-syntax': ['error', ...NOT_IN_SRC]
		}
	},
	{
		files: ['src/lib/domain/**'],
		ignores: TESTS,
		plugins: { kith },
		rules: { 'kith/pure-domain': 'error' }
	},
	{
		files: TESTS,
		rules: {
			// A test that finds nothing there fails, which is what it is for.
			'@typescript-eslint/no-non-null-assertion': 'off',
			// A method is taken off its prototype to put a faulty one in its place.
			'@typescript-eslint/unbound-method': 'off'
		}
	},
	{
		files: ['scripts/**'],
		rules: { 'no-console': 'off' }
	},
	{
		// A worker has types of its own, which tsc checks in tests/lint/tsconfig.service-worker.json.
		files: ['src/service-worker.ts'],
		extends: [tseslint.configs.disableTypeChecked],
		languageOptions: { parserOptions: { project: null } },
		rules: { '@typescript-eslint/triple-slash-reference': 'off' }
	}
);
