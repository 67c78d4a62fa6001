import type { CategoryMay } from '@unityplan/sdk';

/** The next instant at which one of these doors closes (or opens) by time alone; null when time changes nothing. */
export function nextDoorChange(all: readonly CategoryMay[]): string | null {
  const instants = all.flatMap((may) => [may.read, may.reply, may.create, may.vote, may.moderate]).flatMap(({ until }) => (until ? [until] : []));
  return instants.sort()[0] ?? null;
}
