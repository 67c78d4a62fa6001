import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { NotificationPreferences } from '@unityplan/sdk';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { sdk } from '../../../shared/lib/sdk.ts';
import { preferencesQuery, useSetPreferences } from './preferences.ts';

vi.mock('../../../shared/lib/sdk.ts', () => ({ sdk: { setNotificationPreferences: vi.fn(), getNotificationPreferences: vi.fn() } }));
afterEach(() => vi.clearAllMocks());

const start = { mailPaused: false, pushPaused: false } as NotificationPreferences;
const failed = () => Promise.reject(new Error('the part is away'));

/** Two switches pressed one right after the other; answers what is shown once both were answered. */
async function pressTwice(...answers: ('fails' | 'saves')[]) {
  const client = new QueryClient();
  client.setQueryData(preferencesQuery.queryKey, start);
  let set!: ReturnType<typeof useSetPreferences>;
  function Switches() {
    set = useSetPreferences();
    return null;
  }
  renderToStaticMarkup(<QueryClientProvider client={client}><Switches /></QueryClientProvider>);
  for (const answer of answers) vi.mocked(sdk.setNotificationPreferences).mockImplementationOnce(({ body }) => (answer === 'fails' ? failed() : Promise.resolve(body)));
  const shown: (NotificationPreferences | undefined)[] = [];
  client.getQueryCache().subscribe(() => shown.push(client.getQueryData(preferencesQuery.queryKey)));
  const first = { ...start, mailPaused: true };
  const both = { ...first, pushPaused: true };
  await Promise.allSettled([set.mutateAsync(first), set.mutateAsync(both)]);
  return { last: shown.at(-1), flickered: shown.slice(shown.findIndex((each) => each?.pushPaused)).some((each) => !each?.pushPaused), state: client.getQueryState(preferencesQuery.queryKey), first, both };
}

it('shows what was saved last although the change before it failed', async () => {
  const { last, both, flickered } = await pressTwice('fails', 'saves');
  expect(last).toEqual(both);
  expect(flickered).toBe(false);
});

it('does not show an earlier answer while a later change waits', async () => expect((await pressTwice('saves', 'saves')).flickered).toBe(false));

it('goes back when the last one failed, and asks what stands there', async () => {
  const { last, first, state } = await pressTwice('saves', 'fails');
  expect(last).toEqual(first);
  expect(state?.isInvalidated).toBe(true);
});
