import { badge, commonErrors, exampleId, Problem, user } from '@unityplan/contracts';
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

/** The pod's services as a list of answers. */
function pod(answers: Record<string, unknown>) {
  const calls: [string, Record<string, unknown>][] = [];
  const call = (contract: { method: string }, _territory: string, input: Record<string, unknown>) => {
    calls.push([contract.method, input]);
    const answer = answers[contract.method];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const run = (args: string[]) => {
    const command = commandOf(args);
    if (typeof command !== 'object') throw new Error('no command');
    return runCommand({ call } as never, command);
  };
  return { calls, run };
}
const freja = { [user.resolveHandles.method]: { people: [{ handle: 'freja', memberId: 'm' }] } };

it('looks the handle up and awards', async () => {
  const { calls, run } = pod({ ...freja, [badge.awardBadge.method]: { awardId: 'a' } });
  expect(await run(['award', ...who, ...what])).toEqual(['Awarded: moderator at DK (a). The member is told, with the reason.']);
  expect(calls).toMatchObject([['resolve_handles', { handles: ['freja'] }], ['award_badge', { memberId: 'm', badge: 'moderator', territory: 'DK', reason: 'Elected in May', level: 1, expiresAt: null }]]);
});

it.each<[string, string[], Record<string, unknown>, string]>([
  ['an unknown handle', ['list', ...who], { [user.resolveHandles.method]: { people: [] } }, 'Nobody in DK is called @freja.'],
  ['an unknown id', ['list', '--territory', 'DK', '--member', exampleId(1)], { [user.getPeople.method]: { people: [] } }, `No member of DK has the id ${exampleId(1)}.`],
  ['an unknown badge', ['award', ...who, ...what], { ...freja, [badge.awardBadge.method]: new Problem(badge.badgeErrors.badge_unknown, { badge: 'moderator' }) }, 'There is no badge called moderator. Choose one from the list of badges.'],
  ['the last manager', ['revoke', ...who, ...what], { ...freja, [badge.revokeBadge.method]: new Problem(badge.badgeErrors.award_of_last_manager) }, 'This is the last manager of the territory. Award the badge to someone else first.'],
  ['a badge whose name comes in two languages', ['award', ...who, ...what], { ...freja, [badge.awardBadge.method]: new Problem(badge.badgeErrors.badge_archived, { badge: { en: 'Old', da: 'Gammel' } }) }, 'The badge Old is not awarded at present. Choose another one, or make it active.'],
  ['a service that is not there', ['list', ...who], { [user.resolveHandles.method]: new Problem(commonErrors.service_unavailable) }, 'Nothing was changed'],
  ['a service that is slow', ['list', ...who], { ...freja, [badge.listAwards.method]: new Problem(commonErrors.deadline_exceeded) }, 'took too long'],
])('says of %s what it is', async (_name, args, answers, sentence) => {
  await expect(pod(answers).run(args)).rejects.toThrow(sentence);
});

it('lists what a member has had', async () => {
  const award = { awardId: 'a', badge: 'moderator', level: 2, territory: 'DK-COPENHAGEN', state: 'expired', awardedAt: '2026-01-01T00:00:00.000Z', expiresAt: '2026-06-01T00:00:00.000Z', revokedAt: null };
  expect(await pod({ ...freja, [badge.listAwards.method]: { awards: [award] } }).run(['list', ...who])).toEqual(['expired  moderator (level 2) at DK-COPENHAGEN, awarded 2026-01-01, until 2026-06-01']);
  expect(await pod({ ...freja, [badge.listAwards.method]: { awards: [] } }).run(['list', ...who])).toEqual(['This member has no badges.']);
});
