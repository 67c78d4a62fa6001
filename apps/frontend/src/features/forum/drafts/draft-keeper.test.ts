import { ApiProblem, type PostDraft } from '@unityplan/sdk';
import { expect, it, vi } from 'vitest';
import { createDraftKeeper } from './draft-keeper.ts';
import { blank, type DraftState } from './draft-machine.ts';

const words = (markdown: string) => ({ ...blank, markdown });
const post = words('the post');

/** A server with one place, whose saves are answered when the test says so. */
function at(start: Partial<DraftState> = {}, origin = blank) {
  const server = { stored: undefined as { markdown: string; revision: number } | undefined, answer: () => Promise.resolve() };
  const save = vi.fn(async ({ markdown }: { markdown: string }, revision: number) => {
    if (server.stored && server.stored.revision !== revision) throw new ApiProblem({ status: 409, code: 'draft_changed_elsewhere', params: { draft: { ...blank, ...server.stored } } });
    server.stored = { markdown, revision: revision + 1 };
    await server.answer();
    return { revision: revision + 1 };
  });
  const remove = vi.fn(() => { server.stored = undefined; return Promise.resolve(); });
  const keeper = createDraftKeeper({ save, remove }, origin, { text: origin, saved: origin, revision: 0, phase: 'idle', ...start });
  return { keeper, server, save, remove, leave: keeper.follow(() => undefined) };
}
/** A save whose answer waits. */
function slow(server: ReturnType<typeof at>['server']): () => void {
  let answer!: () => void;
  const answered = new Promise<void>((resolve) => { answer = resolve; });
  server.answer = () => answered;
  return answer;
}
const settled = () => new Promise((go) => setTimeout(go));

it('forgets a cancelled edit although the page goes away in the same moment', async () => {
  const { keeper, server, save, leave } = at({}, post);
  keeper.send({ type: 'typed', text: words('changed') });
  keeper.clear(false);
  leave();
  await settled();
  expect(keeper.state()).toMatchObject({ text: post, saved: post });
  expect(save).not.toHaveBeenCalled();
  expect(server.stored).toBeUndefined();
});

it('takes a save back that was on its way when the text was given up', async () => {
  const { keeper, server, leave } = at({}, post);
  const answer = slow(server);
  keeper.send({ type: 'typed', text: words('changed') });
  keeper.save();
  await settled();
  keeper.clear(false);
  leave();
  answer();
  await settled();
  expect(server.stored).toBeUndefined();
});

it('saves the last words of a page that is left, also those written while it was saving', async () => {
  const { keeper, server, leave } = at();
  const answer = slow(server);
  keeper.send({ type: 'typed', text: words('one') });
  keeper.save();
  await settled();
  keeper.send({ type: 'typed', text: words('one two') });
  leave();
  answer();
  await settled();
  expect(server.stored?.markdown).toBe('one two');
});

it('posts with the revision of the save that was on its way, and saves no more', async () => {
  const { keeper, server, save } = at();
  const answer = slow(server);
  keeper.send({ type: 'typed', text: words('one') });
  keeper.save();
  await settled();
  const held = keeper.hold();
  keeper.send({ type: 'typed', text: words('one two') });
  keeper.save();
  answer();
  expect(await held).toBe(1);
  await settled();
  expect(save).toHaveBeenCalledTimes(1);
  keeper.send({ type: 'unposted' });
  keeper.save();
  await settled();
  expect(server.stored).toEqual({ markdown: 'one two', revision: 2 });
});

it('answers the revision also when the text is cleared at once', async () => {
  const { keeper } = at({ text: words('one'), saved: words('one'), revision: 3 });
  const held = keeper.hold();
  keeper.clear(true);
  expect(await held).toBe(3);
  expect(keeper.state().text).toEqual(blank);
});

it('does not bring a posted text back, nor ask about it, while the server still has its draft', async () => {
  const { keeper, server } = at({ text: words('posted'), saved: words('posted'), revision: 3 });
  server.stored = { markdown: 'posted', revision: 3 };
  keeper.clear(true);
  keeper.send({ type: 'loaded', draft: { ...blank, markdown: 'posted', revision: 3 } as PostDraft });
  expect(keeper.state().text).toEqual(blank);
  keeper.send({ type: 'typed', text: words('the next one') });
  keeper.save();
  await settled();
  expect(keeper.state()).toMatchObject({ text: words('the next one'), phase: 'idle' });
  keeper.save();
  await settled();
  expect(server.stored).toEqual({ markdown: 'the next one', revision: 4 });
});
