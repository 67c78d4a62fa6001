import { badgesOf, type Gate, type Sentence } from '@unityplan/contracts';
import { findCycle, type Obtaining } from '@unityplan/permissions';
import type { Definition } from './definitions.views.ts';

/** A course as far as circles go. */
export interface CourseWay {
  readonly courseId: string;
  readonly name: Sentence;
  readonly gives: string;
  readonly needs: Gate | null;
}
type Badge = Pick<Definition, 'badge' | 'name' | 'prerequisites' | 'by_hand'>;

/**
 * A circle that would keep a badge from ever being had, as names in both languages; undefined when there is none. A badge comes by
 * hand, by its courses, or (as long as it has neither) by a course that is still to be written; its own prerequisites hold each time.
 */
export function circleBefore(badge: string, badges: readonly Badge[], courses: readonly CourseWay[]): Sentence[] | undefined {
  const names = new Map<string, Sentence>();
  const way = (name: Sentence, gives: string, ...needs: (Gate | null)[]): Obtaining => {
    const key = String(names.size);
    names.set(key, name);
    const gates = needs.filter((gate) => gate !== null);
    return { name: key, gives, needs: gates.length > 1 ? { rule: 'all', of: gates } : (gates[0] ?? null) };
  };
  const ways = badges.flatMap((one) => {
    const giving = courses.filter(({ gives }) => gives === one.badge);
    const byCourse = giving.map(({ name, needs }) => way(name, one.badge, needs, one.prerequisites));
    return one.by_hand || giving.length === 0 ? [...byCourse, way(one.name, one.badge, one.prerequisites)] : byCourse;
  });
  return findCycle(ways, new Set(), badge)?.map((key) => names.get(key)!);
}

/** `A → B → A` in both languages. */
export function sayCircle(circle: readonly Sentence[]): Sentence {
  return { en: circle.map(({ en }) => en).join(' → '), da: circle.map(({ da }) => da).join(' → ') };
}

/** The first badge that a rule speaks of and nobody has defined. */
export function unknownBadge(gate: Gate | null, known: { has(key: string): boolean }): string | undefined {
  return gate === null ? undefined : badgesOf(gate).find((key) => !known.has(key));
}

/** Whether two versions say the same: a save that is repeated makes no third. */
export function sameContent(one: object, other: object): boolean {
  const plain = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(plain)
    : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, plain(item)]))
    : value;
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}
