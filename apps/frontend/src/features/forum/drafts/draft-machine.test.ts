import type { PostDraft } from '@unityplan/sdk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blank, isSame, isUnsaved, nextDraft, type DraftEvent, type DraftState } from './draft-machine.ts';

const start = (change: Partial<DraftState> = {}): DraftState => ({ text: blank, saved: blank, revision: 0, phase: 'loading', ...change });
const words = (markdown: string) => ({ ...blank, markdown });
const draft = (markdown: string, revision: number) => ({ title: '', markdown, replyToPostId: null, revision }) as PostDraft;
const run = (state: DraftState, ...events: DraftEvent[]) => events.reduce((at, event) => nextDraft(at, event), state);

describe('a draft', () => {
  it('shows what another device saved', () => {
    expect(run(start(), { type: 'loaded', draft: draft('from the phone', 3) })).toEqual({ text: words('from the phone'), saved: words('from the phone'), revision: 3, phase: 'idle' });
  });

  it('keeps what was typed here without a connection, and sends it when nobody else wrote', () => {
    const offline = start({ text: words('typed on the train'), saved: words('typed'), revision: 2 });
    const back = run(offline, { type: 'loaded', draft: draft('typed', 2) });
    expect(back).toMatchObject({ text: words('typed on the train'), revision: 2, phase: 'idle' });
    expect(isUnsaved(back)).toBe(true);
  });

  it('asks when both devices wrote', () => {
    const offline = start({ text: words('mine'), saved: words('old'), revision: 2 });
    const both = run(offline, { type: 'loaded', draft: draft('theirs', 3) });
    expect(both).toMatchObject({ phase: 'conflict', text: words('mine') });
    expect(run(both, { type: 'kept' })).toMatchObject({ text: words('mine'), revision: 3, phase: 'idle' });
    expect(run(both, { type: 'took' })).toMatchObject({ text: words('theirs'), revision: 3, phase: 'idle' });
    expect(run(both, { type: 'joined' })).toMatchObject({ text: words('mine\n\ntheirs'), revision: 3, phase: 'idle' });
    expect(isUnsaved(run(both, { type: 'took' }))).toBe(false);
  });

  it('does not ask when both wrote the same', () => {
    const state = run(start({ text: words('same'), phase: 'saving' }), { type: 'refused', theirs: draft('same ', 4) });
    expect(state).toMatchObject({ phase: 'idle', revision: 4 });
  });

  it('keeps typing that went on while it was being saved', () => {
    const state = run(start({ phase: 'idle' }), { type: 'typed', text: words('one') }, { type: 'sending' }, { type: 'typed', text: words('one two') }, { type: 'stored', sent: words('one'), revision: 1 });
    expect(state).toMatchObject({ text: words('one two'), saved: words('one'), revision: 1, phase: 'idle' });
    expect(isUnsaved(state)).toBe(true);
  });

  it('goes back to the post that is edited when the draft is thrown away', () => {
    expect(nextDraft(start({ text: words('changed'), phase: 'idle' }), { type: 'cleared' }, words('the post'))).toMatchObject({ text: words('the post'), revision: 0 });
    expect(nextDraft(start({ text: words('the post'), saved: words('the post') }), { type: 'loaded', draft: null }, words('the post'))).toMatchObject({ text: words('the post'), phase: 'idle' });
  });
});

// Two devices and a server that refuses a save which does not come of its newest revision, in any order of events.
it('never loses words unasked: every text is on a device, on the server, or was replaced by choice', () => {
  const step = fc.record({ device: fc.nat({ max: 1 }), act: fc.constantFrom('type', 'save', 'load', 'keep', 'join'), word: fc.stringMatching(/^[a-z]{4}$/) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let server: PostDraft | null = null;
      const devices = [start({ phase: 'idle' }), start({ phase: 'idle' })];
      const written = new Set<string>();
      for (const { device, act, word } of steps) {
        const at = devices[device]!;
        const to = (...events: DraftEvent[]) => { devices[device] = run(at, ...events); };
        if (act === 'type') { written.add(word); to({ type: 'typed', text: { markdown: `${at.text.markdown} ${word}`.trim() } }); }
        if (act === 'load') to({ type: 'loaded', draft: server });
        if (act === 'keep' || act === 'join') to({ type: act === 'keep' ? 'kept' : 'joined' });
        if (act === 'keep' && at.theirs) for (const gone of at.theirs.markdown.split(' ')) if (!at.text.markdown.includes(gone)) written.delete(gone);
        if (act === 'save' && at.phase === 'idle' && isUnsaved(at)) {
          if ((server?.revision ?? 0) !== at.revision) to({ type: 'sending' }, { type: 'refused', theirs: server! });
          else {
            server = draft(at.text.markdown, at.revision + 1);
            to({ type: 'sending' }, { type: 'stored', sent: at.text, revision: server.revision });
          }
        }
      }
      const everywhere = [server?.markdown ?? '', ...devices.flatMap((at) => [at.text.markdown, at.theirs?.markdown ?? ''])].join(' ');
      for (const word of written) expect(everywhere).toContain(word);
      for (const at of devices) if (at.phase === 'idle' && !isUnsaved(at) && server && at.revision === server.revision) expect(isSame(at.text, server)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
