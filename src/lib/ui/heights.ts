// The heights that a long list has measured, so that it can be laid out again without a jump.
import type { WindowVirtualizerHandle } from 'virtua/svelte';

export type Heights = ReturnType<WindowVirtualizerHandle['getCache']>;
