import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startNats } from '../src/index.ts';
import type { NatsOptions, RunningNats } from '../src/index.ts';
import { natsRequest, natsTalk, stateFolder } from './help.ts';

let state: ReturnType<typeof stateFolder>;
beforeEach(() => void (state = stateFolder()));
afterEach(() => state.dispose());

const no = { user: 'off', pass: 'null' };
const dk = { user: 'dk', pass: 'p"w\\x' };
const start = (more: Partial<NatsOptions> = {}): Promise<RunningNats> =>
  startNats({
    stateDir: state.dir,
    port: 0,
    serverName: 'no',
    domain: 'no',
    accounts: [
      { name: 'SYS', user: 'sys', password: 'sys' },
      { name: 'no', user: no.user, password: no.pass, jetstream: true },
      { name: 'dk', user: dk.user, password: dk.pass, jetstream: true },
    ],
    ...more,
  });

it('serves an account called no in a domain called no, apart from another account', async () => {
  const nats = await start();
  const create = { name: 'EVENTS', subjects: ['events.>'], storage: 'file' };
  for (const login of [no, dk]) expect(await natsRequest(nats.url, login, '$JS.API.STREAM.CREATE.EVENTS', create)).toMatchObject({ config: { name: 'EVENTS' } });
  expect(await natsRequest(nats.url, no, 'events.one', {})).toMatchObject({ stream: 'EVENTS', domain: 'no', seq: 1 });
  expect(await natsRequest(nats.url, no, '$JS.API.STREAM.INFO.EVENTS', undefined)).toMatchObject({ state: { messages: 1 } });
  expect(await natsRequest(nats.url, dk, '$JS.API.STREAM.INFO.EVENTS', undefined)).toMatchObject({ state: { messages: 0 } });
  expect(await natsTalk(nats.url, { user: 'off', pass: 'wrong' }, [], /PONG/)).toContain('Authorization Violation');
});

it('keeps acknowledged messages over kill -9, and is adopted afterwards', async () => {
  const nats = await start();
  await natsRequest(nats.url, no, '$JS.API.STREAM.CREATE.EVENTS', { name: 'EVENTS', subjects: ['events.>'], storage: 'file' });
  for (let i = 1; i <= 20; i++) expect(await natsRequest(nats.url, no, 'events.one', { i })).toMatchObject({ seq: i });
  nats.kill9();
  await nats.restart();
  expect(await natsRequest(nats.url, no, '$JS.API.STREAM.INFO.EVENTS', undefined)).toMatchObject({ state: { messages: 20 } });
  expect(await start()).toMatchObject({ pid: nats.pid, adopted: true, httpUrl: nats.httpUrl });
});

it('answers monitoring on loopback', async () => {
  const nats = await start();
  expect(await (await fetch(`${nats.httpUrl}/jsz`)).json()).toMatchObject({ config: { sync_always: true, domain: 'no' } });
  expect(await (await fetch(`${nats.httpUrl}/varz`)).json()).toMatchObject({ server_name: 'no', max_payload: 1048576, system_account: 'SYS' });
});

it('tells the reason when it dies at start', async () => {
  await expect(start({ extraConfig: 'leafnodes { nonsense: 1 }\n' })).rejects.toThrow(/^NATS ended while it was starting: .*nonsense.* \(log: /);
  await start().then((nats) => nats.stop());
  rmSync(join(state.dir, 'nats', 'jetstream'), { recursive: true });
  writeFileSync(join(state.dir, 'nats', 'jetstream'), 'in the way');
  await expect(start()).rejects.toThrow(/jetstream/i);
});
