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

/** Who is offered for the `@` that stands at `from`. */
interface Offer {
  from: number | undefined;
  people: Suggestion[];
  chosen: number;
  closed: boolean;
}

/** The offer for the `@` at `from`: what was offered for another one, and that it was closed, does not count for it. */
export function offerFor(from: number | undefined, last?: Offer): Offer {
  return last && last.from === from ? last : { from, people: [], chosen: 0, closed: false };
}

/** The people offered for the `@name` at the caret; asks after a short rest and drops late answers. */
export function useMentions(text: string, caret: number, suggest: ((prefix: string, signal: AbortSignal) => Promise<Suggestion[]>) | undefined) {
  const at = suggest ? mentionAt(text, caret) : undefined;
  const from = at?.from;
  const prefix = at?.prefix;
  const [last, setOffer] = useState(() => offerFor(from));
  const offer = offerFor(from, last);
  // Forgotten at once: one that ended and began anew at the same place is another one.
  if (offer !== last) setOffer(offer);
  useEffect(() => {
    if (prefix === undefined || !suggest) return;
    const stop = new AbortController();
    const show = (people: Suggestion[]) => { if (!stop.signal.aborted) setOffer((now) => ({ ...now, people, chosen: 0 })); };
    const timer = setTimeout(() => void suggest(prefix, stop.signal).then(show, () => show([])), 150);
    return () => { clearTimeout(timer); stop.abort(); };
  }, [from, prefix, suggest]);
  const { people: found, chosen, closed } = offer;
  return {
    open: at !== undefined && !closed && found.length > 0, at, found, chosen,
    setChosen: (next: number) => setOffer({ ...offer, chosen: next }),
    close: () => setOffer({ ...offer, closed: true }),
  };
}
