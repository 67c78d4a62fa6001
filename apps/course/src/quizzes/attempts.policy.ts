import { course as courses, Problem } from '@unityplan/contracts';
import type { OpenQuiz } from '../content/course-content.ts';

const { quiz_attempt_too_soon, quiz_attempts_used } = courses.courseErrors;
type Rules = Pick<OpenQuiz, 'attempts' | 'minutesBetween'>;

/** How many more attempts there are after `used` that were handed in; null: as many as one likes. */
export function attemptsLeft({ attempts }: Rules, used: number): number | null {
  return attempts === null ? null : Math.max(0, attempts - used);
}

/** When the next attempt may begin; null: now. Instants are milliseconds since 1970. */
export function mayStartAt({ minutesBetween }: Rules, lastSubmittedAt: number | null, now: number): number | null {
  const at = minutesBetween === null || lastSubmittedAt === null ? 0 : lastSubmittedAt + minutesBetween * 60_000;
  return at > now ? at : null;
}

/** Why no attempt may begin now; undefined when one may. */
export function whyNotStart(rules: Rules, used: number, lastSubmittedAt: number | null, now: number): Problem | undefined {
  if (attemptsLeft(rules, used) === 0) return new Problem(quiz_attempts_used, { attempts: rules.attempts });
  const at = mayStartAt(rules, lastSubmittedAt, now);
  return at === null ? undefined : new Problem(quiz_attempt_too_soon, { minutes: Math.ceil((at - now) / 60_000), at: new Date(at).toISOString() });
}
