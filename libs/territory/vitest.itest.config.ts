import { serverTests } from '../../vitest.shared.ts';

// A cluster of its own: these tests kill connections and change roles of the whole server.
export default serverTests({ globalSetup: ['./test/pg.ts'], testTimeout: 60_000 });
