import { allRoutes } from '@unityplan/contracts';
import { expect, it } from 'vitest';
import { apiPath, RouteTable } from './route-table.ts';

const table = new RouteTable(allRoutes);
const found = (method: string, path: string): string => {
  const match = table.match(method, path);
  return match.kind === 'found' ? match.route.id : match.kind === 'wrong-method' ? `405 ${match.allow.join()}` : '404';
};

it('finds every route of the contracts', () => {
  for (const route of allRoutes) expect(found(route.method, route.path.replace(/\{\w+\}/g, 'x1'))).toBe(route.id);
});

it.each([
  ['DELETE', '/auth/sessions/current', 'signOut'],
  ['DELETE', '/auth/sessions/0190', 'revokeSession'],
  ['POST', '/auth/sessions/refresh', 'refreshSession'],
  ['HEAD', '/topics', 'listTopics'],
  ['GET', '/topics/', 'listTopics'],
  ['PUT', '/topics', '405 GET,POST'],
  ['GET', '/auth/sessions/refresh', '405 DELETE,POST'],
  ['GET', '/topics/a/b/c', '404'],
  ['GET', '/topics//posts', '404'],
  ['GET', '/topics/../posts', '404'],
  ['GET', '/topics/%2E%2e/posts', '404'],
  ['GET', '/__proto__', '404'],
  ['GET', '/', '404'],
])('%s %s → %s', (method, path, expected) => {
  expect(found(method, path)).toBe(expected);
});

it('knows the other names of the API', () => {
  expect(apiPath('/api/topics')).toBe('/topics');
  expect(apiPath('/api/v1/topics')).toBe('/topics');
  expect(apiPath('/.well-known/jwks.json')).toBe('/auth/jwks');
  expect(apiPath('/topics')).toBeUndefined();
});
