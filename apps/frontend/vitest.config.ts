import { defineConfig } from 'vitest/config';

const conditions = ['@unityplan/source', 'node', 'import', 'module', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}'] },
});
