import { useSyncExternalStore } from 'react';

/** What stands over the page: the palette, the list of shortcuts, or nothing. */
export type Overlay = 'palette' | 'help' | undefined;

let current: Overlay;
const listeners = new Set<() => void>();

export function showOverlay(next: Overlay): void {
  current = next;
  for (const listener of listeners) listener();
}

export function useOverlay(): Overlay {
  return useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => current, () => current);
}
