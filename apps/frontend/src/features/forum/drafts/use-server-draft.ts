import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, type PostDraft } from '@unityplan/sdk';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { sdk } from '../../../shared/lib/sdk.ts';
import { store, stored } from '../../../shared/lib/storage.ts';
import { deviceKey, draftQuery } from '../api/drafts.ts';
import { forumKeys } from '../api/keys.ts';
import { blank, isEmpty, isSame, isUnsaved, nextDraft, type DraftEvent, type DraftState, type DraftText } from './draft-machine.ts';

export interface ServerDraft {
  text: DraftText;
  type: (text: Partial<DraftText>) => void;
  /** How it stands with the copy on the server; undefined while there is nothing to keep. */
  status: 'saving' | 'saved' | 'here' | 'loose' | 'conflict' | undefined;
  theirs: PostDraft | undefined;
  resolve: (how: 'kept' | 'took' | 'joined') => void;
  /** To be sent along when posting: the server then drops the draft unless it is newer. */
  revision: number;
  /** The text is posted or given up: both copies go. `posted` leaves the server's to the post itself. */
  clear: (posted: boolean) => void;
}

/**
 * A text that is kept on the server while it is written, so that it can be gone on with on another device, and on this device while
 * there is no connection. `origin` is what stands there without a draft. Not `enabled`, it keeps nothing.
 */
export function useServerDraft(memberId: string, place: string, origin: DraftText = blank, enabled = true): ServerDraft {
  const client = useQueryClient();
  const first = useRef(origin).current;
  const reduce = useCallback((state: DraftState, event: DraftEvent) => nextDraft(state, event, first), [first]);
  const [state, send] = useReducer(reduce, undefined, () => fromDevice(memberId, place, first));
  const latest = useRef(state);
  useEffect(() => { latest.current = state; });

  const loaded = useQuery({ ...draftQuery(place), refetchOnWindowFocus: 'always', refetchOnReconnect: 'always', enabled });
  const { data, dataUpdatedAt, isError } = loaded;
  useEffect(() => { if (data !== undefined) send({ type: 'loaded', draft: data }); }, [data, dataUpdatedAt]);
  useEffect(() => { if (isError) send({ type: 'unreachable' }); }, [isError]);

  const save = useCallback(async () => {
    const { text, revision } = latest.current;
    send({ type: 'sending' });
    try {
      if (isEmpty(text) || isSame(text, first)) {
        await sdk.deletePostDraft({ params: { place } });
        send({ type: 'stored', sent: text, revision: 0 });
      } else {
        const draft = await sdk.savePostDraft({ params: { place }, body: { ...text, title: text.title.slice(0, 150), revision } });
        send({ type: 'stored', sent: text, revision: draft.revision });
      }
      void client.invalidateQueries({ queryKey: forumKeys.drafts });
    } catch (error) {
      const theirs = error instanceof ApiProblem && error.code === 'draft_changed_elsewhere' ? (error.params['draft'] as PostDraft | undefined) : undefined;
      send(theirs ? { type: 'refused', theirs } : { type: 'unreachable' });
    }
  }, [client, place, first]);

  const unsaved = isUnsaved(state);
  const { phase } = state;
  useEffect(() => {
    if (!enabled || !unsaved || (phase !== 'idle' && phase !== 'failed')) return;
    const timer = setTimeout(() => void save(), phase === 'idle' ? 900 : 5000);
    return () => clearTimeout(timer);
  }, [enabled, save, unsaved, phase, state.text]);

  useEffect(() => (enabled ? keepOnDevice(memberId, place, state) : undefined), [enabled, memberId, place, state]);
  // Leaving the page is no reason to lose the last words.
  useEffect(() => () => { if (isUnsaved(latest.current) && latest.current.phase === 'idle') void save(); }, [save]);

  const type = useCallback((text: Partial<DraftText>) => send({ type: 'typed', text }), []);
  const clear = (posted: boolean) => {
    const had = state.revision > 0;
    send({ type: 'cleared' });
    store(deviceKey(memberId, place), undefined);
    client.setQueryData(forumKeys.draft(place), null);
    if (had && !posted) void sdk.deletePostDraft({ params: { place } }).catch(() => undefined);
    void client.invalidateQueries({ queryKey: forumKeys.drafts });
  };
  const status = phase === 'conflict' ? 'conflict' : isEmpty(state.text) || isSame(state.text, first) ? undefined : phase === 'failed' ? 'here' : unsaved || phase === 'saving' || phase === 'loading' ? 'saving' : 'saved';
  return { text: state.text, type, status, theirs: state.theirs, resolve: (how) => send({ type: how }), revision: state.revision, clear };
}

type Kept = Pick<DraftState, 'text' | 'saved' | 'revision'>;

function fromDevice(memberId: string, place: string, origin: DraftText): DraftState {
  const start: DraftState = { text: origin, saved: origin, revision: 0, phase: 'loading' };
  try {
    const kept = JSON.parse(stored(deviceKey(memberId, place)) ?? 'null') as Kept | null;
    return typeof kept?.text?.markdown === 'string' && typeof kept.saved?.markdown === 'string' ? { ...start, text: kept.text, saved: kept.saved, revision: kept.revision } : start;
  } catch {
    return start;
  }
}

function keepOnDevice(memberId: string, place: string, { text, saved, revision }: DraftState): () => void {
  const write = () => store(deviceKey(memberId, place), isSame(text, saved) ? undefined : JSON.stringify({ text, saved, revision } satisfies Kept));
  const timer = setTimeout(write, 250);
  window.addEventListener('pagehide', write);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('pagehide', write);
    write();
  };
}
