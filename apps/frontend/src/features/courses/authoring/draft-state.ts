import { same } from '../same.ts';
import type { Change, CourseDocument } from './document.ts';

/** One save on its way. Its key makes sending it again harmless, so a lost one is repeated word for word before anything newer. */
export interface PendingSave {
  readonly key: string;
  readonly revision: number;
  readonly document: CourseDocument;
}

/** What an author has on screen, and what of it the server is known to have. Pure. */
export interface DraftState {
  readonly document: CourseDocument;
  /** The revision of the server that `document` was made from. */
  readonly revision: number;
  /** What the server has at that revision. */
  readonly saved: CourseDocument;
  readonly pending: PendingSave | null;
  /** The draft was saved elsewhere meanwhile; nothing is sent until the author has chosen. */
  readonly conflict: boolean;
}

/** What outlives the page. */
export interface KeptDraft {
  readonly revision: number;
  readonly document: CourseDocument;
  readonly pending: PendingSave | null;
}

/** Opens the draft of the server, with what this device could not save before on top; a conflict when the server went on without it. */
export function openDraft(server: { revision: number; document: CourseDocument }, kept: KeptDraft | undefined): DraftState {
  const fresh: DraftState = { document: server.document, revision: server.revision, saved: server.document, pending: null, conflict: false };
  if (!kept || same(kept.document, server.document)) return fresh;
  // A save whose answer was lost may have arrived after all: then the newer revision is our own.
  const isOwn = kept.revision === server.revision || (kept.pending !== null && same(kept.pending.document, server.document));
  return { ...fresh, document: kept.document, pending: kept.revision === server.revision ? kept.pending : null, conflict: !isOwn };
}

export function edit(state: DraftState, change: Change): DraftState {
  const document = change(state.document);
  return document === state.document ? state : { ...state, document };
}

export function isDirty(state: DraftState): boolean {
  return state.document !== state.saved;
}

/** The next save: the one that got no answer, else what is new. */
export function nextSave(state: DraftState, key: string): PendingSave | undefined {
  if (state.conflict) return undefined;
  if (state.pending) return state.pending;
  return isDirty(state) ? { key, revision: state.revision, document: state.document } : undefined;
}

/** A save is on its way; what is written meanwhile stays. */
export function wasSent(state: DraftState, save: PendingSave): DraftState {
  return { ...state, pending: save };
}

/** The server does not take the draft as it was sent: the next change makes another save, under another key. */
export function wasRefused(state: DraftState): DraftState {
  return { ...state, pending: null };
}

export function wasSaved(state: DraftState, save: PendingSave, revision: number): DraftState {
  return { ...state, revision, saved: save.document, pending: null };
}

/** The server has something newer. */
export function wasOvertaken(state: DraftState): DraftState {
  return { ...state, pending: null, conflict: true };
}

/** The author keeps what is on screen: it is saved over the newer revision, which stays in the history. */
export function keepMine(state: DraftState, newer: { revision: number; document: CourseDocument }): DraftState {
  return { ...state, revision: newer.revision, saved: newer.document, pending: null, conflict: false };
}

/** What has to be kept on the device; nothing when the server has everything. */
export function toKeep(state: DraftState): KeptDraft | undefined {
  return isDirty(state) ? { revision: state.revision, document: state.document, pending: state.pending } : undefined;
}
