import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { badge as badges } from '@unityplan/contracts';
import type { TestMember } from '@unityplan/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBadgeWorld, type BadgeWorld } from './badge-world.ts';

const cli = join(import.meta.dirname, '../../../tools/badge/src/cli.ts');
let world: BadgeWorld;
let freja: TestMember;
beforeAll(async () => {
  world = await startBadgeWorld();
  freja = await world.person('freja');
});
afterAll(() => world?.stop());

/** `npm run badge` as the operator runs it, against this pod. */
function command(args: string, env: Record<string, string> = {}): Promise<{ code: number; out: string; err: string }> {
  const { natsUrl, natsUser, natsPassword } = world.config;
  const words = [...args.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
  return new Promise((resolve) => {
    execFile(process.execPath, ['--conditions=@unityplan/source', cli, ...words], { env: { PATH: process.env['PATH'], POD_ID: 'dk', NATS_URL: natsUrl, NATS_USER: natsUser, NATS_PASSWORD: natsPassword, ...env } },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }));
  });
}

it('brings a manager to office, never takes the last one back, and then does', { timeout: 120_000 }, async () => {
  const award = 'award --territory DK --member @Freja --badge territory-manager --reason "Chosen by the assembly"';
  const revoke = 'revoke --territory DK --member @freja --badge territory-manager --reason "Term is over"';
  expect(await command(award)).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^Awarded: territory-manager at DK \([0-9a-f-]{36}\)\. The member is told, with the reason\.\n$/) });
  expect((await world.call(badges.listHolders, { as: freja, params: { badge: 'territory-manager' } })).body.items).toMatchObject([{ holder: { handle: 'freja' }, reason: 'Chosen by the assembly', by: null }]);
  expect(await command(revoke)).toMatchObject({ code: 1, out: '', err: 'This is the last manager of the territory. Award the badge to someone else first.\n' });
  await world.manager('bo');
  expect((await command(revoke)).out).toMatch(/^Taken back: territory-manager at DK/);
  // The same words again are another award: the first one was taken back.
  await command(award);
  expect((await command(`list --territory DK --member ${freja.memberId}`)).out).toBe('valid    territory-manager at DK, awarded 2026-12-01\nrevoked  territory-manager at DK, awarded 2026-12-01\n');
});

it('refuses with a sentence, and says when there is no pod', { timeout: 120_000 }, async () => {
  const award = (args: string) => command(`award --reason "Because" ${args}`);
  const answers = await Promise.all([
    award('--territory DK --member @nobody --badge moderator'), award('--territory DK --member @freja --badge newcomer-guide'), award('--territory DK --member @freja --badge moderator --at NO'),
    command('--help'), command('list --territory DK --member @freja', { NATS_URL: 'nats://127.0.0.1:1' }),
  ]);
  expect(answers).toMatchObject([
    { code: 1, out: '', err: 'Nobody in DK is called @nobody.\n' },
    { code: 1, out: '', err: 'The badge Community host must come first. Award what comes first, or wait until it is earned.\n' },
    { code: 1, out: '', err: 'Your authority does not reach NO. Ask a manager of that territory.\n' },
    { code: 0, out: expect.stringContaining('npm run badge -- <command>') },
    { code: 1, out: '', err: 'The pod does not answer at NATS_URL; start it with npm start.\n' },
  ]);
});
