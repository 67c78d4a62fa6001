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
  const steps = [/^POST/, /^pg\.query:INSERT/i, /^handle topic\.created/];
  const complete = async (): Promise<boolean> => {
    const all = await spans();
    return steps.every((step) => all.some((span) => step.test(span.name)));
  };
  await expect.poll(complete, { timeout: 20_000 }).toBe(true);

  const all = await spans();
  const handlers = all.filter((span) => span.name.startsWith('handle topic.created')).map((span) => span.service);
  expect(handlers).toEqual(expect.arrayContaining(['notification', 'websocket', 'event']));
  // The effect of a handler is written under its own span: SQL below it.
  const below = (parent: Span): Span[] => all.filter((span) => span.parentSpanId === parent.spanId);
  for (const handler of all.filter((span) => span.name.startsWith('handle topic.created'))) expect(below(handler).map((span) => span.name).join()).toMatch(/pg/);
  await context.close();
});
