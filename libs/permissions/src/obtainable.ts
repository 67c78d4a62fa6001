import type { Gate } from '@unityplan/contracts';

/** One way to come by a badge: a course or a definition, and the badges that must come first. */
export interface Obtaining {
  /** How it is called in a refusal: a badge's or course's name. */
  readonly name: string;
  readonly gives: string;
  readonly needs: Gate | null;
}

/**
 * A circle of badges of which none can ever be had, as names in order (`A → B → A`); undefined when every badge of `ways` can be.
 * `free` are badges that come another way. A badge that can be had by one of several ways is no circle. With `of`, only what keeps
 * that badge from being had counts, whatever else stands in circles.
 */
export function findCycle(ways: readonly Obtaining[], free: ReadonlySet<string> = new Set(), of?: string): string[] | undefined {
  const given = new Set(ways.map(({ gives }) => gives));
  const had = new Set(free);
  // What nobody gives is a question for another check; here it must not hide a circle.
  const canHave = (badge: string): boolean => had.has(badge) || !given.has(badge);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { gives, needs } of ways) {
      if (had.has(gives) || !isOpen(needs, canHave)) continue;
      had.add(gives);
      grown = true;
    }
  }
  const stuck = ways.filter(({ gives }) => !had.has(gives));
  const first = of === undefined ? stuck[0] : stuck.find(({ gives }) => gives === of);
  if (!first) return undefined;
  // Everything stuck waits for something stuck, so following one such need each time must come round.
  const path: Obtaining[] = [];
  for (let at = first; ; ) {
    const met = path.indexOf(at);
    if (met >= 0) return [...path.slice(met), at].map(({ name }) => name);
    path.push(at);
    at = stuck.find(({ gives }) => unmet(at.needs, canHave).includes(gives))!;
  }
}

function isOpen(gate: Gate | null, canHave: (badge: string) => boolean): boolean {
  if (!gate || gate.rule === 'everyone' || gate.rule === 'member') return true;
  if (gate.rule === 'badge') return canHave(gate.badge);
  const open = gate.of.filter((one) => isOpen(one, canHave)).length;
  return open >= (gate.rule === 'all' ? gate.of.length : gate.rule === 'any' ? 1 : gate.count);
}

function unmet(gate: Gate | null, canHave: (badge: string) => boolean): string[] {
  if (!gate || isOpen(gate, canHave)) return [];
  if (gate.rule === 'badge') return [gate.badge];
  return 'of' in gate ? gate.of.flatMap((one) => unmet(one, canHave)) : [];
}
