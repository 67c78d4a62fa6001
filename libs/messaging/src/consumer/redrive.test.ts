import { expect, it } from 'vitest';
import { silent } from '../log.ts';
import type { ConsumerOptions } from './options.ts';
import { redriveRunner } from './redrive.ts';
import { Slots } from './slots.ts';

const letter = (territory: string) => ({ id: '1', event_id: `of ${territory}`, territory, event: 'topic.created', aggregate: 'a', seq: 1, event_time: new Date(), traceparent: null, payload: {} });

it('goes on with the other databases when one goes away in the midst of its letters', async () => {
  const read = new Set<string>();
  const tried: string[] = [];
  const runner = {
    service: 'notification',
    transact: (scope: string) => {
      if (read.has(scope)) return Promise.reject(new Error('Connection terminated'));
      read.add(scope);
      return Promise.resolve(scope === 'global' ? [letter('DK'), letter('NO')] : [letter(scope)]);
    },
    redrive: (event: { id: string }) => {
      tried.push(event.id);
      return Promise.reject(new Error('Connection terminated'));
    },
  };
  const options = { runner, log: silent, leases: { listen: () => () => undefined }, ownDatabases: () => ['SE'] };
  await redriveRunner(options as unknown as ConsumerOptions, new Slots(1, 1), new AbortController().signal)();
  expect(tried).toEqual(['of DK', 'of NO', 'of SE']);
});
