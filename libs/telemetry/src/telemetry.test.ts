import { expect, it } from 'vitest';
import { createLogger } from './log.ts';
import { continueTrace, currentTrace, formatTraceparent, parseTraceparent } from './trace.ts';
import { withSpan } from './span.ts';

const header = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

it('reads and writes traceparent, and refuses what is not one', () => {
  expect(formatTraceparent(parseTraceparent(header)!)).toBe(header);
  for (const bad of [undefined, '', 'abc-123', header.replace('4bf92f3577b34da6a3ce929d0e0e4736', '0'.repeat(32)), header.toUpperCase()])
    expect(parseTraceparent(bad)).toBeUndefined();
});

it('keeps the trace id through awaits and gives each step its own span', async () => {
  const parent = parseTraceparent(header)!;
  await withSpan('outer', { parent, service: 'forum' }, async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    const outer = currentTrace()!;
    expect(outer.traceId).toBe(parent.traceId);
    expect(outer.spanId).not.toBe(parent.spanId);
    withSpan('inner', {}, () => expect(currentTrace()).toMatchObject({ traceId: parent.traceId, service: 'forum' }));
  });
  expect(currentTrace()).toBeUndefined();
});

it('starts a trace where there is none', () => {
  expect(parseTraceparent(formatTraceparent(continueTrace()))).toBeDefined();
});

it('logs the trace id and blanks secrets by name', () => {
  const lines: string[] = [];
  const log = createLogger({ service: 'auth', destination: { write: (line: string) => void lines.push(line) } });
  withSpan('x', {}, () => log.info({ email: 'freja@example.org', body: { password: 'hunter22', deep: { token: 'abc' } }, headers: { authorization: 'Bearer x', 'set-cookie': 'sid=1' }, 'set-cookie': ['sid=2'], reply: { headers: { 'set-cookie': 'sid=3' } } }, 'hello'));
  expect(JSON.parse(lines[0]!)).toMatchObject({ service: 'auth', level: 'info', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
  for (const secret of ['freja@', 'hunter22', 'abc"', 'Bearer x', 'sid=']) expect(lines[0]).not.toContain(secret);
});
