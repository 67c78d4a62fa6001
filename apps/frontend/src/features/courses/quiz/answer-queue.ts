import type { Answer, SavedAnswers } from '../api/types.ts';
import { same } from '../same.ts';

/** Answers by question; null takes an answer back. */
export type Answers = Record<string, Answer | null>;

/** One save on its way: the server keeps, for each question, the answer with the highest number. */
export interface Save {
  readonly seq: number;
  readonly answers: Answers;
}

/**
 * What a learner answered and what of it the server is known to have. Pure, so that every order of edits, lost and repeated
 * saves can be tried. `unsent` outlives the page: it is what has to be kept on the device.
 */
export interface AnswerQueue {
  readonly answers: Readonly<Record<string, Answer>>;
  readonly unsent: Answers;
  /** The highest number used or heard of. */
  readonly seq: number;
  readonly sending: Save | null;
  /** Why the server does not take what was sent; nothing more is sent until something else is answered. */
  readonly refusal: Refusal | null;
}

export interface Refusal {
  readonly error: unknown;
  /** The attempt is closed: no other answer would be taken either. */
  readonly final: boolean;
}

/** Starts from what the server kept, with what this device could not send before on top. */
export function openQueue(saved: SavedAnswers, kept: { seq: number; unsent: Answers } | undefined): AnswerQueue {
  const unsent = kept?.unsent ?? {};
  return { answers: withAnswers(saved.answers, unsent), unsent, seq: Math.max(saved.seq, kept?.seq ?? 0), sending: null, refusal: null };
}

/** Takes an answer in. */
export function put(queue: AnswerQueue, questionId: string, answer: Answer | null): AnswerQueue {
  const refusal = queue.refusal?.final ? queue.refusal : null;
  return { ...queue, answers: withAnswers(queue.answers, { [questionId]: answer }), unsent: { ...queue.unsent, [questionId]: answer }, refusal };
}

/** The next save, if there is something to send and nothing on its way. It has a number of its own, higher than all before. */
export function nextSave(queue: AnswerQueue): Save | undefined {
  return queue.sending || queue.refusal || Object.keys(queue.unsent).length === 0 ? undefined : { seq: queue.seq + 1, answers: queue.unsent };
}

/** A save is on its way; what is answered meanwhile stays to be sent. */
export function wasSent(queue: AnswerQueue, save: Save): AnswerQueue {
  return { ...queue, seq: save.seq, sending: save };
}

/**
 * The server answered a save with what it keeps now. Done is what it keeps as sent; what lost against a higher number (another
 * device) is sent again under one that wins, for it was chosen here just now.
 */
export function wasSaved(queue: AnswerQueue, save: Save, kept: SavedAnswers): AnswerQueue {
  const stillUnsent = Object.entries(queue.unsent).filter(([questionId, answer]) => {
    const isNewer = !(questionId in save.answers) || !same(answer, save.answers[questionId]!);
    // Only a higher number can have won; a difference without one is the server's own way of writing the same answer.
    return isNewer || (kept.seq > save.seq && !same(answer, kept.answers[questionId] ?? null));
  });
  const unsent = Object.fromEntries(stillUnsent);
  return { answers: withAnswers(kept.answers, unsent), unsent, seq: Math.max(queue.seq, kept.seq), sending: null, refusal: null };
}

/** A save got no answer: it may have arrived or not, so everything in it is sent again. */
export function wasLost(queue: AnswerQueue): AnswerQueue {
  return { ...queue, sending: null };
}

/** The server does not take a save. */
export function wasRefused(queue: AnswerQueue, refusal: Refusal): AnswerQueue {
  return { ...queue, sending: null, refusal };
}

/** Whether the server has everything. */
export function isSaved(queue: AnswerQueue): boolean {
  return Object.keys(queue.unsent).length === 0;
}

function withAnswers(base: Readonly<Record<string, Answer>>, changes: Answers): Record<string, Answer> {
  const all: Record<string, Answer | null> = { ...base, ...changes };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, Answer] => entry[1] !== null));
}
