import { createContext, useContext } from 'react';
import type { CourseDraft } from './document.ts';
import type { DraftStore } from './use-draft-store.ts';

export interface OpenDraft extends DraftStore {
  course: CourseDraft;
}

/** The draft that the pages of the editor share. */
export const DraftContext = createContext<OpenDraft | null>(null);

export function useDraft(): OpenDraft {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error('The editor of a course stands inside its draft');
  return draft;
}
