import { setTimeout as sleep } from 'node:timers/promises';
import { seeded } from '@unityplan/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Rig } from './kills/rig.ts';

const full = process.env['PROOF'] === 'full';
const kills = full ? 100 : 6;
const watchers = full ? 10_000 : 2_500;
let rig: Rig;
beforeAll(async () => void (rig = await Rig.start()), 120_000);
afterAll(() => rig?.stop(), 60_000);

async function more(than: () => number, count: number): Promise<void> {
  for (const enough = than() + count, end = performance.now() + 10_000; than() < enough && performance.now() < end; ) await sleep(1);
}
/** When it dies: whenever, with a mail handed over and not written down, the same with a push message, or between parts of a spread. */
const moments: ((random: () => number) => Promise<unknown>)[] = [
  (random) => sleep(random() * 400),
  (random) => more(() => rig.sink.attempts.length, 1 + Math.floor(random() * 5)),
  (random) => more(() => rig.push.attempts.length, 1 + Math.floor(random() * 5)),
  async (random) => {
    for (const end = performance.now() + 10_000; performance.now() < end; await sleep(1))
      if ((await rig.pod.ground.query('select from territory_dk.spreads where done_at is null and told > 0')).length > 0) break;
    await sleep(random() * 60);
  },
];

it(`loses nothing and doubles nothing over ${kills} kills while it hears, spreads, mails and pushes`, { timeout: 3_600_000 }, async () => {
  const random = seeded(20261121);
  const categoryId = await rig.people(10, watchers);
  const { query } = rig.pod.ground;
  while (rig.deaths < kills) {
    await rig.post(undefined, categoryId);
    for (const reader of rig.readers) await rig.post(reader);
    await moments[rig.deaths % moments.length]!(random);
    await rig.kill();
  }
  await rig.quiet();

  const direct = rig.posts.filter(({ to }) => to);
  const spread = rig.posts.filter(({ to }) => !to);
  const told = await query<{ subject_id: string; entries: number; members: number }>('select subject_id, count(*)::int as entries, count(distinct member_id)::int as members from territory_dk.notification_entries group by subject_id');
  const toldOf = new Map(told.map(({ subject_id, entries }) => [subject_id, entries]));
  expect(direct.filter(({ postId }) => toldOf.get(postId) !== 1)).toEqual([]);
  expect(spread.filter(({ postId }) => toldOf.get(postId) !== watchers)).toEqual([]);
  expect(await query('select id from territory_dk.spreads where told <> $1', [watchers])).toEqual([]);
  // Lists agree with what was told, and each was announced once.
  expect(await query('select n.id from territory_dk.notifications n where live <> (select count(*) from territory_dk.notification_entries e where e.notification_id = n.id)')).toEqual([]);
  const announced = await query<{ member: string; n: number }>(`
    select member, count(*)::int as n from (
      select payload ->> 'memberId' as member from messaging.outbox where event = 'notification.created'
      union all select jsonb_array_elements_text(payload -> 'memberIds') from messaging.outbox where event = 'notification.spread') a group by member`);
  const rows = await query<{ member: string; n: number }>('select member_id::text as member, count(*)::int as n from territory_dk.notification_entries group by member_id');
  const byMember = (list: readonly { member: string; n: number }[]) => new Map(list.map(({ member, n }) => [member, n]));
  expect(byMember(announced)).toEqual(byMember(rows));

  // Each mail and push message arrived; twice only what says so, and at most what a worker has in hand when it dies.
  const mails = await query<{ message_id: string; status: string; uncertain: boolean }>('select message_id, status, uncertain from territory_dk.mail_jobs');
  const arrived = (id: string) => rig.sink.inbox.filter((mail) => mail.header('Message-ID') === id).length;
  expect(mails).toHaveLength(direct.length);
  const mailed = mails.map(({ message_id, ...job }) => ({ ...job, times: arrived(message_id) }));
  expect(mailed.filter(({ status, uncertain, times }) => status !== 'sent' || times === 0 || (times > 1 && !uncertain))).toEqual([]);
  const pushes = await query<{ status: string; uncertain: boolean; group_id: string; member_id: string }>('select j.status, j.uncertain, e.group_id, j.member_id from territory_dk.push_jobs j join territory_dk.notification_entries e on e.member_id = j.member_id and e.subject_id = j.about_id');
  const pushed = pushes.map(({ group_id, member_id, ...job }) => {
    const { inbox } = rig.readers.find((reader) => reader.memberId === member_id)!.browser;
    return { ...job, times: inbox.filter(({ text }) => text.includes(group_id)).length };
  });
  expect(pushes).toHaveLength(direct.length);
  expect(pushed.filter(({ status, uncertain, times }) => status !== 'sent' || times === 0 || (times > 1 && !uncertain))).toEqual([]);
  const again = (list: readonly { times: number }[]) => list.reduce((sum, { times }) => sum + times - 1, 0);
  expect(again(mailed)).toBeLessThanOrEqual(4 * rig.deaths);
  expect(again(pushed)).toBeLessThanOrEqual(8 * rig.deaths);
  expect(await query('select id from messaging.dead_letters')).toEqual([]);
  console.log(`${rig.deaths} kills, ${rig.posts.length} posts, ${mails.length} mails (${again(mailed)} twice), ${pushes.length} pushes (${again(pushed)} twice), ${[...toldOf.values()].reduce((a, b) => a + b)} entries`);
});
