import { serverTests } from '../../vitest.shared.ts';

// It is the servers that are tested; the first run may download packages.
export default serverTests({ globalSetup: [], testTimeout: 120_000, hookTimeout: 300_000 });
