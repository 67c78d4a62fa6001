import type { Territory } from '@unityplan/territory';

/** The ids most like what was typed, by the id itself or by a name; none when nothing is near. */
export function nearest(typed: string, territories: readonly Territory[], most = 3): string[] {
  const wanted = typed.toLowerCase();
  const scored = territories.map(({ id, names }) => {
    const words = [id, ...Object.values(names)].map((word) => word.toLowerCase());
    const begins = words.some((word) => wanted.length > 2 && word.startsWith(wanted));
    return { id, far: begins ? 0.5 : Math.min(...words.map((word) => distance(wanted, word))) };
  });
  const bound = Math.max(1, Math.floor(wanted.length / 3));
  return scored.filter(({ far }) => far <= bound).sort((a, b) => a.far - b.far || a.id.length - b.id.length || (a.id < b.id ? -1 : 1)).slice(0, most).map(({ id }) => id);
}

/** How many letters differ (Levenshtein 1965). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
