import { serverTests } from '../../vitest.shared.ts';

// The rig starts its own servers: it kills them.
export default serverTests({ globalSetup: [], testTimeout: 600_000, hookTimeout: 120_000 });
