import { useEffect, useRef } from 'react';
import { isEmpty, isSame, type DraftText } from './draft-machine.ts';
import { useServerDraft, type ServerDraft } from './use-server-draft.ts';

/** A place no server has: where a new topic without a category is written. */
const nowhere = 'topic:';

/**
 * The draft of a new topic. Its place on the server is its category; what was written before one was chosen (`loose`) is kept on
 * this device and moves in when one is.
 */
export function useTopicDraft(memberId: string, categoryId: string | undefined, loose: DraftText, onLoose: (text: DraftText) => void): ServerDraft {
  const server = useServerDraft(memberId, `${nowhere}${categoryId ?? ''}`, undefined, categoryId !== undefined);
  const moved = useRef(false);
  const { type, text } = server;
  useEffect(() => {
    if (!categoryId || moved.current) return;
    moved.current = true;
    if (isEmpty(loose) || isSame(loose, text)) return;
    type(loose);
    onLoose({ title: '', markdown: '', replyToPostId: null });
  }, [categoryId, loose, text, type, onLoose]);
  if (categoryId) return server;
  return {
    text: loose, status: isEmpty(loose) ? undefined : 'loose', theirs: undefined, resolve: () => undefined, hold: () => Promise.resolve(0), release: () => undefined,
    type: (part) => onLoose({ ...loose, ...part }), clear: () => onLoose({ title: '', markdown: '', replyToPostId: null }),
  };
}
