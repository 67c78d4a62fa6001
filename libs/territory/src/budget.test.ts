import { expect, it } from 'vitest';
import { checkConnectionBudget } from './budget.ts';

it('adds up processes and refuses with a sentence that says what to change', () => {
  const server = { maxConnections: 100, reserved: 3 };
  expect(checkConnectionBudget([{ name: 'all', max: 80 }], server)).toEqual({ wanted: 80, available: 89 });
  const many = Array.from({ length: 13 }, (_, i) => ({ name: `s${i}`, max: 100 }));
  expect(() => checkConnectionBudget(many, server)).toThrow(
    '13 process(es) may open 1300 PostgreSQL connections (s0 100, s1 100, s2 100, …), but the server allows 100 and 11 of them are kept free. Raise max_connections to 1311 or lower the limit per process to 6.',
  );
});
