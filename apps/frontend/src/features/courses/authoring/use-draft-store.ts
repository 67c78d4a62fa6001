import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@unityplan/sdk';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { mayPass } from '../../../shared/lib/query-client.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { store, stored } from '../../../shared/lib/storage.ts';
import { teachKeys } from './api.ts';
import type { Change, CourseDraft } from './document.ts';
import { edit, isDirty, keepMine, nextSave, openDraft, toKeep, wasOvertaken, wasRefused, wasSaved, wasSent, type DraftState, type KeptDraft, type PendingSave } from './draft-state.ts';

type Step =
  | { do: 'edit'; change: Change }
  | { do: 'send'; save: PendingSave }
  | { do: 'saved'; save: PendingSave; revision: number }
  | { do: 'overtaken' }
  | { do: 'refused' }
  | { do: 'keep'; newer: CourseDraft }
  | { do: 'show'; draft: CourseDraft };

function step(state: DraftState, next: Step): DraftState {
  switch (next.do) {
    case 'edit': return edit(state, next.change);
    case 'send': return wasSent(state, next.save);
    case 'saved': return wasSaved(state, next.save, next.revision);
    case 'overtaken': return wasOvertaken(state);
    case 'refused': return wasRefused(state);
    case 'keep': return keepMine(state, next.newer);
    case 'show': return openDraft(next.draft, undefined);
  }
}

export type DraftSaveState = 'saved' | 'saving' | 'offline' | 'unkept' | 'conflict' | 'refused';
export interface DraftStore {
  document: DraftState['document'];
  revision: number;
  state: DraftSaveState;
  refusal: unknown;
  edit: (change: Change) => void;
  /** Keeps what is on screen over the newer draft. */
  keep: (newer: CourseDraft) => void;
  /** Shows another draft in its place: the newer one, or a restored one. */
  show: (draft: CourseDraft) => void;
  /** How often that was done: the key of fields that keep what is typed to themselves. */
  shown: number;
}

/** The draft on screen: changed at once, kept on this device, saved a moment after the last change, and again whenever the connection is back. */
export function useDraftStore(loaded: CourseDraft, memberId: string): DraftStore {
  const client = useQueryClient();
  const { courseId } = loaded;
  const place = `unityplan.course.${memberId}.${courseId}`;
  const [state, dispatch] = useReducer(step, undefined, () => openDraft(loaded, keptHere(place)));
  const [sending, setSending] = useState(false);
  const [failures, setFailures] = useState(0);
  const [refusal, setRefusal] = useState<unknown>();
  const [kept, setKept] = useState(true);
  const [shown, setShown] = useState(0);

  useEffect(() => {
    const timer = setTimeout(() => setKept(keepHere(place, state)), 200);
    return () => clearTimeout(timer);
  }, [place, state]);

  const latest = useRef(state);
  useEffect(() => { latest.current = state; });
  // Leaving is no reason to lose the last words: they wait on this device for the next time the editor opens.
  useEffect(() => {
    const keep = () => void keepHere(place, latest.current);
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [place]);

  const save = useCallback(async () => {
    const next = nextSave(latest.current, crypto.randomUUID());
    if (!next || sending) return;
    setSending(true);
    dispatch({ do: 'send', save: next });
    try {
      const { revision } = await sdk.saveDraft({ params: { courseId }, idempotencyKey: next.key, body: { revision: next.revision, document: next.document } });
      dispatch({ do: 'saved', save: next, revision });
      setFailures(0);
      setRefusal(undefined);
      void client.invalidateQueries({ queryKey: teachKeys.check(courseId) });
      void client.invalidateQueries({ queryKey: teachKeys.list });
    } catch (error) {
      if (mayPass(error)) setFailures((count) => count + 1);
      else if (error instanceof ApiProblem && error.code === 'draft_changed_meanwhile') dispatch({ do: 'overtaken' });
      else {
        dispatch({ do: 'refused' });
        setRefusal(error);
      }
    } finally {
      setSending(false);
    }
  }, [sending, courseId, client]);

  const waiting = isDirty(state) && !state.conflict && !sending && !refusal;
  useEffect(() => {
    if (!waiting) return;
    const again = () => void save();
    const timer = setTimeout(again, failures === 0 ? 1000 : Math.min(1000 * 2 ** failures, 20_000));
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [waiting, failures, save, state]);

  useEffect(() => {
    if (!isDirty(state)) return;
    const leave = (event: BeforeUnloadEvent) => { if (!kept) event.preventDefault(); };
    window.addEventListener('beforeunload', leave);
    return () => window.removeEventListener('beforeunload', leave);
  }, [state, kept]);

  const said: DraftSaveState = state.conflict ? 'conflict' : refusal ? 'refused' : !isDirty(state) ? 'saved' : failures > 0 ? (kept ? 'offline' : 'unkept') : 'saving';
  return {
    document: state.document,
    revision: state.revision,
    state: said,
    refusal,
    edit: useCallback((change: Change) => { setRefusal(undefined); dispatch({ do: 'edit', change }); }, []),
    keep: (newer) => dispatch({ do: 'keep', newer }),
    show: (draft) => { setShown((count) => count + 1); dispatch({ do: 'show', draft }); },
    shown,
  };
}

/** Keeps on this device what the server does not have; answers whether that is kept now. */
function keepHere(place: string, state: DraftState): boolean {
  const keep = toKeep(state);
  return store(place, keep && JSON.stringify(keep));
}

function keptHere(place: string): KeptDraft | undefined {
  try {
    const kept: unknown = JSON.parse(stored(place) ?? 'null');
    if (typeof kept === 'object' && kept && 'document' in kept && 'revision' in kept) return kept as KeptDraft;
  } catch {
    // What cannot be read is as good as nothing.
  }
  return undefined;
}
