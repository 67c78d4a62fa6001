import type { course as courses } from '@unityplan/contracts';

/** Answers as they are kept: each with the number of the save it came with. Null: taken back. */
export type Kept = Readonly<Record<string, { readonly seq: number; readonly answer: courses.Answer | null }>>;

/**
 * Puts a save on top of what is kept: for each question the higher number wins, so the order in which saves arrive does not matter and
 * one that arrives twice changes nothing. Answers undefined when nothing changes.
 */
export function merged(kept: Kept, seq: number, answers: Readonly<Record<string, courses.Answer | null>>): Kept | undefined {
  const newer = Object.entries(answers).filter(([id]) => !Object.hasOwn(kept, id) || kept[id]!.seq < seq);
  return newer.length === 0 ? undefined : { ...kept, ...Object.fromEntries(newer.map(([id, answer]) => [id, { seq, answer }])) };
}

/** The number of the latest save that is kept; 0 before the first. */
export function highestSeq(kept: Kept): number {
  return Math.max(0, ...Object.values(kept).map(({ seq }) => seq));
}

/** The answers that stand. */
export function standing(kept: Kept): Map<string, courses.Answer> {
  return new Map(Object.entries(kept).flatMap(([id, { answer }]) => (answer === null ? [] : [[id, answer]])));
}
