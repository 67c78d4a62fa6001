/** `npm run bench`: measures a pod of its own against the goals. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPortFree, removeState } from '@unityplan/servers';
import type { Findings, Ground } from './bench.ts';
import { help, readOptions, type SceneName } from './options.ts';
import { watchOthers } from './others.ts';
import { makeMembers, makeTopics } from './people.ts';
import { Pod, rememberCommitTimes, root, type PodOptions } from './pod.ts';
import { memoryOf } from './proc.ts';
import { report, row, type Chapter } from './report.ts';
import { measureCourse } from './scenes/course.ts';
import { measureEarn } from './scenes/earn.ts';
import { measureEdge } from './scenes/edge.ts';
import { measureOverload } from './scenes/edge-overload.ts';
import { measureFirstLoad } from './scenes/first-load.ts';
import { measureIdle } from './scenes/idle.ts';
import { measureLive } from './scenes/live.ts';
import { measureMemory } from './scenes/memory.ts';
import { measureReply } from './scenes/reply.ts';
import { measureSignIn } from './scenes/sign-in.ts';
import { measureSockets } from './scenes/sockets.ts';
import { measureStart } from './scenes/start.ts';
import { measureTerritories } from './scenes/territories.ts';
import { ManyTerritories } from './scenes/territories-ground.ts';
import { measureOpening } from './scenes/territories-opening.ts';
import { measureTerritoryReads } from './scenes/territories-reads.ts';
import { measureTopicPage } from './scenes/topic-page.ts';
import { measureWatchers } from './scenes/watchers.ts';
import { measureWrite } from './scenes/write.ts';

const tell = (line: string): void => console.log(`  ${line}`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(help);
  if (!(await isPortFree(options.port))) throw new Error(`Port ${options.port} is taken; choose another with --port.`);
  const { rounds } = options;
  const state = mkdtempSync(join(tmpdir(), 'unityplan-bench-'));
  const chapters: Chapter[] = [];
  let pod: Pod | undefined;
  let many: ManyTerritories | undefined;
  const leave = async (): Promise<void> => {
    await pod?.stop();
    await many?.close();
    await removeState(state);
    rmSync(state, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave().finally(() => process.exit(1)));
  const wants = (scene: SceneName): boolean => options.only.length === 0 || options.only.includes(scene);
  const scene = async (name: SceneName, measure: () => Promise<Findings>): Promise<void> => {
    if (!wants(name)) return;
    await pod?.quiet();
    const company = watchOthers(() => [pod, many?.running].flatMap((one) => (one ? [one.runnerPid, ...one.serverPids] : [])));
    const { figures, notes = [] } = await measure();
    chapters.push({ scene: name, figures, notes, company: company() });
    for (const figure of figures) console.log(row(figure));
  };
  try {
    const env: NodeJS.ProcessEnv = { LIMIT_MEMBER_PER_MINUTE: '10000000', LIMIT_SOCKETS_PER_MINUTE: '100000', LOG_LEVEL: 'warn' };
    const flags: NodeJS.ProcessEnv = options.podFlags ? { NODE_OPTIONS: options.podFlags } : {};
    const podOptions: PodOptions = { port: options.port, state, env };
    console.log(`UnityPlan: measuring, ${rounds} rounds`);
    await (await Pod.start(podOptions)).stop(); // makes the state, and builds
    rememberCommitTimes(state);
    await scene('start', () => measureStart({ options: podOptions, rounds, tell }));
    await scene('first-load', measureFirstLoad);
    await scene('reply', () => measureReply({ options: { ...podOptions, env: { ...env, ...flags } }, rounds, tell }));
    const ground = (many = new ManyTerritories({ ...podOptions, env: { ...env, ...flags } }));
    await scene('idle', () => measureIdle(ground, rounds, tell));
    await scene('territory-opening', () => measureOpening(ground, rounds, tell));
    await scene('territory-reads', () => measureTerritoryReads(ground, rounds, tell));
    await scene('territories', () => measureTerritories(ground, rounds, tell));
    await many.close();
    if (['memory', 'topic-page', 'write', 'sign-in', 'live', 'course', 'earn', 'watchers', 'edge', 'edge-overload', 'sockets'].some((name) => wants(name as SceneName))) {
      pod = await Pod.start({ ...podOptions, env: { ...env, ...flags } });
      const members = await makeMembers(pod, 8);
      const topics = await makeTopics(pod, members, 6, 40);
      const ground: Ground = { pod, members, topics, rounds, tell };
      const warm = memoryOf(pod.servicesPid);
      tell(`pod is up with ${members.length} members and ${topics.length} topics`);
      await scene('topic-page', () => measureTopicPage(ground));
      await scene('write', () => measureWrite(ground));
      await scene('sign-in', () => measureSignIn(ground));
      await scene('live', () => measureLive(ground));
      await scene('earn', () => measureEarn(ground));
      await scene('watchers', () => measureWatchers(ground));
      await scene('course', () => measureCourse(ground));
      await scene('edge', () => measureEdge(ground));
      await scene('edge-overload', () => measureOverload(ground));
      await scene('sockets', () => measureSockets(ground));
      await scene('memory', () => measureMemory(ground, warm));
    }
  } finally {
    await leave();
  }
  const facts = {
    date: new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC',
    command: ['npm run bench', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(' '),
    commit: execFileSync('git', ['describe', '--always', '--dirty', '--abbrev=7'], { cwd: root, encoding: 'utf8' }).trim(),
    versions: `Node ${process.versions.node}`,
    rounds,
  };
  const text = report(facts, chapters);
  if (options.only.length) return console.log(`\n${text}`);
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(join(root, 'docs', 'benchmarks.md'), text);
  console.log('\nUnityPlan: docs/benchmarks.md is written');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(`\nUnityPlan could not measure: ${error instanceof Error ? error.stack : String(error)}`);
    process.exit(1);
  },
);
