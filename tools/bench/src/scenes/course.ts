import type { Findings, Ground } from '../bench.ts';
import { percentile } from '../figures.ts';
import { LoadProcess } from '../load/process.ts';
import { api, signIn } from '../people.ts';
import { courseCount, learnerCount, seedCourses } from './course-ground.ts';

const pagePace = { rate: 200, seconds: 5 };
const listPace = { rate: 4, seconds: 15 };

/** The page of a course as its learner opens it, and the whole catalogue with what each of ten thousand learners may begin. */
export async function measureCourse({ pod, members, rounds, tell }: Ground): Promise<Findings> {
  const { tokens, slug } = await seedCourses(pod, 2_000);
  tell(`${learnerCount} learners and ${courseCount} courses are there`);
  const own = await signIn(pod, members[0]!);
  const { courseId } = await api<{ courseId: string }>(pod, 'GET', `/courses/${slug}`, undefined, own);
  await api(pod, 'PUT', `/courses/${courseId}/enrolment`, undefined, own);
  const key = pod.contextKey;
  const service = pod.portOf('course');
  const authorization = `Bearer ${own}`;
  const path = `/api/v1/courses/${slug}`;
  const load = new LoadProcess();
  const found = { gateway: [] as number[], postgres: [] as number[], service: [] as number[], guest: [] as number[], all: [] as number[], page: [] as number[], allMedian: [] as number[], cpu: [] as number[] };
  const gateway = { kind: 'get', ...pagePace, port: pod.port, path, headers: { host: pod.host, authorization } } as const;
  const direct = { kind: 'get', ...pagePace, port: service, path, headers: { authorization }, sign: { key, territory: 'DK' } } as const;
  const guest = { kind: 'get', ...pagePace, port: service, path, headers: {}, sign: { key, territory: 'DK' } } as const;
  const walk = { kind: 'walk', ...listPace, port: pod.port, path: '/api/v1/courses?limit=100', host: pod.host, tokens } as const;
  const first = { ...walk, pages: 1 } as const;
  try {
    for (const job of [gateway, direct, guest, walk]) await load.run(job);
    for (let round = 0; round < rounds; round++) {
      for (const [job, values, postgres] of [[gateway, found.gateway, found.postgres], [direct, found.service, []], [guest, found.guest, []]] as const) {
        const before = pod.cpu();
        const { done } = await load.run(job);
        const after = pod.cpu();
        values.push((after.services + after.postgres - before.services - before.postgres) / done);
        (postgres as number[]).push((after.postgres - before.postgres) / done);
      }
      const before = pod.cpu();
      const whole = await load.run(walk);
      const after = pod.cpu();
      found.cpu.push((after.services + after.postgres - before.services - before.postgres) / whole.done);
      found.all.push(percentile(whole.latencies, 0.95));
      found.allMedian.push(percentile(whole.latencies, 0.5));
      found.page.push(percentile((await load.run(first)).latencies, 0.95));
      tell(`course, round ${round + 1}: page ${found.gateway.at(-1)!.toFixed(2)} (PostgreSQL ${found.postgres.at(-1)!.toFixed(2)}), service ${found.service.at(-1)!.toFixed(2)} CPU-ms; catalogue p95 ${found.all.at(-1)!.toFixed(1)} ms`);
    }
  } finally {
    await load.stop();
  }
  return {
    figures: [
      { name: 'course page of a learner through the gateway', unit: 'CPU-ms', values: found.gateway, goal: 3 },
      { name: '… of it PostgreSQL', unit: 'CPU-ms', values: found.postgres },
      { name: 'course page of a learner at the course service itself', unit: 'CPU-ms', values: found.service, goal: 3 },
      { name: 'the same for a guest', unit: 'CPU-ms', values: found.guest },
      { name: `who may begin which of ${courseCount} courses, for one of ${learnerCount} learners, p95`, unit: 'ms', values: found.all, goal: 50 },
      { name: '… p50', unit: 'ms', values: found.allMedian },
      { name: '… one page of 100 courses, p95', unit: 'ms', values: found.page, goal: 50 },
      { name: '… of services and PostgreSQL', unit: 'CPU-ms', values: found.cpu },
    ],
    notes: [
      `Courses: the page of the course that comes with the platform (${pagePace.rate} a second, six lessons, enrolled). Then ${listPace.rate} learners a second, out of ${tokens.length} of ${learnerCount}, each read the whole catalogue of ${courseCount} courses (five pages of 100, one after the other, through the gateway) with the verdict on each course's prerequisites: a fifth has none, the others ask for one, one of three, two of two and two of three out of 20 badges, of which a learner holds five; everyone takes three courses. Hardly a learner comes twice, so each walk asks the badge service.`,
    ],
  };
}
