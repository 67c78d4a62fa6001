import { websocket } from '@unityplan/contracts';

/** What a client said. Undefined: nothing that can be understood. Without `message`: understood, and not valid. */
export function readMessage(data: Buffer): { message?: websocket.ClientMessage; stream?: string } | undefined {
  let said: unknown;
  try {
    said = JSON.parse(data.toString('utf8'));
  } catch {
    return undefined;
  }
  const message = websocket.clientMessage.safeParse(said);
  if (message.success) return { message: message.data };
  const { type, stream } = (said ?? {}) as { type?: unknown; stream?: unknown };
  if (type !== 'subscribe' && type !== 'unsubscribe') return undefined;
  return typeof stream === 'string' ? { stream: stream.slice(0, 100) } : {};
}
