import { commonErrors, Problem } from '@unityplan/contracts';
import { TerritoryError } from '@unityplan/territory';
import { expect, it } from 'vitest';
import { errorReply } from './wire.ts';

it.each([
  ['a Problem', new Problem(commonErrors.not_found), 'not_found'],
  ['a fault of ours', new Error('a secret'), 'internal_error'],
  ['a database that is away', Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'service_unavailable'],
  ['a territory that this process has not heard of yet', new TerritoryError('TERRITORY_UNKNOWN', 'x'), 'service_unavailable'],
  ['a territory that is not served here yet', new TerritoryError('TERRITORY_NOT_HERE', 'x'), 'service_unavailable'],
  ['a seal that is broken', new TerritoryError('SEAL_BROKEN', 'x'), 'internal_error'],
])('tells %s as what it is to who asked', (_what, error, code) => {
  expect(errorReply(error).error.code).toBe(code);
  expect(JSON.stringify(errorReply(error))).not.toContain('secret');
});
