import type { PostDraft } from '@unityplan/sdk';

/** What is being written at one place. */
export interface DraftText {
  title: string;
  markdown: string;
  replyToPostId: string | null;
}

/**
 * A text here and its copy on the server. `saved` is what the server has as far as this page knows, under `revision` (0: nothing);
 * whatever differs from it is still to be sent. In a conflict `theirs` is what another device saved meanwhile, and nothing is sent
 * before someone has chosen. While the text is being posted nothing is saved, for the post takes the server's copy along. `gone` is
 * what the server had of the text that was posted or given up last: that copy is on its way out, and nobody else's.
 */
export interface DraftState {
  text: DraftText;
  saved: DraftText;
  revision: number;
  phase: 'loading' | 'idle' | 'saving' | 'failed' | 'conflict' | 'posting';
  theirs?: PostDraft;
  gone?: DraftText;
}

export type DraftEvent =
  | { type: 'typed'; text: Partial<DraftText> }
  | { type: 'loaded'; draft: PostDraft | null }
  | { type: 'unreachable' }
  | { type: 'sending' }
  | { type: 'stored'; sent: DraftText; revision: number }
  | { type: 'refused'; theirs: PostDraft }
  | { type: 'kept' }
  | { type: 'took' }
  | { type: 'joined' }
  | { type: 'posting' }
  | { type: 'unposted' }
  | { type: 'cleared' };

export const blank: DraftText = { title: '', markdown: '', replyToPostId: null };

/** Whether two texts say the same; the server trims what it stores. */
export function isSame(a: DraftText, b: DraftText): boolean {
  return a.title.trim() === b.title.trim() && a.markdown.trim() === b.markdown.trim() && a.replyToPostId === b.replyToPostId;
}

/** Nothing worth keeping: what it answers to alone is not a text. */
export function isEmpty(text: DraftText): boolean {
  return text.title.trim() === '' && text.markdown.trim() === '';
}

/** Whether there is something that the server does not have. */
export function isUnsaved({ text, saved }: DraftState): boolean {
  return !isSame(text, saved) && !(isEmpty(text) && isEmpty(saved));
}

const textOf = (draft: PostDraft | null, origin: DraftText): DraftText => (draft ? { title: draft.title, markdown: draft.markdown, replyToPostId: draft.replyToPostId } : origin);

/** The next state. `origin` is what stands at the place without any draft: nothing, or the post that is being edited. */
export function nextDraft(state: DraftState, event: DraftEvent, origin: DraftText = blank): DraftState {
  const { theirs, ...calm } = state;
  if (state.phase === 'posting') return whilePosting(state, event, origin);
  switch (event.type) {
    case 'typed': return { ...state, text: { ...state.text, ...event.text } };
    case 'loaded': return state.phase === 'conflict' || state.phase === 'saving' ? state : loaded(calm, isGone(state, event.draft) ? null : event.draft, origin);
    case 'unreachable': return state.phase === 'loading' || state.phase === 'saving' ? { ...state, phase: 'failed' } : state;
    case 'sending': return { ...calm, phase: 'saving' };
    case 'stored': return { ...calm, saved: event.sent, revision: event.revision, phase: 'idle' };
    case 'refused': return isGone(state, event.theirs)
      ? { ...calm, saved: textOf(event.theirs, origin), revision: event.theirs.revision, phase: 'idle' }
      : resolveSame({ ...calm, phase: 'conflict', theirs: event.theirs }, origin);
    case 'kept': return theirs ? { ...calm, saved: textOf(theirs, origin), revision: theirs.revision, phase: 'idle' } : state;
    case 'took': return theirs ? { text: textOf(theirs, origin), saved: textOf(theirs, origin), revision: theirs.revision, phase: 'idle' } : state;
    case 'joined': return theirs ? { ...calm, text: { ...calm.text, markdown: join(calm.text.markdown, theirs.markdown) }, saved: textOf(theirs, origin), revision: theirs.revision, phase: 'idle' } : state;
    case 'posting': return { ...state, phase: 'posting' };
    case 'unposted': return state;
    case 'cleared': return cleared(state, origin);
  }
}

/** What a save from before says still counts; all else waits until the text is posted, or is not. */
function whilePosting(state: DraftState, event: DraftEvent, origin: DraftText): DraftState {
  switch (event.type) {
    case 'typed': return { ...state, text: { ...state.text, ...event.text } };
    case 'stored': return { ...state, saved: event.sent, revision: event.revision };
    case 'unposted': return { ...state, phase: state.theirs ? 'conflict' : 'idle' };
    case 'cleared': return cleared(state, origin);
    default: return state;
  }
}

const cleared = ({ saved }: DraftState, origin: DraftText): DraftState => ({ text: origin, saved: origin, revision: 0, phase: 'idle', gone: saved });

function isGone({ gone }: DraftState, draft: PostDraft | null): boolean {
  return gone !== undefined && draft !== null && isSame(draft, gone);
}

function loaded(state: Omit<DraftState, 'theirs'>, draft: PostDraft | null, origin: DraftText): DraftState {
  const server = textOf(draft, origin);
  const revision = draft?.revision ?? 0;
  // Nothing unsent here, or the same words: the server's copy is the text.
  if (!isUnsaved(state) || isSame(state.text, server)) return { ...state, text: isSame(state.text, server) ? state.text : server, saved: server, revision, phase: 'idle' };
  // Ours came of what the server has, or the draft is gone: ours is the newer one.
  if (revision === state.revision || !draft) return { ...state, saved: server, revision, phase: 'idle' };
  return { ...state, phase: 'conflict', theirs: draft };
}

/** Both devices wrote the same: there is nothing to choose. */
function resolveSame(state: DraftState, origin: DraftText): DraftState {
  if (!state.theirs || !isSame(state.text, textOf(state.theirs, origin))) return state;
  return { text: state.text, saved: textOf(state.theirs, origin), revision: state.theirs.revision, phase: 'idle' };
}

function join(mine: string, other: string): string {
  return [mine.trimEnd(), other.trim()].filter(Boolean).join('\n\n');
}
