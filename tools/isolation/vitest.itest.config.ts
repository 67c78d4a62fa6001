import { serverTests } from '../../vitest.shared.ts';

// Eleven services and five territories start together in each file, so one file at a time; PROOF=full sends tens of thousands of requests.
export default serverTests({ fileParallelism: false, testTimeout: 3_600_000, hookTimeout: 900_000 });
