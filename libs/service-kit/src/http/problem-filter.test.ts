import { commonErrors, Problem } from '@unityplan/contracts';
import { TerritoryError } from '@unityplan/territory';
import { expect, it } from 'vitest';
import { toProblem } from './problem-filter.ts';

const coded = (code: string) => Object.assign(new Error('x'), { code });

it.each([
  ...['ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', '08001', '08006', '57P01', '53300', '53400', 'POOL_TIMEOUT'].map(coded),
  ...['timeout expired', 'Client was closed and is not queryable', 'Connection terminated unexpectedly', 'Client has encountered a connection error and is not queryable'].map((text) => new Error(text)),
  new TerritoryError('TERRITORY_NOT_HERE', 'x', { cause: coded('3D000') }),
])('asks to come again while the database is away: %s', (error) => expect(toProblem(error).contract).toBe(commonErrors.service_unavailable));

it.each([
  [new TerritoryError('TERRITORY_NOT_HERE', 'x'), commonErrors.territory_unknown],
  [coded('57014'), commonErrors.deadline_exceeded],
  [coded('55P03'), commonErrors.deadline_exceeded],
  [coded('23505'), commonErrors.internal_error],
  [new Error('the list was closed'), commonErrors.internal_error],
  [null, commonErrors.internal_error],
  [new Problem(commonErrors.not_found), commonErrors.not_found],
])('calls anything else by its name: %s', (error, contract) => expect(toProblem(error).contract).toBe(contract));
