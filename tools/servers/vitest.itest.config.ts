import { defineConfig } from 'vitest/config';

/** Real servers: the first run may download packages, and a start on a busy machine takes seconds. */
export default defineConfig({ test: { include: ['test/**/*.itest.ts'], testTimeout: 120_000, hookTimeout: 300_000 } });
