import { QueryClient } from '@tanstack/react-query';
import type { AnyRoute } from '@tanstack/react-router';
import { expect, it } from 'vitest';
import { createAppRouter } from './router.tsx';

/** What the pages of an address are remounted by, from the frame to the page itself: as the router's `Match` asks. */
function pagesOf(address: string): (string | undefined)[] {
  const router = createAppRouter(new QueryClient());
  const routes = new Map<string, AnyRoute>(Object.entries(router.routesById));
  return router.matchRoutes(address, {}).map(({ routeId, _strictParams: params, loaderDeps, search }) => {
    const ask = (routes.get(routeId)?.options.remountDeps ?? router.options.defaultRemountDeps) as ((from: object) => unknown) | undefined;
    return JSON.stringify(ask?.({ routeId, params, loaderDeps, search }));
  });
}

it.each([
  ['/topics/1/bathing', '/topics/2/bathing'], ['/members/bo', '/members/mads'], ['/badges/swimmer', '/badges/diver'], ['/manage/categories/1', '/manage/categories/2'], ['/manage/badges/swimmer', '/manage/badges/diver'],
])('begins a page anew between %s and %s', (from, to) => expect(pagesOf(from).at(-1)).not.toBe(pagesOf(to).at(-1)));

it('keeps a topic whose title was changed as it is', () => expect(pagesOf('/topics/1/bathing')).toEqual(pagesOf('/topics/1/swimming')));

it('keeps the frame of a course between its lessons', () => {
  const [from, to] = [pagesOf('/courses/first-aid/lessons/1'), pagesOf('/courses/first-aid/lessons/2')];
  expect(from.slice(0, -1)).toEqual(to.slice(0, -1));
  expect(from.at(-1)).not.toBe(to.at(-1));
});
