import { describe, expect, it } from 'vitest';
import { databasesOf } from './databases.ts';
import { commandOf } from './redrive.ts';

describe('the command line', () => {
  it('redrives by default', () => expect(commandOf(['notification'])).toEqual({ service: 'notification', action: 'redrive', dryRun: false }));
  it('takes one dead letter', () => expect(commandOf(['notification', '--id', '7', '--discard', '--dry-run'])).toEqual({ service: 'notification', id: '7', action: 'discard', dryRun: true }));
  it('keeps to a territory', () => expect(commandOf(['forum', '--territory', 'de'])).toMatchObject({ territory: 'DE' }));
  it('lists', () => expect(commandOf(['forum', '--list'])).toMatchObject({ action: 'list' }));
  it('shows help', () => expect(commandOf(['--help'])).toBeUndefined());
  it.each([[[]], [['a', 'b']], [['a', '--id', 'x']], [['a', '--list', '--discard']], [['a', '--nonsense']], [['a', '--territory', 'D E']]])('refuses %j', (args) => expect(commandOf(args)).toBeTypeOf('string'));
});

describe('the databases', () => {
  const DATABASE_URL = 'postgres://admin@127.0.0.1/unityplan_eu';
  it('are just the one of the pod when nothing else is known', async () => expect(await databasesOf({ DATABASE_URL })).toEqual([{ name: 'unityplan_eu', connectionString: DATABASE_URL }]));
  it.each([{ POD_ID: 'eu' }, { POD_SECRET: 's' }, {}])('are refused when others are named that cannot be looked into: %j', async (given) => {
    await expect(databasesOf({ DATABASE_URL, POSTGRES_DB_DE: 'unityplan_de', ...given })).rejects.toThrow(/^Set POD_ID and POD_SECRET .* POSTGRES_DB_DE/);
  });
});
