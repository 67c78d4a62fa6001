import { exportSpans } from '@unityplan/telemetry';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runProcess } from './run-process.ts';

let happened: string[] = [];
let handlers: Map<string, () => void>;

beforeEach(() => {
  happened = [];
  handlers = new Map();
  const own = { once: (signal: string, handler: () => void) => handlers.set(signal, handler), exit: (code: number) => happened.push(`exit ${code}`) };
  vi.stubGlobal('process', Object.assign(Object.create(process) as object, own));
});
afterEach(() => void vi.unstubAllGlobals());

it('ends by a signal that comes during a start that hangs', () => {
  void runProcess(() => new Promise(() => undefined));
  handlers.get('SIGTERM')!();
  expect(happened).toEqual(['exit 1']);
});

it('sends what was recorded while it closed, and ends then', async () => {
  exportSpans(() => Promise.resolve(void happened.push('sent')));
  await runProcess(() => Promise.resolve({ close: () => Promise.resolve(void happened.push('closed')) }));
  handlers.get('SIGINT')!();
  await vi.waitFor(() => expect(happened).toEqual(['closed', 'sent', 'exit 0']), { timeout: 20_000 });
});
