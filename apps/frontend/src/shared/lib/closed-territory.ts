import { ApiProblem } from '@unityplan/sdk';

/** Whether a call was refused because the territory itself is closed: then every call is. */
export function isTerritoryClosed(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && (error.code === 'territory_suspended' || error.code === 'territory_archived');
}

/** An open territory to go to, as the refusal names it. */
export function openElsewhere({ params: { open } }: ApiProblem): { slug: string; name: { en: string; da: string } } | undefined {
  const { slug, name } = (open ?? {}) as { slug?: unknown; name?: { en: string; da: string } };
  return typeof slug === 'string' && typeof name === 'object' ? { slug, name } : undefined;
}

/** How often a closed territory is looked at again. */
export const reopenMs = 5_000;

const listeners = new Set<() => void>();

/** Tells that some call found the territory closed. */
export function foundClosed(error: unknown): void {
  if (isTerritoryClosed(error)) for (const listener of listeners) listener();
}

/** Hears of it. Answers how to stop. */
export function onFoundClosed(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
