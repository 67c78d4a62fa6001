import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, SavedAnswers } from '../api/types.ts';
import { isSaved, nextSave, openQueue, put, wasLost, wasRefused, wasSaved, wasSent, type AnswerQueue, type Save } from './answer-queue.ts';

const choose = (choice: string): Answer => ({ kind: 'single', choice });
const empty: SavedAnswers = { seq: 0, answers: {} };

/** The server's rule: for each question the answer with the highest number wins. */
function server() {
  const kept = new Map<string, { seq: number; answer: Answer | null }>();
  let highest = 0;
  const saved = (): SavedAnswers => ({ seq: highest, answers: Object.fromEntries([...kept].flatMap(([id, { answer }]) => (answer ? [[id, answer]] : []))) });
  const take = ({ seq, answers }: Save): SavedAnswers => {
    highest = Math.max(highest, seq);
    for (const [id, answer] of Object.entries(answers)) if (seq > (kept.get(id)?.seq ?? 0)) kept.set(id, { seq, answer });
    return saved();
  };
  return { take, saved };
}

/** What the hook does with a save: it is on its way, and whoever answers goes on. */
function takeSave(queue: AnswerQueue): { queue: AnswerQueue; save: Save } | undefined {
  const save = nextSave(queue);
  return save && { save, queue: wasSent(queue, save) };
}

describe('the queue of answers', () => {
  it('sends what was answered, once', () => {
    const { save, queue } = takeSave(put(openQueue(empty, undefined), 'q1', choose('a')))!;
    expect(save).toEqual({ seq: 1, answers: { q1: choose('a') } });
    expect(takeSave(queue)).toBeUndefined();
    const done = wasSaved(queue, save, server().take(save));
    expect(isSaved(done)).toBe(true);
    expect(takeSave(done)).toBeUndefined();
  });

  it('keeps what was answered while a save was on its way', () => {
    const { save, queue } = takeSave(put(openQueue(empty, undefined), 'q1', choose('a')))!;
    const done = wasSaved(put(queue, 'q1', choose('b')), save, server().take(save));
    expect(done.answers).toEqual({ q1: choose('b') });
    expect(takeSave(done)!.save).toEqual({ seq: 2, answers: { q1: choose('b') } });
  });

  it('wins over another device that used a higher number', () => {
    const there = server();
    there.take({ seq: 9, answers: { q1: choose('x'), q2: choose('y') } });
    const { save, queue } = takeSave(put(openQueue(empty, undefined), 'q1', choose('a')))!;
    const again = takeSave(wasSaved(queue, save, there.take(save)))!;
    expect(again.save).toEqual({ seq: 10, answers: { q1: choose('a') } });
    const done = wasSaved(again.queue, again.save, there.take(again.save));
    expect(done.answers).toEqual({ q1: choose('a'), q2: choose('y') });
    expect(isSaved(done)).toBe(true);
  });

  it('does not insist on its own way of writing an answer', () => {
    const { save, queue } = takeSave(put(openQueue(empty, undefined), 'q1', { kind: 'number', value: ' 3,5 ' }))!;
    expect(isSaved(wasSaved(queue, save, { seq: save.seq, answers: { q1: { kind: 'number', value: '3,5' } } }))).toBe(true);
  });

  it('takes an answer back', () => {
    const there = server();
    let step = takeSave(put(openQueue(empty, undefined), 'q1', choose('a')))!;
    const first = wasSaved(step.queue, step.save, there.take(step.save));
    step = takeSave(put(first, 'q1', null))!;
    expect(isSaved(wasSaved(step.queue, step.save, there.take(step.save)))).toBe(true);
    expect(there.saved().answers).toEqual({});
  });

  it('waits after a refusal for another answer, and for none when the attempt is closed', () => {
    const { queue } = takeSave(put(openQueue(empty, undefined), 'q1', { kind: 'text', text: 'x'.repeat(9000) }))!;
    const refused = wasRefused(queue, { error: 'too long', final: false });
    expect(takeSave(refused)).toBeUndefined();
    expect(takeSave(put(refused, 'q1', choose('a')))!.save).toEqual({ seq: 2, answers: { q1: choose('a') } });
    expect(put(refused, 'q1', choose('a')).refusal).toBeNull();
    const closed = put(wasRefused(queue, { error: 'closed', final: true }), 'q1', choose('a'));
    expect([takeSave(closed), closed.refusal?.error]).toEqual([undefined, 'closed']);
  });

  it('loses nothing, whatever is lost, repeated or late, and however often the page is loaded anew', () => {
    const event = fc.oneof(
      { weight: 4, arbitrary: fc.record({ do: fc.constant('answer' as const), id: fc.constantFrom('q1', 'q2', 'q3'), choice: fc.option(fc.constantFrom('a', 'b', 'c')) }) },
      fc.constantFrom(...(['send', 'send, the answer is lost', 'send, nothing arrives', 'a late copy arrives', 'reload'] as const)).map((what) => ({ do: what })),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const there = server();
        const late: Save[] = [];
        const wanted: Record<string, Answer> = {};
        let queue: AnswerQueue = openQueue(empty, undefined);
        const send = (arrives: boolean, answered: boolean) => {
          const step = takeSave(queue);
          if (!step) return;
          late.push(step.save);
          const kept = arrives ? there.take(step.save) : undefined;
          queue = kept && answered ? wasSaved(step.queue, step.save, kept) : wasLost(step.queue);
        };
        for (const each of events) {
          if (each.do === 'answer') {
            const answer = each.choice ? choose(each.choice) : null;
            queue = put(queue, each.id, answer);
            if (answer) wanted[each.id] = answer;
            else delete wanted[each.id];
          } else if (each.do === 'reload') queue = openQueue(there.saved(), JSON.parse(JSON.stringify({ seq: queue.seq, unsent: queue.unsent })) as AnswerQueue);
          else if (each.do === 'a late copy arrives') late.slice(0, 1).forEach((save) => there.take(save));
          else send(each.do !== 'send, nothing arrives', each.do === 'send');
        }
        for (let tries = 0; tries < 5 && !isSaved(queue); tries++) send(true, true);
        expect(isSaved(queue)).toBe(true);
        expect(there.saved().answers).toEqual(wanted);
        expect(queue.answers).toEqual(wanted);
      }),
      { numRuns: 2000 },
    );
  });
});
