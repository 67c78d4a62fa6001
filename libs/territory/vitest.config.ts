import { defineConfig } from 'vitest/config';

// Without 'import': vitest hands these to Node for require() too, and pg's own require('pg-pool') would get the ES module.
const conditions = ['@unityplan/source', 'node', 'module', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ['src/**/*.test.ts'] },
});
