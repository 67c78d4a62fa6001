import type { CaseFlag, FlagKind } from '@unityplan/sdk';

/** How often each rule was named, the most named first. */
export function flagCounts(flags: readonly CaseFlag[]): { kind: FlagKind; count: number }[] {
  const counts = new Map<FlagKind, number>();
  for (const { kind } of flags) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}
