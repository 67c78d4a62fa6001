import type { Gate } from './gates.ts';

/** The phrases of which a rule is said; `{…}` places are filled by the caller. */
export interface GateWords {
  everyone: string;
  member: string;
  badge: (name: string, level: number, valid: boolean, from: 'above' | 'sovereign' | (string & {})) => string;
  and: string;
  or: string;
  atLeast: (count: number, list: string) => string;
  /** "anyone with …" */
  anyone: (what: string) => string;
}

/** A rule in plain words: "anyone with Community host, level 1, valid". */
export function gateWords(gate: Gate, nameOf: (badge: string) => string, words: GateWords): string {
  if (gate.rule === 'everyone') return words.everyone;
  if (gate.rule === 'member') return words.member;
  const said = part(gate, nameOf, words, true);
  return onlyBadges(gate) ? words.anyone(said) : said;
}

function part(gate: Gate, nameOf: (badge: string) => string, words: GateWords, outer = false): string {
  if (gate.rule === 'everyone') return words.everyone;
  if (gate.rule === 'member') return words.member;
  if (gate.rule === 'badge') return words.badge(nameOf(gate.badge), gate.level ?? 1, !gate.evenExpired, gate.from ?? 'sovereign');
  if (gate.of.length === 1) return part(gate.of[0]!, nameOf, words, outer);
  const parts = gate.of.map((each) => part(each, nameOf, words));
  const joined = gate.rule === 'atLeast' ? words.atLeast(gate.count, parts.join('; ')) : parts.join(` ${gate.rule === 'all' ? words.and : words.or} `);
  return outer ? joined : `(${joined})`;
}

function onlyBadges(gate: Gate): boolean {
  return 'of' in gate ? gate.of.every(onlyBadges) : gate.rule === 'badge';
}

/** Every badge a rule speaks of, each once. */
export function badgesIn(gate: Gate): string[] {
  if (gate.rule === 'badge') return [gate.badge];
  return 'of' in gate ? [...new Set(gate.of.flatMap(badgesIn))] : [];
}

/** The badges of a rule that a reader surely has: the rest, where the verdict names all that is missing; none where it names only the shortest way in. */
export function badgesHad(gate: Gate, lacking: readonly { badge: string }[]): string[] {
  if (!isPlainChoice(gate) && hasChoice(gate)) return [];
  const missing = new Set(lacking.map(({ badge }) => badge));
  return badgesIn(gate).filter((badge) => !missing.has(badge));
}

/** Of a choice among badges alone the evaluator names every one that is missing. */
function isPlainChoice(gate: Gate): boolean {
  return 'of' in gate && gate.of.every(({ rule }) => rule === 'badge');
}

/** Where a part of a rule is one choice of several, what the others lack goes unnamed. */
function hasChoice(gate: Gate): boolean {
  return 'of' in gate && (gate.rule !== 'all' || gate.of.some(hasChoice));
}
