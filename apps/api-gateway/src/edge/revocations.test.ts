import { expect, it, vi } from 'vitest';
import { Identities } from './identity.ts';
import { Revocations } from './revocations.ts';
import { RevokedSessions } from './revoked-sessions.ts';

/** A door over an auth service that knows of one ended session in DK. Tokens read `<territory> <session>`. */
function door({ away = false } = {}) {
  const state = { away };
  const verifier = {
    verify: async (token: string) => ({ territory: token.split(' ')[0], sessionId: token.split(' ')[1], memberId: 'm', expiresAt: Date.now() / 1000 + 900 }),
    forgetSession: () => undefined,
  };
  const identities = new Identities(verifier as never, new RevokedSessions(() => Date.now()), { get: () => undefined });
  const asked = vi.fn(async (_contract: unknown, territory: string) => {
    if (state.away) throw new Error('away');
    return { sessionIds: territory === 'DK' ? ['ended'] : [] };
  });
  const registry = { served: () => [{ id: 'DK' }, { id: 'NO' }, { id: 'SE' }] };
  const log = { debug: () => undefined };
  const revocations = new Revocations(identities, { call: asked } as never, { on: () => () => undefined } as never, registry as never, log as never, { podId: 'dk', revocationsEveryMs: 60_000 } as never);
  revocations.onApplicationBootstrap();
  const enter = async (token: string) => (await identities.of({ authorization: `Bearer ${token}` }, token.split(' ')[0]!))?.sessionId;
  return { state, asked: () => asked.mock.calls.map(([, territory]) => territory), enter, close: () => revocations.onModuleDestroy() };
}

it('asks what ended in a territory before its first token passes, and not again soon, and nothing of territories without tokens', async () => {
  const { enter, asked, close } = door();
  expect(asked()).toEqual([]);
  expect(await enter('DK ended')).toBeUndefined();
  expect(await enter('DK open')).toBe('open');
  expect(await enter('NO open')).toBe('open');
  expect(asked()).toEqual(['DK', 'NO']);
  close();
});

it('has one round of asking to come, also when a token is seen while a round is under way', async () => {
  vi.useFakeTimers();
  try {
    const { state, enter, close } = door();
    await vi.advanceTimersByTimeAsync(0);
    state.away = true;
    expect(await enter('DK open')).toBe('open');
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(1);
    close();
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

it('lets who is signed in pass while auth is away, and asks as soon as it is back', async () => {
  const { state, enter, close } = door({ away: true });
  expect(await enter('DK ended')).toBe('ended');
  state.away = false;
  await vi.waitFor(async () => expect(await enter('DK ended')).toBeUndefined(), { timeout: 20_000 });
  close();
});
