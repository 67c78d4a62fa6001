import type { ServerResponse } from 'node:http';
import type { Health } from '@unityplan/service-kit';
import type { Upstreams } from '../proxy/upstreams.ts';

type ServiceHealth = 'ok' | 'unavailable' | 'draining' | 'unreachable';

/**
 * Health of the whole pod for its operator. Live and ready answer for the gateway alone (one service that is down must not
 * take the door with it) and show the others; cluster answers for all.
 */
export async function operatorHealth(path: string, health: Health, upstreams: Upstreams, podId: string, response: ServerResponse): Promise<void> {
  const [own, services] = await Promise.all([health.ready(), servicesOf(upstreams)]);
  const kind = path.endsWith('/live') ? 'live' : path.endsWith('/cluster') ? 'cluster' : 'ready';
  const all = own.status === 'ok' && Object.values(services).every((status) => status === 'ok');
  const up = kind === 'live' || (kind === 'ready' ? own.status === 'ok' : all);
  const status = kind === 'live' ? 'ok' : own.status !== 'ok' ? own.status : all ? 'ok' : 'degraded';
  const body = JSON.stringify({ status, service: own.service, pod: podId, checks: own.checks, services, durability: 'fsync', node: process.version });
  response.writeHead(up ? 200 : 503, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(body);
}

async function servicesOf(upstreams: Upstreams): Promise<Record<string, ServiceHealth>> {
  const asked = upstreams.owners().map(async (owner): Promise<[string, ServiceHealth]> => {
    try {
      const answer = await fetch(new URL('/health/ready', upstreams.urlOf(owner)), { signal: AbortSignal.timeout(2_000) });
      return [owner, ((await answer.json()) as { status?: ServiceHealth }).status ?? 'unreachable'];
    } catch {
      return [owner, 'unreachable'];
    }
  });
  return Object.fromEntries(await Promise.all(asked));
}
