import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { exampleId as id } from '@unityplan/contracts';
import { takeGround, type TestGround } from '@unityplan/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../src/db/migrations/territory');
let ground: TestGround;
beforeAll(async () => void (ground = await takeGround()));
afterAll(() => ground?.release());

it('keeps what members were told and how they want to be told, when items of several kinds come', async () => {
  const [first, ...later] = readdirSync(folder).sort();
  const run = (file: string) => ground.query(readFileSync(join(folder, file), 'utf8'));
  await ground.query('create schema before; set search_path = before');
  await run(first!);
  const [freja, bo, topic, other] = [id(1), id(2), id(10), id(11)];
  await ground.query(`insert into notifications (id, member_id, reasons, actor_id, topic_id, post_id, post_number, created_at, read_at) values
    ('${id(101)}', '${freja}', '{reply}', '${bo}', '${topic}', '${id(21)}', 2, '2026-11-21T08:00Z', '2026-11-21T08:30Z'),
    ('${id(102)}', '${freja}', '{mention,reply}', '${bo}', '${topic}', '${id(22)}', 3, '2026-11-21T09:00Z', null),
    ('${id(103)}', '${freja}', '{reply}', '${id(3)}', '${topic}', '${id(23)}', 4, '2026-11-21T10:00Z', null),
    ('${id(104)}', '${freja}', '{reply}', '${bo}', '${other}', '${id(24)}', 2, '2026-11-21T11:00Z', null),
    ('${id(105)}', '${bo}', '{mention}', '${freja}', '${topic}', '${id(22)}', 3, '2026-11-21T09:00Z', null)`);
  await ground.query(`insert into notification_preferences values ('${freja}', true, false, false, true, true)`);
  await ground.query(`insert into mail_jobs (id, member_id, kind, about_id, reasons, message_id, next_at, created_at, status) values
    ('${id(201)}', '${freja}', 'post', '${id(22)}', '{mention}', '<a>', now(), now(), 'queued'), ('${id(202)}', '${bo}', 'post', '${id(29)}', '{reply}', '<b>', now(), now(), 'queued'),
    ('${id(203)}', '${bo}', 'post', '${id(30)}', '{reply}', '<c>', now(), now(), 'sent'), ('${id(204)}', '${bo}', 'verify_email', '${id(31)}', '{}', '<d>', now(), now(), 'queued')`);
  for (const file of later) await run(file);

  expect(await ground.query('select id, member_id, kind, group_id, rank, live, open, read_at is not null as read from notifications order by id')).toEqual([
    { id: id(101), member_id: freja, kind: 'post', group_id: topic, rank: id(101), live: 1, open: false, read: true },
    { id: id(103), member_id: freja, kind: 'post', group_id: topic, rank: id(103), live: 2, open: true, read: false },
    { id: id(104), member_id: freja, kind: 'post', group_id: other, rank: id(104), live: 1, open: true, read: false },
    { id: id(105), member_id: bo, kind: 'post', group_id: topic, rank: id(105), live: 1, open: true, read: false },
  ]);
  expect(await ground.query('select member_id, subject_id, notification_id, why, post_number from notification_entries order by subject_id, member_id')).toEqual([
    { member_id: freja, subject_id: id(21), notification_id: id(101), why: ['reply'], post_number: 2 },
    { member_id: freja, subject_id: id(22), notification_id: id(103), why: ['mention', 'reply'], post_number: 3 },
    { member_id: bo, subject_id: id(22), notification_id: id(105), why: ['mention'], post_number: 3 },
    { member_id: freja, subject_id: id(23), notification_id: id(103), why: ['reply'], post_number: 4 },
    { member_id: freja, subject_id: id(24), notification_id: id(104), why: ['reply'], post_number: 2 },
    // A mail on its way to someone who did not want it in the list.
    { member_id: bo, subject_id: id(29), notification_id: null, why: ['reply'], post_number: null },
  ]);
  expect(await ground.query('select channels, mail_paused, digest_on, digest_every from notification_preferences')).toEqual([
    { channels: { mention: { inApp: true, mail: 'off', push: true }, reply: { inApp: false, mail: 'instant', push: false } }, mail_paused: true, digest_on: true, digest_every: 'daily' },
  ]);
  expect(await ground.query<{ n: number }>('select count(*)::int as n from mail_jobs where not held')).toEqual([{ n: 4 }]);
});
