import { serverTests } from '../../vitest.shared.ts';

// Its own servers: these tests kill NATS and break connections.
export default serverTests({ globalSetup: ['./test/support/global-setup.ts'], testTimeout: 60_000 });
