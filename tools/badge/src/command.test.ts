import { badge, user } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { commandOf } from './command.ts';
import { runCommand } from './run.ts';

const who = ['--territory', 'dk', '--member', '@Freja'];
const what = ['--badge', 'moderator', '--reason', 'Elected in May'];

it('reads an award, with what is left out filled in', () => {
  expect(commandOf(['award', ...who, ...what])).toEqual({ name: 'award', territory: 'DK', member: { handle: 'freja' }, badge: 'moderator', reason: 'Elected in May', at: 'DK', level: 1, expiresAt: null });
  expect(commandOf(['award', ...who, ...what, '--at', 'DK-COPENHAGEN', '--until', '2027-01-31', '--level', '2'])).toMatchObject({ at: 'DK-COPENHAGEN', expiresAt: '2027-01-31T23:59:59.000Z', level: 2 });
});

it.each([
  [['promote', ...who], 'The commands are award, revoke and list'],
  [['award', ...who, '--badge', 'moderator'], '--reason is missing'],
  [['award', ...who, '--badge', 'Moderator!', '--reason', 'Elected'], 'no badge'],
  [['award', '--member', '@freja', ...what], '--territory is missing'],
  [['award', '--territory', 'D K', '--member', '@freja', ...what], 'not a territory id'],
  [['list', '--territory', 'DK', '--member', 'x'], 'neither a handle'],
  [['award', ...who, ...what, '--until', 'soon'], '--until takes a day'],
  [['award', ...who, ...what, '--level', '12'], '--level takes 1 to 9'],
  [['award', ...who, ...what, '--force'], '--force'],
])('refuses %j with a sentence', (args, sentence) => expect(commandOf(args)).toContain(sentence));

it('asks for help with nothing', () => expect([commandOf([]), commandOf(['award', '--help'])]).toEqual([undefined, undefined]));

it('looks the handle up, and repeats the same award under the same key', async () => {
  const calls: [string, Record<string, unknown>][] = [];
  const answers: Record<string, unknown> = { [user.resolveHandles.method]: { people: [{ handle: 'freja', memberId: 'm' }] }, [badge.awardBadge.method]: { awardId: 'a' } };
  const rpc = { call: (contract: { method: string }, _territory: string, input: Record<string, unknown>) => (calls.push([contract.method, input]), Promise.resolve(answers[contract.method])) };
  const command = commandOf(['award', ...who, ...what]);
  if (typeof command !== 'object') throw new Error('no command');
  expect(await runCommand(rpc as never, command)).toEqual(['Awarded: moderator at DK (a). The member is told, with the reason.']);
  await runCommand(rpc as never, command);
  const keys = calls.filter(([method]) => method === badge.awardBadge.method).map(([, { key }]) => key);
  expect(keys[0]).toBe(keys[1]);
  answers[user.resolveHandles.method] = { people: [] };
  await expect(runCommand(rpc as never, command)).rejects.toThrow('Nobody in DK is called @freja.');
});
