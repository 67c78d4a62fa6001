import { lazy, type ComponentType } from 'react';

/** How long to wait before each further try, in milliseconds: a line that is cut for a moment is not worth a failed page. */
const waits = [400, 1200, 3000];

/** Loads a part of the application that comes in a file of its own; one that does not come is asked for again. Rejects with what the browser said last. */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  for (const wait of waits) {
    try {
      return await load();
    } catch {
      await new Promise((go) => setTimeout(go, wait));
    }
  }
  return load();
}

/** The same for what works out of sight, where nobody could ask again: until it comes. `onMiss` hears of each time that it did not. */
export async function loadPatiently<T>(load: () => Promise<T>, onMiss?: () => void): Promise<T> {
  for (;;) {
    try {
      return await loadPart(load);
    } catch {
      onMiss?.();
      await new Promise((go) => setTimeout(go, waits.at(-1)));
    }
  }
}

/** A component that comes when it is first shown. One that did not come stays away: React keeps that. */
export function lazyPart<Module, Name extends keyof Module>(load: () => Promise<Module>, name: Name, bring: (load: () => Promise<Module>) => Promise<Module> = loadPart) {
  type Component = Module[Name] extends ComponentType<infer Props> ? ComponentType<Props> : never;
  return lazy(async () => ({ default: (await bring(load))[name] as Component }));
}

/** Whether a file of the application itself did not come: the line is cut, or a new version has replaced it. */
export function isPartMissing(error: unknown): boolean {
  // Each browser has words of its own for it, and no code.
  return error instanceof TypeError && /dynamically imported module|module script|texts did not come/i.test(error.message);
}
