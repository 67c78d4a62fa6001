import { serverTests } from '../../vitest.shared.ts';

// The runner brings its own servers; every start of a pod on a busy machine takes seconds.
export default serverTests({ globalSetup: [], testTimeout: 90_000, hookTimeout: 60_000 });
