import { takeGround, type TestGround } from '@unityplan/testing';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commandOf, runCommand, type Command } from '../src/redrive.ts';

let grounds: TestGround[] = [];
beforeAll(async () => {
  grounds = [await takeGround(), await takeGround()];
  const letters = [['DE', 0], ['FR', 1], ['FR', 1]] as const;
  for (const [n, [territory, database]] of letters.entries())
    await grounds[database]!.query(
      `insert into messaging.dead_letters (consumer, event_id, territory, event, aggregate, seq, event_time, payload, reason, failed_at)
       values ('forum', $1, $2, 'post.created', 'a', 1, now(), '{}', 'broken', now() + $3 * interval '1 second')`, [v7(), territory, -n]);
});
afterAll(() => Promise.all(grounds.map((ground) => ground.release())));

const run = (...args: string[]): Promise<string[]> =>
  runCommand(grounds.map((ground, n) => ({ name: `database ${n}`, database: ground.client })), commandOf(['forum', ...args]) as Command);
const given = async (): Promise<number[]> =>
  Promise.all(grounds.map(async (ground) => (await ground.query('select from messaging.dead_letters where redriven_at is not null')).length));

it('looks into every database, the oldest letter first', async () => {
  const lines = await run('--list');
  expect(lines.map((line) => line.split('  ')[2])).toEqual(['FR', 'FR', 'DE']);
  expect(await run('--list', '--territory', 'de')).toHaveLength(1);
  expect(await run('--territory', 'ES')).toEqual(['forum has no dead letters of ES.']);
});

it('asks which one is meant when a number is there twice', async () => {
  await expect(run('--id', '1')).rejects.toThrow('database 0 and database 1 each have a dead letter with number 1: say which with --territory');
  expect(await run('--id', '1', '--territory', 'FR', '--dry-run')).toContain('1 would be given back to forum.');
  expect(await run('--id', '2')).toEqual(['1 given back to forum.']);
  expect(await given()).toEqual([0, 1]);
});

it('gives back what each database holds', async () => {
  expect(await run()).toEqual(['3 given back to forum.']);
  expect(await given()).toEqual([1, 2]);
  expect(await run('--discard', '--territory', 'FR')).toEqual(['2 discarded for forum.']);
  expect(await run('--list')).toHaveLength(1);
});
