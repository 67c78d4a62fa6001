import { allRoutes, badgesOf, type RouteContract } from '@unityplan/contracts';
import { isEmpty, toJsonSchema } from './json-schema.ts';
import { notice, payloadWords, table } from './markdown.ts';
import { nameShapes } from './named-shapes.ts';
import { sortedBy } from './stable.ts';

/** docs/generated/api.md: every route by the service that answers it. */
export function apiPage(): string {
  nameShapes();
  const owners = [...new Set(allRoutes.map(({ owner }) => owner))].sort();
  return [
    '# API', notice,
    'Below `/api/v1` at the host of a territory. Who may call: `public` is everyone, `member` whoever is signed in there, else whoever holds one of the badges. What any call may answer (`input_invalid`, `not_signed_in`, `too_many_requests`, …) is not repeated here: see [errors.md](errors.md).',
    'A call that writes and has a key may send `Idempotency-Key`: sent again with the same body it answers the same and does nothing twice. Lists take `cursor` and `limit` (1 to 100) and answer `items`, `next` and `previous`. Shapes in full: [openapi.json](openapi.json), and `/api/docs` of a running pod.',
    ...owners.map(routesOf),
  ].join('\n\n') + '\n';
}

function routesOf(owner: string): string {
  const routes = sortedBy(allRoutes.filter((route) => route.owner === owner), ({ path, method }) => `${path} ${method}`);
  const rows = routes.map((route) => [`${route.method} \`${route.path}\``, `\`${route.id}\``, route.about, accessOf(route), takes(route), errorsOf(route)]);
  return [`## ${owner}`, table(['Call', 'In the SDK', 'What it does', 'Who may', 'Takes', 'Its own errors'], rows)].join('\n\n');
}

function accessOf({ access }: RouteContract): string {
  return typeof access === 'string' ? access : badgesOf(access.gate).map((badge) => `\`${badge}\``).join(', ') || 'by its gate';
}

function takes(route: RouteContract): string {
  const query = toJsonSchema(route.query, 'input');
  const filters = Object.fromEntries(Object.entries((query['properties'] ?? {}) as object).filter(([name]) => name !== 'cursor' && name !== 'limit'));
  const asked = payloadWords({ ...query, properties: filters });
  const parts = [...(asked === '(none)' ? [] : [`query: ${asked}`]), ...(isEmpty(route.body) ? [] : [`body: ${payloadWords(toJsonSchema(route.body, 'input'))}`]), ...(route.idempotencyKey ? ['key'] : [])];
  return parts.join('; ');
}

const errorsOf = ({ errors }: RouteContract): string => errors.map(({ code }) => `\`${code}\``).sort().join(', ');
