import { useState } from 'react';

interface Edited<T> {
  /** What was read when editing began: a live update must neither move the form under one's hands nor hide a conflict. */
  base: T;
  /** The change was saved: from now on it is what was read. */
  saved: (now: T) => void;
  /** Goes on from what stands there now, and drops what was typed. */
  reload: () => Promise<void>;
}

/** What a form edits, still while others change the same; their change becomes a conflict when this one is saved. */
export function useEditBase<T>(read: T, change: { reset: () => void }, onReload: () => Promise<T | undefined>): Edited<T> {
  const [base, setBase] = useState(read);
  const reload = async () => {
    const fresh = await onReload();
    change.reset();
    if (fresh) setBase(fresh);
  };
  return { base, saved: setBase, reload };
}
