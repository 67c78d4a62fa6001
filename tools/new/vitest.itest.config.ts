import { unitTests } from '../../vitest.shared.ts';

// No servers of its own: what it makes brings them, in its clone.
export default unitTests({
  include: ['test/**/*.itest.ts'], testTimeout: 1_800_000, hookTimeout: 600_000, fileParallelism: false, reporters: ['default', ['json', { outputFile: '.results/itest.json' }]],
});
