import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	build: { target: 'es2023' },
	// Svelte's client runtime, or effects in *.svelte.test.ts would never run.
	resolve: process.env['VITEST'] ? { conditions: ['browser'] } : {},
	test: {
		environment: 'happy-dom',
		include: ['src/**/*.test.ts', 'tests/{store,corpus,lint,support,budgets}/**/*.test.ts'],
		setupFiles: ['tests/support/setup.ts'],
		testTimeout: 20_000
	}
});
