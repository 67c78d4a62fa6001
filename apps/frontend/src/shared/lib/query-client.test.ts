import { ApiProblem } from '@unityplan/sdk';
import { afterEach, expect, it, vi } from 'vitest';
import { createQueryClient, healAfter, mayPass, sendAgain } from './query-client.ts';

const busy = new ApiProblem({ status: 429, code: 'too_many_requests', params: { retryAfter: 7 } });

it.each([
  [busy, true], [new ApiProblem({ status: 503, code: 'service_unavailable' }), true], [new ApiProblem({ status: 0, code: 'network_unreachable' }), true],
  [new ApiProblem({ status: 429, code: 'sign_in_paused' }), false], [new ApiProblem({ status: 404, code: 'not_found' }), false], [new Error('a fault of ours'), false],
])('tells what may pass by itself: %o', (error, passes) => expect(mayPass(error)).toBe(passes));

it('asks again when the server said, and sooner when it said nothing', () => {
  const delay = createQueryClient().getDefaultOptions().queries!.retryDelay as (count: number, error: Error) => number;
  expect([delay(0, busy), delay(4, busy)]).toEqual([7000, 8000]);
  expect(delay(0, new ApiProblem({ status: 503, code: 'service_unavailable' }))).toBe(500);
});

it('heals by itself what may pass, no sooner than asked, and nothing else', () => {
  expect([healAfter(busy), healAfter(new ApiProblem({ status: 503, code: 'service_unavailable' })), healAfter(new ApiProblem({ status: 404, code: 'not_found' })), healAfter(null)]).toEqual([7000, 3000, false, false]);
});

afterEach(() => vi.unstubAllGlobals());

it.each<[string, number, Error, boolean, boolean]>([
  ['sends a change again while a part is away', 0, new ApiProblem({ status: 503, code: 'service_unavailable' }), true, true],
  ['but not for ever', 4, new ApiProblem({ status: 503, code: 'service_unavailable' }), true, false],
  ['nor when it was refused', 0, new ApiProblem({ status: 403, code: 'forbidden' }), true, false],
  ['nor while the device is offline', 0, new ApiProblem({ status: 0, code: 'network_unreachable' }), false, false],
  ['nor when the wait is longer than a person waits', 0, busy, true, false],
])('%s', (_name, count, error, onLine, again) => {
  vi.stubGlobal('navigator', { onLine });
  expect(sendAgain.retry(count, error)).toBe(again);
});
