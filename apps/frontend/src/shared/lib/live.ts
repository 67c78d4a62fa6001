import type { Live, LiveStatus, StreamHandlers } from '@unityplan/sdk';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { loadPatiently } from './load-part.ts';

// The live client is not needed for the first paint, so it comes in a chunk of its own with the first subscription.
let client: Promise<Live> | undefined;
let status: LiveStatus = 'connecting';
const listeners = new Set<() => void>();

function live(): Promise<Live> {
  // Every stream waits for it.
  client ??= loadPatiently(() => import('./live-client.ts'), () => tell('offline')).then(({ openLive }) => openLive(tell));
  return client;
}

function tell(next: LiveStatus): void {
  status = next;
  for (const listener of listeners) listener();
}

/** After signing in or out: the same streams under the new name. */
export function reconnectLive(): void {
  void client?.then((opened) => opened.reconnect());
}

/** How the live connection is. */
export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore((listener) => { listeners.add(listener); return () => listeners.delete(listener); }, () => status, () => status);
}

/** Follows a stream while mounted; handlers may change between renders. Undefined follows nothing. */
export function useLive(stream: string | undefined, handlers: StreamHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    if (!stream) return;
    let stop: (() => void) | undefined;
    let gone = false;
    void live().then((opened) => {
      if (gone) return;
      stop = opened.subscribe(stream, {
        onEntry: (entry) => latest.current.onEntry(entry),
        onReload: () => latest.current.onReload(),
        onSubscribed: () => latest.current.onSubscribed?.(),
        onRefused: (code) => latest.current.onRefused?.(code),
      });
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [stream]);
}
