import { serverTests } from '../../vitest.shared.ts';

// Each test starts processes of its own, which takes its time on a busy machine.
export default serverTests({ testTimeout: 120_000 });
