import type { Change } from './changes.ts';

/** The width of a line that is shown of a changed file. */
const width = 140;
const clipped = (line: string): string => (line.length > width ? `${line.slice(0, width)} …` : line);

/** What a run writes, for people: new files with their length, changed ones with the lines that come and go. */
export function shown(changes: readonly Change[]): string[] {
  return changes.toSorted((a, b) => Number(a.before !== undefined) - Number(b.before !== undefined) || (a.path < b.path ? -1 : 1)).flatMap(({ path, before, after }) => {
    if (before === undefined) return [`  new      ${path}  (${after.trimEnd().split('\n').length} lines)`];
    const [old, fresh] = [new Set(before.split('\n')), new Set(after.split('\n'))];
    const gone = [...old].filter((line) => !fresh.has(line)).map((line) => `           - ${clipped(line.trim())}`);
    const come = [...fresh].filter((line) => !old.has(line)).map((line) => `           + ${clipped(line.trim())}`);
    return [`  changed  ${path}`, ...gone, ...come];
  });
}
