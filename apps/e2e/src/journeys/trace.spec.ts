import { randomBytes } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { Person } from '../actors/member.ts';
import type { Span } from '../trace-receiver.ts';

test('one trace leads from the browser through HTTP, SQL and NATS to what came of it', async ({ browser }) => {
  test.skip(!process.env['E2E_TRACES'], 'the running pod sends its spans elsewhere');
  const context = await browser.newContext({ locale: 'en-GB' });
  const freja = await Person.arrive(context, 'Freja');
  await freja.join();
  const traceId = randomBytes(16).toString('hex');
  await freja.open('/new-topic');
  await freja.field('forum:create.category').selectOption({ index: 1 });
  await freja.field('forum:create.topicTitle').fill('Where does this click go?');
  await freja.field('forum:create.text').fill('Through everything, we hope.');
  await context.setExtraHTTPHeaders({ traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01` });
  await freja.button('forum:create.send').click();
  await expect(freja.page.getByRole('heading', { name: 'Where does this click go?' })).toBeVisible();

  const spans = async (): Promise<Span[]> => (await (await fetch(`${process.env['E2E_TRACES']}/${traceId}`)).json()) as Span[];
  // Spans arrive in parcels, each service's by itself.
  await expect(async () => {
    const all = await spans();
    for (const step of [/^POST/, /^pg\.query:INSERT/i]) expect(all.map((span) => span.name)).toContainEqual(expect.stringMatching(step));
    const handlers = all.filter((span) => span.name.startsWith('handle topic.created'));
    expect(handlers.map((span) => span.service)).toEqual(expect.arrayContaining(['notification', 'websocket', 'event']));
    // The effect of a handler is written under its own span: SQL below it.
    const below = (parent: Span): Span[] => all.filter((span) => span.parentSpanId === parent.spanId);
    for (const handler of handlers) expect(below(handler).map((span) => span.name).join()).toMatch(/pg/);
  }).toPass({ timeout: 30_000 });
  await context.close();
});
