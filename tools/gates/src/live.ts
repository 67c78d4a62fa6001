import { websocket } from '@unityplan/contracts';
import { contextHeader, contextKeyPurpose, deriveKey, signContext } from '@unityplan/service-kit';
import type { Constellation, TestMember } from '@unityplan/testing';
import { WebSocket } from 'ws';

/** So many questions wait for an answer at a time. */
const atOnce = 10;

/** Whether each stream lets someone in, over a connection of their own. */
export async function follow(pod: Constellation, territory: string, as: TestMember | undefined, streams: readonly string[]): Promise<Map<string, boolean>> {
  const { body } = await pod.call(websocket.createTicket, { territory, ...(as ? { as } : {}) });
  const context = signContext({ territory, ip: '192.0.2.1', routingEpoch: 1 }, deriveKey(pod.config.podSecret, contextKeyPurpose));
  const socket = new WebSocket(`${pod.service('websocket').url.replace('http', 'ws')}/ws`, { headers: { host: `${territory.toLowerCase()}.localhost`, [contextHeader]: context } });
  const told = new Map<string, boolean>();
  try {
    return await new Promise((resolve, reject) => {
      const ask = (): void => streams.slice(told.size, told.size + atOnce).forEach((stream) => socket.send(JSON.stringify({ type: 'subscribe', stream })));
      let asked = 0;
      socket.on('error', reject).on('close', (code) => reject(new Error(`the connection ended with ${code}`)));
      socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', protocol: 1, ticket: body.ticket })));
      socket.on('message', (data: Buffer) => {
        const message = websocket.serverMessage.parse(JSON.parse(data.toString()));
        if (message.type === 'subscribed') told.set(message.stream, true);
        else if (message.type === 'refused' && message.stream !== undefined) told.set(message.stream, false);
        else if (message.type === 'refused') return reject(new Error(`refused: ${message.code}`));
        else if (message.type !== 'ready') return;
        if (told.size === streams.length) return resolve(told);
        if (told.size < asked) return;
        ask();
        asked = Math.min(streams.length, asked + atOnce);
      });
    });
  } finally {
    socket.removeAllListeners('close').on('error', () => undefined);
    socket.close();
  }
}
