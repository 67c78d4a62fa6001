import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@unityplan/sdk';
import { useCallback, useEffect, useReducer, useState } from 'react';
import { mayPass } from '../../../shared/lib/query-client.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { store, stored } from '../../../shared/lib/storage.ts';
import { courseKeys } from '../api/keys.ts';
import type { Answer, Attempt, SavedAnswers } from '../api/types.ts';
import { isSaved, nextSave, openQueue, put, wasLost, wasRefused, wasSaved, wasSent, type AnswerQueue, type Answers, type Refusal, type Save } from './answer-queue.ts';

type Step = { do: 'put'; questionId: string; answer: Answer | null } | { do: 'send'; save: Save } | { do: 'saved'; save: Save; kept: SavedAnswers } | { do: 'lost' } | { do: 'refused'; refusal: Refusal };

function step(queue: AnswerQueue, next: Step): AnswerQueue {
  if (next.do === 'put') return put(queue, next.questionId, next.answer);
  if (next.do === 'send') return wasSent(queue, next.save);
  if (next.do === 'refused') return wasRefused(queue, next.refusal);
  return next.do === 'saved' ? wasSaved(queue, next.save, next.kept) : wasLost(queue);
}

export type SaveState = 'saved' | 'saving' | 'offline' | 'refused';
const rest = 500;

/** The answers of an attempt: shown at once, saved as they come, kept on this device while there is no connection, sent when there is. */
export function useAnswers(attempt: Attempt, memberId: string) {
  const client = useQueryClient();
  const { attemptId } = attempt;
  const place = `unityplan.answers.${memberId}.${attemptId}`;
  const [queue, dispatch] = useReducer(step, undefined, () => openQueue(attempt.saved, keptHere(place)));
  const [failures, setFailures] = useState(0);

  const { unsent, seq, refusal } = queue;
  useEffect(() => {
    store(place, Object.keys(unsent).length > 0 ? JSON.stringify({ seq, unsent }) : undefined);
  }, [place, unsent, seq]);

  const send = useCallback(async () => {
    const save = nextSave(queue);
    if (!save) return;
    dispatch({ do: 'send', save });
    try {
      dispatch({ do: 'saved', save, kept: await sdk.saveAnswers({ params: { attemptId }, body: { ...save } }) });
      setFailures(0);
    } catch (error) {
      if (mayPass(error)) {
        dispatch({ do: 'lost' });
        return setFailures((count) => count + 1);
      }
      const closed = error instanceof ApiProblem && error.code === 'quiz_attempt_closed';
      dispatch({ do: 'refused', refusal: { error, final: closed } });
      // Handed in elsewhere: the page shows the result.
      if (closed) void client.invalidateQueries({ queryKey: courseKeys.attempt(attemptId) });
    }
  }, [queue, attemptId, client]);

  const waiting = nextSave(queue) !== undefined;
  useEffect(() => {
    if (!waiting) return;
    const again = () => void send();
    const timer = setTimeout(again, failures === 0 ? rest : Math.min(1000 * 2 ** failures, 15_000));
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [waiting, failures, send]);

  const state: SaveState = refusal ? 'refused' : isSaved(queue) ? 'saved' : failures > 0 ? 'offline' : 'saving';
  return {
    answers: queue.answers,
    answer: (questionId: string, answer: Answer | null) => dispatch({ do: 'put', questionId, answer }),
    state,
    refusal: refusal?.error,
    /** What goes along when handing in: everything the server may not have. */
    rest: (): { seq?: number; answers: Answers } => (isSaved(queue) ? { answers: {} } : { seq: queue.seq + 1, answers: unsent }),
    /** Handed in: nothing is left to keep. */
    forget: () => store(place, undefined),
  };
}

function keptHere(place: string): { seq: number; unsent: Answers } | undefined {
  try {
    const kept: unknown = JSON.parse(stored(place) ?? 'null');
    if (typeof kept === 'object' && kept && 'seq' in kept && 'unsent' in kept && typeof kept.seq === 'number' && typeof kept.unsent === 'object') return kept as { seq: number; unsent: Answers };
  } catch {
    // What cannot be read is as good as nothing.
  }
  return undefined;
}
