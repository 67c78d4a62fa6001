import { createLive, type Live, type LiveStatus } from '@unityplan/sdk';
import { sdk } from './sdk.ts';

/** Opens the live connection of this page. */
export function openLive(onStatus: (status: LiveStatus) => void): Live {
  return createLive({
    url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`,
    getTicket: async () => (await sdk.createTicket()).ticket,
    onStatus,
  });
}
