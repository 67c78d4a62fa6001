import { defineConfig } from 'vitest/config';

const conditions = ['@unityplan/source', 'node', 'import', 'module', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    environment: 'node', include: ['test/**/*.itest.ts'], testTimeout: 60_000, hookTimeout: 60_000,
    globalSetup: ['./test/support/servers.ts'],
  },
});
