import { commonErrors, Problem } from '@unityplan/contracts';
import { TerritoryError } from '@unityplan/territory';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EnvelopeError } from '../envelope.ts';
import { MisfitError, verdictOn } from './failures.ts';
import { Lanes } from './lanes.ts';
import { Slots } from './slots.ts';

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('lanes', () => {
  it('keep the order of a key, also past a job that throws, and do not wait for other keys', async () => {
    const lanes = new Lanes();
    const done: string[] = [];
    let release!: () => void;
    void lanes.run('a', () => new Promise<void>((resolve) => (release = resolve)).then(() => void done.push('a1')));
    void lanes.run('a', async () => { done.push('a2'); throw new Error('x'); });
    void lanes.run('a', async () => void done.push('a3'));
    void lanes.run('b', async () => void done.push('b1'));
    await soon();
    expect(done).toEqual(['b1']);
    release();
    await lanes.settled();
    expect(done).toEqual(['b1', 'a1', 'a2', 'a3']);
  });
});

describe('slots', () => {
  it('never run more than the bounds and run everything', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('dk', 'no', 'se'), { maxLength: 30 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), async (groups, total, perGroup) => {
      const slots = new Slots(total, perGroup);
      const running: string[] = [];
      let ran = 0;
      await Promise.all(groups.map((group) => slots.run(group, async () => {
        running.push(group);
        expect(running.length).toBeLessThanOrEqual(total);
        expect(running.filter((one) => one === group).length).toBeLessThanOrEqual(perGroup);
        await soon();
        running.splice(running.indexOf(group), 1);
        ran++;
      })));
      expect(ran).toBe(groups.length);
    }), { numRuns: 40 });
  });
});

describe('the verdict on a failure', () => {
  it.each([
    ['dead', new EnvelopeError('x')], ['dead', new MisfitError('x')], ['dead', new Problem(commonErrors.not_found)], ['dead', new TerritoryError('TERRITORY_UNKNOWN', 'x')],
    ['retry', new Problem(commonErrors.too_many_requests)], ['retry', new Problem(commonErrors.internal_error)], ['retry', new Error('bug')], ['retry', 'text'],
    ['retry', Object.assign(new Error('duplicate key'), { code: '23505' })],
    ['wait', new Problem(commonErrors.service_unavailable)], ['retry', new Problem(commonErrors.deadline_exceeded)],
    ['wait', Object.assign(new Error('x'), { code: '57P01' })], ['wait', Object.assign(new Error('x'), { code: 'ECONNREFUSED' })],
    ['wait', new Error('Connection terminated unexpectedly')], ['wait', new TerritoryError('POOL_TIMEOUT', 'x')],
    ['dead', new TerritoryError('TERRITORY_NOT_HERE', 'x')], ['wait', new TerritoryError('TERRITORY_NOT_HERE', 'x', { cause: new Error('no such database') })],
    ['wait', Object.assign(new Error('disk full'), { code: '53100' })], ['wait', Object.assign(new Error('deadlock'), { code: '40P01' })],
  ] as const)('is %s for %s', (verdict, error) => expect(verdictOn(error)).toBe(verdict));
});
