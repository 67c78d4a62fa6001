import { serverTests } from '../../vitest.shared.ts';

// Six services start together, and PROOF=full asks them a hundred thousand questions.
export default serverTests({ testTimeout: 3_600_000, hookTimeout: 120_000 });
