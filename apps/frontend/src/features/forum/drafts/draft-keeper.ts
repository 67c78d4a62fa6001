import { ApiProblem, type PostDraft } from '@unityplan/sdk';
import { isEmpty, isSame, isUnsaved, nextDraft, type DraftEvent, type DraftState, type DraftText } from './draft-machine.ts';

/** The server's copy of a text. */
export interface DraftServer {
  /** Refused with `draft_changed_elsewhere` unless `revision` is the stored one. */
  save: (text: DraftText, revision: number) => Promise<{ revision: number }>;
  remove: () => Promise<unknown>;
}

/** A text and its copies. Whatever happens to it is so at once, also for a page that goes away in the same moment. */
export interface DraftKeeper {
  state: () => DraftState;
  send: (event: DraftEvent) => void;
  /** Sends what the server does not have; one save after the other. */
  save: () => void;
  /** Before posting: no save from now on. Answers the revision to be sent along, once a save that is on its way is done. */
  hold: () => Promise<number>;
  /** The text is posted or given up. `posted` leaves the server's copy to the post itself. */
  clear: (posted: boolean) => void;
  /** Follows it. When the last one leaves, the last words go to the server. */
  follow: (listener: () => void) => () => void;
}

/** Keeps a text; `origin` is what stands at its place without a draft. */
export function createDraftKeeper(server: DraftServer, origin: DraftText, start: DraftState): DraftKeeper {
  let state = start;
  let underWay: Promise<number> | undefined;
  const listeners = new Set<() => void>();
  const send = (event: DraftEvent) => {
    state = nextDraft(state, event, origin);
    for (const listener of listeners) listener();
    lastWords();
  };

  /** Answers the revision that the server has afterwards. */
  const saveNow = async (): Promise<number> => {
    if (!isUnsaved(state) || (state.phase !== 'idle' && state.phase !== 'failed')) return state.revision;
    const { text, revision } = state;
    send({ type: 'sending' });
    try {
      const stored = isEmpty(text) || isSame(text, origin) ? await server.remove().then(() => 0) : (await server.save(text, revision)).revision;
      send({ type: 'stored', sent: text, revision: stored });
      return stored;
    } catch (error) {
      const theirs = error instanceof ApiProblem && error.code === 'draft_changed_elsewhere' ? (error.params['draft'] as PostDraft | undefined) : undefined;
      send(theirs ? { type: 'refused', theirs } : { type: 'unreachable' });
      return revision;
    }
  };
  const save = () => {
    const one = (underWay ?? Promise.resolve()).then(saveNow).finally(() => { if (underWay === one) underWay = undefined; });
    underWay = one;
  };
  const lastWords = () => { if (listeners.size === 0 && state.phase === 'idle' && isUnsaved(state)) save(); };

  return {
    state: () => state,
    send,
    save,
    hold: () => {
      const { revision } = state;
      send({ type: 'posting' });
      return underWay?.then((stored) => Math.max(revision, stored)) ?? Promise.resolve(revision);
    },
    clear: (posted) => {
      const had = state.revision > 0;
      send({ type: 'cleared' });
      // A save that is on its way is taken back when it says what it stored.
      if (had && !posted) server.remove().catch(() => undefined);
    },
    follow: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        lastWords();
      };
    },
  };
}
