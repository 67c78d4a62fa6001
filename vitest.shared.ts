import { defineConfig, type ViteUserConfig } from 'vitest/config';

// Workspace packages are read from their sources. No 'import': vitest hands these to Node for require() too, and pg's own
// require('pg-pool') would get the ES module.
const conditions = ['@unityplan/source', 'node', 'module', 'default'];
const resolve = { resolve: { conditions }, ssr: { resolve: { conditions } } };

/** Small tests beside the code: no server, no network, cached by Nx. Counts go to `.results/test.json` for the summary. */
export function unitTests(overrides: ViteUserConfig['test'] = {}): ViteUserConfig {
  return defineConfig({
    ...resolve,
    test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'], testTimeout: 30_000, reporters: ['default', ['json', { outputFile: '.results/test.json' }]], ...overrides },
  });
}

/** Tests on real servers, from the private cluster of this run; never cached. */
export function serverTests(overrides: ViteUserConfig['test'] = {}): ViteUserConfig {
  return defineConfig({
    ...resolve,
    test: {
      environment: 'node',
      include: ['test/**/*.itest.ts'],
      globalSetup: [new URL('tools/testing/src/global-setup.ts', import.meta.url).pathname],
      testTimeout: 30_000,
      hookTimeout: 60_000,
      // What comes is waited for; a busy machine is no failure.
      expect: { poll: { timeout: 20_000 } },
      maxWorkers: 2,
      reporters: ['default', ['json', { outputFile: '.results/itest.json' }]],
      ...overrides,
    },
  });
}
