import { useRef } from 'react';

/** The idempotency key of what is sent: the same again has the key it had, so that pressing twice over a broken connection makes one. */
export function useKeyFor(): (content: unknown) => string {
  const last = useRef({ text: '', key: '' });
  return (content) => {
    const text = JSON.stringify(content);
    if (last.current.text !== text) last.current = { text, key: crypto.randomUUID() };
    return last.current.key;
  };
}
