import type { Cursor } from './generated/types.ts';

/** Where cursors may outlive the page (session storage, a file). Both calls are synchronous and must not throw. */
export interface CursorStore {
  load(stream: string): Cursor | undefined;
  save(stream: string, cursor: Cursor): void;
}

const kept = 500;

/** Cursors in memory, the last few hundred streams of them, in front of the application's store. */
export function cursorMemory(store: CursorStore | undefined): CursorStore {
  const cursors = new Map<string, Cursor>();
  return {
    load: (stream) => cursors.get(stream) ?? store?.load(stream),
    save: (stream, cursor) => {
      cursors.delete(stream);
      cursors.set(stream, cursor);
      for (const oldest of cursors.keys()) if (cursors.size > kept) cursors.delete(oldest);
      store?.save(stream, cursor);
    },
  };
}
