import type { Findings, Ground } from '../bench.ts';
import { findNginx, Nginx } from '../edge/nginx.ts';
import { OwnService } from '../edge/own-service.ts';
import { LoadProcess } from '../load/process.ts';
import { signIn } from '../people.ts';
import { familyCpuMs } from '../proc.ts';

const connections = 32;
const seconds = 5;
/** Of the goal: at least 0.35 of nginx's requests per CPU second. */
const mostOfNginx = 1 / 0.35;
const sessions = 24;
const warmCalls = 60_000;

/** What the gateway takes for a call, with token, limits, metrics and trace, against nginx as a plain proxy to the same service. */
export async function measureEdge({ pod, members, rounds, tell }: Ground): Promise<Findings> {
  const program = findNginx();
  if (program === undefined) tell('edge: skipped: nginx is not on this machine');
  const load = new LoadProcess();
  const service = new LoadProcess();
  let gateway: OwnService | undefined;
  let nginx: Nginx | undefined;
  const found = { nginx: [] as number[], gateway: [] as number[], redis: [] as number[], ratio: [] as number[], direct: [] as number[] };
  try {
    const body = JSON.stringify({ items: Array.from({ length: 8 }, (_, n) => ({ topicId: `0190000${n}-0000-7000-8000-000000000001`, title: `A safer crossing, proposal ${n}`, replies: n })), next: null });
    const headers = { 'content-type': 'application/json; charset=utf-8', etag: '"a1b2c3"', vary: 'accept-language' };
    const { port: target } = await service.serve({ kind: 'serve', headers, body });
    gateway = await OwnService.start(pod, 'api-gateway', pod.port + 70, { FORUM_URL: `http://127.0.0.1:${target}`, LIMIT_MEMBER_PER_MINUTE: '100000000' }, process.env['EDGE_FLAGS']?.split(' '));
    nginx = program === undefined ? undefined : await Nginx.start(program, pod.port + 71, target);
    const tokens: string[] = [];
    for (let n = 0; n < sessions; n++) tokens.push(await signIn(pod, members[n % members.length]!));
    const requests = tokens.map((token) => `GET /api/v1/topics?limit=20 HTTP/1.1\r\nhost: dk.localhost:${gateway!.port}\r\nauthorization: Bearer ${token}\r\naccept: application/json\r\naccept-language: da,en;q=0.8\r\naccept-encoding: gzip, br\r\nuser-agent: Mozilla/5.0 (X11; Linux x86_64) bench\r\n\r\n`);
    const measured = async (port: number, pid: number): Promise<{ each: number; redis: number }> => {
      const before = { own: familyCpuMs(pid), redis: pod.cpu().redis };
      const { done } = await load.run({ kind: 'flood', port, requests, connections, seconds });
      return { each: ((familyCpuMs(pid) - before.own) * 1000) / done, redis: ((pod.cpu().redis - before.redis) * 1000) / done };
    };
    // Compilers take some ten thousand calls to settle, however long the machine takes for them.
    for (let calls = 0, until = performance.now() + 90_000; calls < warmCalls && performance.now() < until; ) calls += (await load.run({ kind: 'flood', port: gateway.port, requests, connections, seconds })).done;
    if (nginx) await measured(nginx.port, nginx.pid);
    for (let round = 0; round < rounds; round++) {
      const plain = nginx && (await measured(nginx.port, nginx.pid));
      const own = await measured(gateway.port, gateway.pid);
      found.gateway.push(own.each);
      found.redis.push(own.redis);
      if (plain) {
        found.nginx.push(plain.each);
        found.ratio.push(own.each / plain.each);
      }
      tell(`edge, round ${round + 1}: gateway ${own.each.toFixed(1)} µs, Redis ${own.redis.toFixed(1)} µs, nginx ${plain ? plain.each.toFixed(1) : 'skipped'} µs${plain ? `: ${(plain.each / own.each).toFixed(2)} of nginx's requests per CPU second` : ''}`);
    }
  } finally {
    await gateway?.stop();
    await nginx?.stop();
    await load.stop();
    await service.stop();
  }
  const baseline = program === undefined ? {} : { baseline: { name: 'nginx, plain proxy', values: found.nginx } };
  return {
    figures: [
      { name: 'a call through the gateway, its process', unit: 'CPU-µs', values: found.gateway, ...baseline },
      { name: '… Redis besides, for limits', unit: 'CPU-µs', values: found.redis },
      ...(program === undefined ? [] : [{ name: 'CPU of a call through the gateway over nginx’s', unit: '', values: found.ratio, goal: mostOfNginx }]),
    ],
    notes: [program === undefined
      ? 'Edge: skipped: nginx is not on this machine.'
      : `Edge: the same GET of a signed-in member, ${connections} kept connections, ${sessions} sessions, one worker each, no access log in either; the service behind is one node:http process. The gateway checks token, host, route and limits (Redis).`],
  };
}
