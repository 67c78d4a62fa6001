import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeGround, type TestGround } from '@unityplan/testing';
import { hashOf, firstHash } from '@unityplan/event/audit';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';

let ground: TestGround;
let dir: string;
beforeAll(async () => {
  ground = await takeGround();
  dir = await mkdtemp(join(tmpdir(), 'audit-'));
  let prevHash = firstHash;
  for (let seq = 1; seq <= 5; seq++) {
    const at = `2026-11-21T12:00:0${seq}.000Z`;
    const entry = { seq, eventId: v7(), recordedAt: at, happenedAt: at, name: 'post.created', aggregate: 'a', aggregateSeq: seq, memberId: null, payloadHash: 'f'.repeat(64), prevHash };
    const hash = hashOf('DK', entry);
    await ground.query(`insert into territory_dk.audit_entries values ($1, $2, $3, $3, 'post.created', 'a', $1, null, $4, $5, $6)`, [seq, entry.eventId, at, entry.payloadHash, prevHash, hash]);
    await ground.query('update territory_dk.audit_head set seq = $1, hash = $2, recorded_at = $3', [seq, hash, at]);
    prevHash = hash;
  }
});
afterAll(async () => {
  await ground?.release();
  await rm(dir, { recursive: true, force: true });
});

function audit(args: string[], env: Record<string, string> = {}): Promise<{ code: number; out: string; err: string }> {
  const { cluster, databaseUrl } = ground;
  return new Promise((resolve) => {
    execFile(process.execPath, ['--conditions=@unityplan/source', join(import.meta.dirname, '../src/cli.ts'), ...args],
      { env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, POD_ID: 'dk', POD_SECRET: cluster.podSecret, ROLE_PREFIX: cluster.rolePrefix, ...env } },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }));
  });
}

it('finds a sound trail sound, signs it, and finds it cut', async () => {
  const sound = await audit(['verify']);
  expect(sound).toMatchObject({ code: 0, out: 'DK: 5 entries, all right; 0 checkpoints, covered up to 0\nNO: 0 entries, all right; 0 checkpoints, covered up to 0\n' });
  expect(sound.err).toContain('DK: 5 of 5');
  const signed = await audit(['checkpoint', '--territory', 'dk']);
  expect(signed.code).toBe(0);
  expect(JSON.parse(signed.out)).toMatchObject({ territory: 'DK', seq: 5 });
  const file = join(dir, 'kept.json');
  await writeFile(file, signed.out);
  expect((await audit(['verify', '--territory', 'DK', '--witness', file])).out).toContain('covered up to 5');
  await ground.query(`update territory_dk.audit_entries set name = 'x.y' where seq = 3`);
  expect(await audit(['verify', '--territory', 'DK'])).toMatchObject({ code: 1, out: expect.stringContaining('DK: entry 3: changed') });
  await ground.query('delete from territory_dk.audit_entries where seq >= 3');
  await ground.query('delete from territory_dk.audit_checkpoints');
  await ground.query('update territory_dk.audit_head set seq = 2, hash = (select hash from territory_dk.audit_entries where seq = 2)');
  expect((await audit(['verify', '--territory', 'DK'])).code).toBe(0);
  expect(await audit(['verify', '--territory', 'DK', '--witness', file])).toMatchObject({ code: 1, out: expect.stringContaining('DK: entry 5: truncated') });
});

it('says what it needs', async () => {
  expect((await audit(['--help'])).out).toContain('npm run audit');
  expect(await audit(['erase'])).toMatchObject({ code: 2, err: expect.stringContaining('erase') });
  expect(await audit(['verify'], { POD_SECRET: '' })).toMatchObject({ code: 2, err: expect.stringContaining('POD_SECRET') });
  expect(await audit(['verify', '--territory', '*'])).toMatchObject({ code: 2, err: expect.stringContaining('territory id') });
  expect((await audit(['verify', '--witness', join(dir, 'none.json')])).code).toBe(2);
});
