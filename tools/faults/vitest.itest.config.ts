import { serverTests } from '../../vitest.shared.ts';

const resolve = { conditions: ['@unityplan/source', 'node', 'module', 'default'] };

// The rig starts its own servers: it kills them.
export default { ...serverTests({ globalSetup: [], testTimeout: 600_000, hookTimeout: 120_000 }), resolve, ssr: { resolve } };
