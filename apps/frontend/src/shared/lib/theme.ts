import { useSyncExternalStore } from 'react';
import { store, stored } from './storage.ts';

export type Theme = 'system' | 'light' | 'dark';
const key = 'unityplan.theme';
const listeners = new Set<() => void>();

function currentTheme(): Theme {
  const theme = stored(key);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Sets the theme here and remembers it; `system` follows the device. */
export function setTheme(theme: Theme): void {
  store(key, theme === 'system' ? undefined : theme);
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  for (const listener of listeners) listener();
}

/** The chosen theme. */
export function useTheme(): Theme {
  return useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, currentTheme);
}
