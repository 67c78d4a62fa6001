/** What keys do. `g` then a letter goes somewhere. */
const shortcuts = { '?': 'help', '/': 'search', 'g h': 'home', 'g c': 'courses', 'g b': 'badges', 'g n': 'notifications' } as const;
export type ShortcutAction = (typeof shortcuts)[keyof typeof shortcuts] | 'palette';

/** The part of a key press that counts. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  /** It happened where people write, choose or answer a dialog. */
  readonly inField: boolean;
}

/** A first key that waits for its second. */
export interface Waiting {
  readonly first: string;
  readonly until: number;
}

const patienceMs = 1200;
const firsts = new Set(Object.keys(shortcuts).flatMap((keys) => (keys.includes(' ') ? [keys.split(' ')[0]!] : [])));

/**
 * What a key press means, after what came before it. Ctrl+K and ⌘K always open the palette; single keys only while they are on,
 * without modifiers, and never where they would be typed.
 */
export function matchShortcut(press: Press, waiting: Waiting | undefined, now: number, on: boolean): { action?: ShortcutAction; waiting?: Waiting } {
  if (press.repeat) return {};
  if ((press.ctrlKey || press.metaKey) && !press.altKey && !press.shiftKey) return press.key.toLowerCase() === 'k' ? { action: 'palette' } : {};
  if (!on || press.inField || press.ctrlKey || press.metaKey || press.altKey) return {};
  // A modifier on its own is the beginning of a press, such as Shift before "?".
  if (press.key.length > 1) return waiting && press.key === 'Shift' ? { waiting } : {};
  const pair = waiting && now <= waiting.until ? shortcuts[`${waiting.first} ${press.key}` as keyof typeof shortcuts] : undefined;
  if (pair) return { action: pair };
  const single = shortcuts[press.key as keyof typeof shortcuts];
  if (single) return { action: single };
  return firsts.has(press.key) ? { waiting: { first: press.key, until: now + patienceMs } } : {};
}
