import type { RouteContract } from '@unityplan/contracts';

/** Where a call goes, or why it goes nowhere. */
export type RouteMatch = { readonly kind: 'found'; readonly route: RouteContract } | { readonly kind: 'wrong-method'; readonly allow: string[] } | { readonly kind: 'none' };

interface Node {
  readonly fixed: Map<string, Node>;
  any?: Node;
  readonly routes: Map<string, RouteContract>;
}
const node = (): Node => ({ fixed: new Map(), routes: new Map() });

/** The API's map, built from the contracts: a path that no contract declares reaches no service. */
export class RouteTable {
  private readonly root = node();

  constructor(routes: readonly RouteContract[]) {
    for (const route of routes) {
      let at = this.root;
      for (const segment of segmentsOf(route.path)) {
        if (segment.startsWith('{')) at = at.any ??= node();
        else {
          const next = at.fixed.get(segment) ?? node();
          at.fixed.set(segment, next);
          at = next;
        }
      }
      at.routes.set(route.method, route);
    }
  }

  /** `path` is below `/api/v1`, still percent-encoded. A fixed segment wins over a parameter; HEAD goes where GET goes. */
  match(method: string, path: string): RouteMatch {
    const found: Node[] = [];
    collect(this.root, segmentsOf(path), 0, found);
    if (found.length === 0) return { kind: 'none' };
    const wanted = method === 'HEAD' ? 'GET' : method;
    for (const { routes } of found) {
      const route = routes.get(wanted);
      if (route) return { kind: 'found', route };
    }
    return { kind: 'wrong-method', allow: [...new Set(found.flatMap(({ routes }) => [...routes.keys()]))].sort() };
  }
}

const segmentsOf = (path: string): string[] => path.replace(/^\/|\/$/g, '').split('/');

function collect(at: Node, segments: readonly string[], depth: number, found: Node[]): void {
  if (depth === segments.length) {
    if (at.routes.size > 0) found.push(at);
    return;
  }
  const segment = segments[depth]!;
  const fixed = at.fixed.get(segment);
  if (fixed) collect(fixed, segments, depth + 1, found);
  if (at.any && segment !== '' && !/^(\.|%2e){1,2}$/i.test(segment)) collect(at.any, segments, depth + 1, found);
}

/** `/api/x` and `/api/v1/x` are the same; the keys of the territory have a second, well-known address. Undefined: no API path. */
export function apiPath(path: string): string | undefined {
  if (path === '/.well-known/jwks.json') return '/auth/jwks';
  if (!path.startsWith('/api/')) return undefined;
  return path.startsWith('/api/v1/') ? path.slice('/api/v1'.length) : path.slice('/api'.length);
}
