// One ESLint rule: a file is named for its idea, and nothing hands on everything of a folder.
import { basename } from 'node:path';

const EMPTY_NAMES =
	/^(index|utils?|helpers?|common|misc|managers?|services?)\.(ts|js|svelte)(\.ts)?$/;

/** @type {import('eslint').Rule.RuleModule} */
export const tellingNames = {
	meta: {
		type: 'problem',
		docs: { description: 'one idea, one file, named by its noun; no barrels' },
		schema: [],
		messages: {
			name: "'{{name}}' says nothing about what is in it. Name the file by its noun, and import from there.",
			barrel:
				'No `export *`: import each thing from the file that makes it, so that a reader can follow.'
		}
	},
	create(context) {
		const name = basename(context.filename);
		return {
			Program(node) {
				if (EMPTY_NAMES.test(name)) context.report({ node, messageId: 'name', data: { name } });
			},
			ExportAllDeclaration(node) {
				if (!node.exported) context.report({ node, messageId: 'barrel' });
			}
		};
	}
};
