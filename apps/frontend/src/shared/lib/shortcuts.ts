import { useSyncExternalStore } from 'react';
import { store, stored } from './storage.ts';

const key = 'unityplan.shortcuts';
const listeners = new Set<() => void>();

/** Whether single keys do anything. On unless switched off here: speech input and tremor press keys nobody meant (WCAG 2.1.4). */
export function shortcutsOn(): boolean {
  return stored(key) !== 'off';
}

/** Switches single keys on or off on this device. */
export function setShortcutsOn(on: boolean): void {
  store(key, on ? undefined : 'off');
  for (const listener of listeners) listener();
}

export function useShortcutsOn(): boolean {
  return useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, shortcutsOn);
}
