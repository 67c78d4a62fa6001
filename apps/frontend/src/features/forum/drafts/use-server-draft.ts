import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { PostDraft } from '@unityplan/sdk';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { sdk } from '../../../shared/lib/sdk.ts';
import { store, stored } from '../../../shared/lib/storage.ts';
import { deviceKey, draftQuery, type PostedDraft } from '../api/drafts.ts';
import { forumKeys } from '../api/keys.ts';
import { createDraftKeeper, type DraftServer } from './draft-keeper.ts';
import { blank, isEmpty, isSame, isUnsaved, type DraftState, type DraftText } from './draft-machine.ts';

export interface ServerDraft extends PostedDraft {
  text: DraftText;
  type: (text: Partial<DraftText>) => void;
  /** How it stands with the copy on the server; undefined while there is nothing to keep. */
  status: 'saving' | 'saved' | 'here' | 'loose' | 'conflict' | undefined;
  theirs: PostDraft | undefined;
  resolve: (how: 'kept' | 'took' | 'joined') => void;
}

/**
 * A text that is kept on the server while it is written, so that it can be gone on with on another device, and on this device while
 * there is no connection. `origin` is what stands there without a draft. Not `enabled`, it keeps nothing.
 */
export function useServerDraft(memberId: string, place: string, origin: DraftText = blank, enabled = true): ServerDraft {
  const client = useQueryClient();
  const first = useRef(origin).current;
  const [keeper] = useState(() => createDraftKeeper(serverAt(client, place), first, fromDevice(memberId, place, first)));
  const state = useSyncExternalStore(keeper.follow, keeper.state, keeper.state);

  const loaded = useQuery({ ...draftQuery(place), refetchOnWindowFocus: 'always', refetchOnReconnect: 'always', enabled });
  const { data, dataUpdatedAt, isError } = loaded;
  useEffect(() => { if (data !== undefined) keeper.send({ type: 'loaded', draft: data }); }, [keeper, data, dataUpdatedAt]);
  useEffect(() => { if (isError) keeper.send({ type: 'unreachable' }); }, [keeper, isError]);

  const unsaved = isUnsaved(state);
  const { phase } = state;
  useEffect(() => {
    if (!enabled || !unsaved || (phase !== 'idle' && phase !== 'failed')) return;
    const timer = setTimeout(keeper.save, phase === 'idle' ? 900 : 5000);
    return () => clearTimeout(timer);
  }, [enabled, keeper, unsaved, phase, state.text]);

  const keep = useCallback(() => { if (enabled) keepOnDevice(memberId, place, keeper.state()); }, [enabled, keeper, memberId, place]);
  useEffect(() => {
    const timer = setTimeout(keep, 250);
    return () => clearTimeout(timer);
  }, [keep, state]);
  useEffect(() => {
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [keep]);

  const clear = (posted: boolean) => {
    const queryKey = forumKeys.draft(place);
    keeper.clear(posted);
    store(deviceKey(memberId, place), undefined);
    void client.cancelQueries({ queryKey }).then(() => client.setQueryData<PostDraft | null>(queryKey, (draft) => draft && null));
    void client.invalidateQueries({ queryKey: forumKeys.drafts });
  };
  const type = useCallback((text: Partial<DraftText>) => keeper.send({ type: 'typed', text }), [keeper]);
  const status = phase === 'conflict' ? 'conflict' : isEmpty(state.text) || isSame(state.text, first) ? undefined : phase === 'failed' ? 'here' : unsaved || phase === 'saving' || phase === 'loading' ? 'saving' : 'saved';
  return {
    text: state.text, type, status, theirs: state.theirs, resolve: (how) => keeper.send({ type: how }),
    hold: keeper.hold, release: () => keeper.send({ type: 'unposted' }), clear,
  };
}

/** The server's copy at a place; the list of drafts follows what becomes of it. */
function serverAt(client: QueryClient, place: string): DraftServer {
  const change = async <T>(send: () => Promise<T>): Promise<T> => {
    // An answer that is on its way is older than what is saved now.
    await client.cancelQueries({ queryKey: forumKeys.draft(place) });
    const answer = await send();
    void client.invalidateQueries({ queryKey: forumKeys.drafts });
    return answer;
  };
  return {
    save: (text, revision) => change(() => sdk.savePostDraft({ params: { place }, body: { ...text, title: text.title.slice(0, 150), revision } })),
    remove: () => change(() => sdk.deletePostDraft({ params: { place } })),
  };
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

function keepOnDevice(memberId: string, place: string, { text, saved, revision }: DraftState): void {
  store(deviceKey(memberId, place), isSame(text, saved) ? undefined : JSON.stringify({ text, saved, revision } satisfies Kept));
}
