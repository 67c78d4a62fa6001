import { expect, it } from 'vitest';
import { closingLine, countsOf } from './summary.ts';

it('counts a file that failed before its first test', () => {
  expect(countsOf({ numPassedTests: 3, numFailedTests: 0, numFailedTestSuites: 1, numPendingTests: 0 })).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

it('counts a flaky browser test as failed', () => {
  expect(countsOf({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } })).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

it('closes with one line', () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(closingLine({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped');
});
