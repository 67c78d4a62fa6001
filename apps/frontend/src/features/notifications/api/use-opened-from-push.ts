import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** A push message was pressed while this window is open: it goes there without loading anew, and says so to the worker. */
export function useOpenedFromPush(): void {
  const router = useRouter();
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    const open = (event: MessageEvent<{ type?: string; url?: string }>) => {
      if (event.data.type !== 'open' || !event.data.url?.startsWith('/')) return;
      event.ports[0]?.postMessage('ok');
      router.history.push(event.data.url);
    };
    navigator.serviceWorker.addEventListener('message', open);
    navigator.serviceWorker.startMessages();
    return () => navigator.serviceWorker.removeEventListener('message', open);
  }, [router]);
}
