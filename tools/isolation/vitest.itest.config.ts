import { serverTests } from '../../vitest.shared.ts';

// Eleven services and five territories start together; PROOF=full sends tens of thousands of requests.
export default serverTests({ testTimeout: 3_600_000, hookTimeout: 900_000 });
