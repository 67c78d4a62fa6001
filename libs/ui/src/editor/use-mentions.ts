import { useEffect, useState } from 'react';
import type { AvatarPicture } from '../display/avatar.tsx';
import { mentionAt } from './edit-text.ts';

/** Someone who can be mentioned. */
export interface Suggestion {
  id: string;
  handle: string;
  name: string;
  picture?: AvatarPicture | null;
}

/** The people offered for the `@name` at the caret; asks after a short rest and drops late answers. */
export function useMentions(text: string, caret: number, suggest: ((prefix: string, signal: AbortSignal) => Promise<Suggestion[]>) | undefined) {
  const [found, setFound] = useState<Suggestion[]>([]);
  const [chosen, setChosen] = useState(0);
  const [closedAt, setClosedAt] = useState<number>();
  const at = suggest ? mentionAt(text, caret) : undefined;
  const prefix = at?.prefix;
  useEffect(() => {
    if (prefix === undefined || !suggest) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      suggest(prefix, stop.signal).then(
        (people) => { if (!stop.signal.aborted) { setFound(people); setChosen(0); } },
        () => setFound([]),
      );
    }, 150);
    return () => { clearTimeout(timer); stop.abort(); };
  }, [prefix, suggest]);
  const open = at !== undefined && at.from !== closedAt && found.length > 0;
  return { open, at, found, chosen: Math.min(chosen, found.length - 1), setChosen, close: () => setClosedAt(at?.from) };
}
