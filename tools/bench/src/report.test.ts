import { expect, it } from 'vitest';
import { meets, report, row } from './report.ts';

const figure = { name: 'a page', unit: 'ms', values: [3, 1, 2], goal: 2, baseline: { name: 'bare', values: [0.5, 1, 4] } };

it('writes median, range, goal and ratio', () => {
  expect(row(figure)).toBe('| a page | ≤ 2 | **2.00** ms | 1.00–3.00 | 1.00 bare | × 2.00 |');
  expect(row({ name: 'b', unit: 's', values: [5] })).toBe('| b |  | **5.00** s |  |  |  |');
});

it('says what missed its goal', () => {
  expect(meets({ ...figure, values: [2, 3, 3] })).toBe(false);
  expect(meets({ ...figure, goal: undefined as never })).toBeUndefined();
  const facts = { date: 'today', command: 'npm run bench', commit: 'abc', versions: 'Node 24', rounds: 3 };
  const company = { loadBefore: 1, loadAfter: 2, share: 0.25, programs: ['vitest 20 %'] };
  const text = report(facts, [{ scene: 'x', figures: [figure, { ...figure, name: 'slow', values: [9] }], notes: ['so'], company }]);
  expect(text).toContain('Missed: slow');
  expect(text).toContain('≤ 2 **missed**');
  expect(text).toContain('| x | 1.0 → 2.0 | 25 % | vitest 20 % |');
});
