import { Problem, territory as contracts } from '@unityplan/contracts';
import { MigrationError, TerritoryError } from '@unityplan/territory';
import { expect, it } from 'vitest';
import { failureOf, isPassing } from './failures.ts';

const coded = (code: string, message = code) => Object.assign(new Error(message), { code });
const inSchema = (error: Error) => new MigrationError({ podId: 'dk', ms: 0, schemas: [{ schema: 'territory_dk', applied: [], provisioned: false, ms: 0, error }] });

it.each<[string, unknown, boolean]>([
  ['a server that restarts', coded('57P01'), true],
  ['a refused connection', coded('ECONNREFUSED'), true],
  ['a lock in one schema', inSchema(new TerritoryError('MIGRATION_FAILED', 'x', { cause: coded('55P03') })), true],
  ['a cut connection in one schema', inSchema(new Error('Connection terminated unexpectedly')), true],
  ['another migrator', inSchema(new TerritoryError('MIGRATION_FAILED', 'Another migrator holds global for too long.')), true],
  ['a fault in a file', inSchema(new TerritoryError('MIGRATION_FAILED', 'x', { cause: coded('42601') })), false],
  ['missing rights', new TerritoryError('ADMIN_CANNOT_CREATE_ROLES', 'x'), false],
  ['a full disk', coded('53100'), false],
  ['a taken id', new Problem(contracts.territoryErrors.territory_id_taken, { territory: 'DK' }), false],
])('%s passes by itself: %#', (_what, error, expected) => expect(isPassing(error)).toBe(expected));

it('says in both languages what happened, and keeps the details for the operator', () => {
  expect(failureOf(new Problem(contracts.territoryErrors.territory_id_taken, { territory: 'DK' }))).toMatchObject({ en: expect.stringContaining('already a territory DK'), da: expect.stringContaining('allerede et territorium DK') });
  expect(failureOf(new TerritoryError('ADMIN_CANNOT_CREATE_ROLES', 'The database user up may not create roles'))).toMatchObject({
    en: expect.stringMatching(/may not make roles.*Ask the operator/), da: expect.stringContaining('må ikke oprette roller'), detail: 'The database user up may not create roles',
  });
  expect(failureOf(inSchema(coded('53100', 'No space left')))).toMatchObject({ en: expect.stringContaining('disk'), detail: expect.stringContaining('No space left') });
  expect(failureOf('odd')).toMatchObject({ en: expect.stringContaining('could not be built'), detail: 'odd' });
});
