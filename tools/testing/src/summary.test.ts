import { expect, it } from 'vitest';
import { closingLine, countsOf, failuresOf, withSteps } from './summary.ts';

it('counts a file that failed before its first test', () => {
  expect(countsOf({ numPassedTests: 3, numFailedTests: 0, numFailedTestSuites: 1, numPendingTests: 0 })).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

it('counts a flaky browser test as failed', () => {
  expect(countsOf({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } })).toEqual({ passed: 5, failed: 2, skipped: 2 });
});

it('names what failed, with the beginning of its message', () => {
  const vitest = {
    numPassedTests: 1, numFailedTests: 1, numPendingTests: 0,
    testResults: [
      { name: '/w/a.itest.ts', status: 'failed', message: '', assertionResults: [
        { fullName: 'keeps it', status: 'failed', failureMessages: ['\u001b[31mexpected 1 to be 2\u001b[39m'] },
        { fullName: 'sends it', status: 'passed', failureMessages: [] },
      ] },
      { name: '/w/b.itest.ts', status: 'failed', message: 'no server', assertionResults: [] },
    ],
  };
  expect(failuresOf(vitest)).toEqual(['/w/a.itest.ts: keeps it\n    expected 1 to be 2', '/w/b.itest.ts: failed before its first test\n    no server']);
  const spec = (title: string, ok: boolean) => ({ title, ok, tests: [{ results: [{ errors: ok ? [] : [{ message: 'timed out' }] }] }] });
  const playwright = { stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 }, suites: [{ file: 'join.spec.ts', specs: [spec('joins', true)], suites: [{ file: 'join.spec.ts', specs: [spec('leaves', false)] }] }] };
  expect(failuresOf(playwright)).toEqual(['join.spec.ts: leaves\n    timed out']);
});

it('counts a step that failed without a report of it, and names each that failed', () => {
  const sum = { counts: { passed: 9, failed: 2, skipped: 0 }, failures: ['a.test.ts: keeps it', 'a.test.ts: sends it'] };
  const steps = [{ title: 'small tests', reported: 2 }, { title: 'import rules', reported: 0 }];
  expect(withSteps(sum, steps)).toEqual({ counts: { passed: 9, failed: 3, skipped: 0 }, failures: [...sum.failures, 'small tests', 'import rules'] });
  expect(withSteps(sum, [])).toEqual(sum);
});

it('closes with one line', () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(closingLine({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped');
});
