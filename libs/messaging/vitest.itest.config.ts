import { serverTests } from '../../vitest.shared.ts';

// Without 'import': vitest hands these to Node for require() too, and pg's own require('pg-pool') would get the ES module.
const resolve = { conditions: ['@unityplan/source', 'node', 'module', 'default'] };

// Its own servers: these tests kill NATS and break connections.
export default { ...serverTests({ globalSetup: ['./test/support/global-setup.ts'], testTimeout: 60_000 }), resolve, ssr: { resolve } };
