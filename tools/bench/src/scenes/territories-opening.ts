import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { namesOf } from '@unityplan/territory';
import type { Findings } from '../bench.ts';
import { call } from '../http.ts';
import type { LoadResult } from '../load/jobs.ts';
import { LoadProcess } from '../load/process.ts';
import { api } from '../people.ts';
import type { Pod } from '../pod.ts';
import { issuerKey, tokenFor } from './course-ground.ts';
import { asAdministrator, territoryIds, type ManyTerritories } from './territories-ground.ts';

const [few, many] = [10, 250];
const rate = 20;
/** Of load for each opening. */
const secondsEach = 6;
const pollMs = 10;
const path = '/api/v1/categories';

/** What was seen while territories were opened in a pod that serves others. */
interface Opened {
  readonly seconds: number[];
  readonly traffic: LoadResult;
}

/** From a manager's order by HTTP to the first page of the new territory's forum, while others are asked; in a pod of ten territories and in one of 250. */
export async function measureOpening(ground: ManyTerritories, rounds: number, tell: (line: string) => void): Promise<Findings> {
  const small = await opened(await furnished(await ground.serve(few), few), rounds, tell);
  const large = await opened(await furnished(await ground.serve(many), many), rounds, tell);
  return {
    figures: [
      { name: `a territory ordered and its forum answering, beside ${many}`, unit: 's', values: large.seconds, goal: 5, baseline: { name: `beside ${few}`, values: small.seconds } },
      { name: `… requests of ${rate} a second in others that failed`, unit: '', values: [small.traffic.failed + large.traffic.failed], goal: 0 },
    ],
    notes: [`Territories opened: ${rounds} beside ${few} and as many beside ${many}, while ${rate} lists of categories a second were asked of ${few} others: ${small.traffic.done + large.traffic.done} were answered.`],
  };
}

/** The same pod once every territory has the platform's courses, the last of what a new one gets. */
async function furnished(pod: Pod, count: number): Promise<Pod> {
  await asAdministrator(pod, async (admin) => {
    for (const id of territoryIds(count)) {
      const courses = `select from ${admin.escapeIdentifier(pod.databases.schema(id))}.courses where current_version_id is not null`;
      while ((await admin.query(courses)).rowCount === 0) await sleep(500);
    }
  });
  await pod.quiet();
  return pod;
}

async function opened(pod: Pod, rounds: number, tell: (line: string) => void): Promise<Opened> {
  const token = await manager(pod);
  const hosts = territoryIds(few).map((id) => hostOf(pod, id));
  const load = new LoadProcess();
  try {
    const traffic = load.tryAll({ kind: 'tour', rate, seconds: rounds * secondsEach, port: pod.port, hosts, path });
    // When an opening fails, that is what is told.
    traffic.catch(() => undefined);
    const seconds: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const next = sleep(secondsEach * 1000 * 0.9);
      seconds.push(await openOne(pod, token));
      tell(`a territory was open after ${seconds.at(-1)!.toFixed(2)} s`);
      await next;
    }
    const result = await traffic;
    if (result.failure !== undefined) tell(`a request failed: ${result.failure}`);
    return { seconds, traffic: result };
  } finally {
    await load.stop();
  }
}

async function openOne(pod: Pod, token: string): Promise<number> {
  const id = `DK-B${randomUUID().slice(0, 8)}`.toUpperCase();
  const started = performance.now();
  await api(pod, 'POST', '/territories', { territoryId: id, name: { en: 'Bench', da: 'Bench' }, defaultLanguage: 'en' }, token);
  for (;;) {
    const { status } = await call({ port: pod.port, path, headers: { host: hostOf(pod, id) } });
    if (status === 200) return (performance.now() - started) / 1000;
    if (performance.now() - started > 60_000) throw new Error(`${id} still answers ${status}`);
    await sleep(pollMs);
  }
}

const hostOf = (pod: Pod, id: string): string => `${namesOf(id).localHost}:${pod.port}`;

/** The token of somebody who holds the managers' badge. */
async function manager(pod: Pod): Promise<string> {
  const memberId = randomUUID();
  return asAdministrator(pod, async (admin) => {
    const schema = admin.escapeIdentifier(pod.databases.schema('DK'));
    await admin.query(`insert into ${schema}.badge_member_keys (member_id) values ($1)`, [memberId]);
    await admin.query(`insert into ${schema}.user_badges (id, member_id, badge, level, territory, definition_version, awarded_at, source) values (gen_random_uuid(), $1, 'territory-manager', 1, 'DK', 1, now(), 'hand')`, [memberId]);
    return tokenFor(memberId, await issuerKey(admin));
  });
}
