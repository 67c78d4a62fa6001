import { Controller, Module } from '@nestjs/common';
import { commonErrors, forum, Problem } from '@unityplan/contracts';
import { Ctx, Route, startService, type CallContext, type ServiceOptions } from '@unityplan/service-kit';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startConstellation, type Constellation } from '../src/index.ts';

let asked = 0;
let html = 'first';
let refuse = false;
let hold: Promise<void> | undefined;

@Controller()
class SampleController {
  @Route(forum.listCategories)
  async list() {
    asked++;
    await hold;
    if (refuse) throw new Problem(commonErrors.not_found);
    return { items: [], html };
  }
  @Route(forum.getTerritoryFeed)
  feed(@Ctx() call: CallContext) {
    return `<feed>${html} ${call.language}</feed>`;
  }
  @Route(forum.previewMarkdown)
  change() {
    return { html };
  }
}
@Module({ controllers: [SampleController] })
class SampleModule {}

let pod: Constellation;
const start = (options: Omit<ServiceOptions, 'name' | 'module'>) => startService({ ...options, name: 'territory', module: SampleModule });
beforeAll(async () => void (pod = await startConstellation({ services: [start as never] })));
afterAll(() => pod.stop());
const signed = (route: Parameters<Constellation['call']>[0], options: Parameters<Constellation['call']>[1] = {}) => pod.call({ ...route, owner: 'territory' } as typeof route, options);
const change = async () => signed(forum.previewMarkdown, { as: await pod.member(), body: { markdown: 'x' } });
beforeEach(async () => {
  await change();
  asked = 0;
});

it('makes an answer once for many guests, and tells those who have it nothing', async () => {
  const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => signed(forum.listCategories)));
  expect([first!.status, first!.body, asked]).toEqual([200, { items: [] }, 1]);
  expect(first!.headers).toMatchObject({ 'cache-control': 'public, no-cache', vary: 'accept-language, authorization, cookie', 'content-type': 'application/json; charset=utf-8' });
  expect(new Set(others.map(({ headers }) => headers['etag']))).toEqual(new Set([first!.headers['etag']]));
  for (const held of [String(first!.headers['etag']), `"other", ${String(first!.headers['etag'])}`, '*']) {
    const again = await signed(forum.listCategories, { headers: { 'if-none-match': held } });
    expect([again.status, again.body, again.headers['etag'], again.headers['content-type']]).toEqual([304, '', first!.headers['etag'], undefined]);
  }
  expect((await signed(forum.listCategories, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  // Remembered for a second: two that follow each other closely are one.
  await expect.poll(async () => { const before = asked; await signed(forum.listCategories); await signed(forum.listCategories); return asked - before; }).toBeLessThan(2);
});

it('makes another after any change through this service, and never keeps what a change overtook', async () => {
  html = 'before';
  const before = await signed(forum.getTerritoryFeed);
  html = 'after';
  await change();
  const after = await signed(forum.getTerritoryFeed, { headers: { 'if-none-match': String(before.headers['etag']) } });
  expect([after.status, after.body]).toEqual([200, '<feed>after en</feed>']);

  let release!: () => void;
  hold = new Promise((resolve) => (release = resolve));
  const slow = signed(forum.listCategories);
  await expect.poll(() => asked).toBe(1);
  await change();
  release();
  hold = undefined;
  await slow;
  await signed(forum.listCategories);
  expect(asked).toBe(2);
});

it('keeps documents in their own kind and language, and refusals not at all', async () => {
  expect((await signed(forum.getTerritoryFeed)).headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  expect((await signed(forum.getTerritoryFeed, { headers: { 'accept-language': 'da' } })).body).toMatch(/ da<\/feed>/);
  refuse = true;
  for (let i = 0; i < 2; i++) expect((await signed(forum.listCategories)).problem.code).toBe('not_found');
  refuse = false;
  expect((await signed(forum.listCategories)).status).toBe(200);
  expect(asked).toBe(3);
});

it('makes every member’s answer anew and lets nobody else keep it', async () => {
  const as = await pod.member();
  const tag = String((await signed(forum.listCategories)).headers['etag']);
  const own = await signed(forum.listCategories, { as, headers: { 'if-none-match': tag } });
  expect([own.status, own.headers['cache-control'], own.headers['etag']]).toEqual([200, 'private, no-cache', undefined]);
  expect((await signed(forum.getTerritoryFeed, { as })).headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  expect(asked).toBe(2);
});
