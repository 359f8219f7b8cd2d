// The pieces of `ui` in their states, on boards to be photographed. No part of the app.
import { mount, type Component } from 'svelte';
import '../../../src/lib/ui/tokens.css';
import '../../../src/lib/ui/base.css';

const boards: Readonly<Record<string, () => Promise<{ default: Component }>>> = {
	acting: () => import('./Acting.svelte'),
	asking: () => import('./Asking.svelte'),
	telling: () => import('./Telling.svelte'),
	drawing: () => import('./Drawing.svelte'),
	sheet: () => import('./Sheets.svelte'),
	step: () => import('./Step.svelte'),
	floating: () => import('./Floating.svelte')
};

const target = document.querySelector('#gallery');
const board = boards[location.hash.slice(1)];
/** They bring no edges of their own. */
if (/acting|asking|drawing/.test(location.hash)) target?.classList.add('loose');
if (!target || !board) throw new Error(`No board ${location.hash}`);
mount((await board()).default, { target });
document.body.dataset['stands'] = '';
