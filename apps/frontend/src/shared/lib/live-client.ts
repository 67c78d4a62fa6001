import { createLive, type Live, type LiveStatus } from '@unityplan/sdk';
import { foundClosed } from './closed-territory.ts';
import { sdk } from './sdk.ts';

/** Opens the live connection of this page. */
export function openLive(onStatus: (status: LiveStatus) => void): Live {
  return createLive({
    url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`,
    // When a territory closes, its sockets end: this is the first call that learns why.
    getTicket: async () => (await sdk.createTicket().catch((error: unknown) => { foundClosed(error); throw error; })).ticket,
    onStatus,
  });
}
