import { useEffect, useRef, useState } from 'react';
import { store, stored } from '../lib/storage.ts';

/** A text that survives a reload on this device, under the member's own name. Empty ones are forgotten. */
export function useDraft(name: string): [text: string, setText: (text: string) => void] {
  const key = `unityplan.draft.${name}`;
  const [text, setText] = useState(() => stored(key) ?? '');
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
    const timer = setTimeout(() => store(key, text || undefined), 250);
    return () => clearTimeout(timer);
  }, [key, text]);
  // Leaving does not wait for the rest: the last words are kept too.
  useEffect(() => {
    const leave = () => void store(key, latest.current || undefined);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [key]);
  return [text, setText];
}
