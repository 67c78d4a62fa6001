import type { CaseFlag } from '@unityplan/sdk';
import { expect, it } from 'vitest';
import { flagCounts } from './flag-counts.ts';

it('counts rules, the most named first', () => {
  const flags = (['spam', 'abuse', 'abuse'] as const).map((kind): CaseFlag => ({ kind, text: null, at: '' }));
  expect(flagCounts(flags)).toEqual([{ kind: 'abuse', count: 2 }, { kind: 'spam', count: 1 }]);
  expect(flagCounts([])).toEqual([]);
});
