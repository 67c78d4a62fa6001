import { randomUUID } from 'node:crypto';
import type { Figure, Findings } from '../bench.ts';
import { median } from '../figures.ts';
import { LoadProcess } from '../load/process.ts';
import { ordinaryText } from '../people.ts';
import type { Pod } from '../pod.ts';
import { asAdministrator, territoryIds, type ManyTerritories } from './territories-ground.ts';
import { statement } from './topic-page.ts';

const count = 250;
/** As fast as it goes. */
const pace = { rate: 0, seconds: 5, lanes: 8 };
/** A connection for each territory and more for the busy ones; and what a process has by itself. */
const [roomy, ordinary] = [320, 100];

/** One statement in territories chosen by chance, through their pools, against a plain pool in one territory: CPU of Node and PostgreSQL together. */
export async function measureTerritoryReads(ground: ManyTerritories, rounds: number, tell: (line: string) => void): Promise<Findings> {
  const pod = await ground.serve(count);
  const ids = territoryIds(count);
  const topicId = await fill(pod, ids);
  await pod.quiet(900_000); // new territories get the platform's courses
  const load = new LoadProcess();
  const job = { kind: 'routed', ...pace, pod: pod.book, ids, text: statement, values: [topicId, 21] } as const;
  const ways = {
    plain: { access: 'plain', budget: 4 }, zipf: { access: 'zipf', budget: roomy }, uniform: { access: 'uniform', budget: roomy },
    zipfTight: { access: 'zipf', budget: ordinary }, uniformTight: { access: 'uniform', budget: ordinary },
  } as const;
  const names = Object.keys(ways) as (keyof typeof ways)[];
  const cost = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<keyof typeof ways, number[]>;
  const node = structuredClone(cost);
  const connections: Record<string, number> = {};
  try {
    for (const name of names) await load.run({ ...job, ...ways[name], everyone: true });
    for (let round = 0; round < rounds; round++) {
      for (const name of names) {
        const before = pod.cpu().postgres;
        const { done, ownCpuMs, connections: open } = await load.run({ ...job, ...ways[name] });
        const postgres = pod.cpu().postgres - before;
        cost[name].push((ownCpuMs + postgres) / done);
        node[name].push(ownCpuMs / done);
        connections[name] = open!;
        tell(`${name}: ${done} reads, Node ${(ownCpuMs / done).toFixed(3)} and PostgreSQL ${(postgres / done).toFixed(3)} CPU-ms each, ${open} connections`);
      }
    }
  } finally {
    await load.stop();
  }
  const figure = (name: string, way: keyof typeof ways, goal = false): Figure => ({
    name, unit: 'CPU-ms', values: cost[way], baseline: { name: 'one plain pg pool', values: cost.plain }, ...(goal ? { goal: median(cost.plain) / 0.9 } : {}),
  });
  return {
    figures: [
      figure(`a read routed over ${count} territories, Zipf`, 'zipf', true),
      { name: '… of it Node', unit: 'CPU-ms', values: node.zipf, baseline: { name: 'one plain pg pool', values: node.plain } },
      figure('… uniform', 'uniform'),
      figure(`… Zipf with ${ordinary} connections`, 'zipfTight'),
      figure(`… uniform with ${ordinary} connections`, 'uniformTight'),
    ],
    notes: [
      `Routed reads: a page of 20 posts as the forum reads it, ${pace.lanes} at a time, through TerritoryDb.read; CPU of the reading process and of PostgreSQL. Requests a CPU second against the plain pool (goal 0.9): Zipf ${(median(cost.plain) / median(cost.zipf)).toFixed(2)}, uniform ${(median(cost.plain) / median(cost.uniform)).toFixed(2)}. Connections at the end: ${names.map((name) => `${name} ${connections[name]}`).join(', ')}. With fewer connections than territories a read of a rare one opens one, which costs some tens of reads.`,
    ],
  };
}

/** A topic of 21 posts in each territory, with the same id everywhere; answers it. */
async function fill(pod: Pod, ids: readonly string[]): Promise<string> {
  const topicId = randomUUID();
  await asAdministrator(pod, async (client) => {
    for (const id of ids) {
      const schema = client.escapeIdentifier(pod.databases.schema(id));
      await client.query(`begin;
        insert into ${schema}.forum_categories (id, slug, name_en, name_da, about_en, about_da, position) values ('${topicId}', 'bench', 'Bench', 'Bench', '', '', 99);
        insert into ${schema}.forum_topics (id, category_id, author_id, title, slug, created_at, last_activity_at, last_author_id) values ('${topicId}', '${topicId}', '${topicId}', 'Bench', 'bench', now(), now(), '${topicId}');
        insert into ${schema}.forum_posts (id, topic_id, number, author_id, created_at, markdown, html, excerpt, render_version)
          select gen_random_uuid(), '${topicId}', number, '${topicId}', now(), ${client.escapeLiteral(ordinaryText)}, ${client.escapeLiteral(ordinaryText)}, '', 1 from generate_series(1, 21) number;
        commit;`);
    }
    await client.query('vacuum analyze');
  });
  return topicId;
}
