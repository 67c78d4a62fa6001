import { serverTests } from '../../vitest.shared.ts';

export default serverTests();
