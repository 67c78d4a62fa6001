import { useEffect, useState } from 'react';
import { store, stored } from '../lib/storage.ts';

/** A text that survives a reload on this device, under the member's own name. Empty ones are forgotten. */
export function useDraft(name: string): [text: string, setText: (text: string) => void] {
  const key = `unityplan.draft.${name}`;
  const [text, setText] = useState(() => stored(key) ?? '');
  useEffect(() => {
    const timer = setTimeout(() => store(key, text || undefined), 250);
    const leave = () => store(key, text || undefined);
    window.addEventListener('pagehide', leave);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [key, text]);
  return [text, setText];
}
