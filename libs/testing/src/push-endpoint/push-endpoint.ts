import { createECDH, randomBytes } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { decryptPush, EncryptionFault, type BrowserKeys } from './decrypt.ts';
import { checkVapid, VapidFault, type VapidClaims } from './vapid.ts';

/** What the endpoint says to the next messages, in turn; it accepts when nothing is planned. `drop` cuts the line after the whole message; `slow` answers only when told. */
export type PushAnswer = 'accept' | 'drop' | { readonly status: number; readonly retryAfter?: string } | { readonly slow: Promise<void> };

/** A message that kept every rule, as its browser reads it. */
export interface ReceivedPush {
  readonly text: string;
  readonly ttl: number;
  readonly urgency: string;
  readonly topic: string | undefined;
  readonly claims: VapidClaims;
}

export interface TestBrowser {
  /** What `PushSubscription.toJSON()` gives. */
  readonly subscription: { readonly endpoint: string; readonly keys: { readonly p256dh: string; readonly auth: string } };
  /** Accepted messages, oldest first. */
  readonly inbox: ReceivedPush[];
  /** What a browser that was asleep finds: of messages with one topic the newest (RFC 8030 §5.4). */
  waiting(): ReceivedPush[];
  /** The member ends the subscription in the browser. */
  end(): void;
}

export interface PushEndpoint {
  readonly origin: string;
  /** A browser that subscribes with the sender's key, as `pushManager.subscribe` does. */
  browser(applicationServerKey?: string): TestBrowser;
  plan(...answers: PushAnswer[]): void;
  /** Messages that came in whole and kept every rule, accepted or not. */
  readonly attempts: ReceivedPush[];
  /** Why messages were refused. Empty as long as the sender keeps the rules. */
  readonly faults: string[];
  close(): Promise<void>;
}

interface Subscriber extends BrowserKeys {
  readonly senderKey: string | undefined;
  readonly inbox: ReceivedPush[];
  ended: boolean;
}

const mostBytes = 4096;

/** A real push service on a free port of this machine: checks RFC 8030, 8188, 8291 and 8292 by means of node:crypto alone, and misbehaves on demand. */
export async function startPushEndpoint(options: { tls?: { key: string; cert: string } } = {}): Promise<PushEndpoint> {
  const subscribers = new Map<string, Subscriber>();
  const planned: PushAnswer[] = [];
  const attempts: ReceivedPush[] = [];
  const faults: string[] = [];
  let origin = '';

  const handle = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const refuse = (status: number, why: string): void => {
      faults.push(why);
      response.writeHead(status).end(why);
    };
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const subscriber = subscribers.get(/^\/push\/([\w-]+)$/.exec(request.url ?? '')?.[1] ?? '');
    if (!subscriber) return refuse(404, 'no such subscription');
    if (subscriber.ended) return void response.writeHead(410).end();
    let message: ReceivedPush;
    try {
      message = read(request, Buffer.concat(chunks), subscriber, origin);
    } catch (error) {
      if (error instanceof VapidFault) return refuse(403, error.message);
      return refuse(400, error instanceof EncryptionFault || error instanceof RuleFault ? error.message : String(error));
    }
    attempts.push(message);
    const answer = planned.shift() ?? 'accept';
    if (answer === 'drop') return void request.socket.destroy();
    if (typeof answer === 'object' && 'slow' in answer) await answer.slow;
    if (typeof answer === 'object' && 'status' in answer) return void response.writeHead(answer.status, answer.retryAfter === undefined ? {} : { 'retry-after': answer.retryAfter }).end();
    subscriber.inbox.push(message);
    response.writeHead(201, { location: `${origin}/message/${randomBytes(8).toString('hex')}`, ttl: String(message.ttl) }).end();
  };

  const listener = (request: http.IncomingMessage, response: http.ServerResponse): void => void handle(request, response).catch(() => response.destroy());
  const server = options.tls ? https.createServer(options.tls, listener) : http.createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `${options.tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    attempts,
    faults,
    plan: (...answers) => void planned.push(...answers),
    browser: (senderKey) => {
      const ecdh = createECDH('prime256v1');
      const subscriber: Subscriber = { ecdh, auth: randomBytes(16), senderKey, inbox: [], ended: false };
      const p256dh = ecdh.generateKeys('base64url');
      const id = randomBytes(16).toString('base64url');
      subscribers.set(id, subscriber);
      return {
        subscription: { endpoint: `${origin}/push/${id}`, keys: { p256dh, auth: subscriber.auth.toString('base64url') } },
        inbox: subscriber.inbox,
        waiting: () => subscriber.inbox.filter(({ topic }, i, all) => topic === undefined || !all.slice(i + 1).some((later) => later.topic === topic)),
        end: () => (subscriber.ended = true),
      };
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

class RuleFault extends Error {}

/** Throws what the message does not keep. */
function read(request: http.IncomingMessage, body: Buffer, subscriber: Subscriber, origin: string): ReceivedPush {
  const header = (name: string): string | undefined => request.headers[name] as string | undefined;
  const rule = (kept: boolean, why: string): void => {
    if (!kept) throw new RuleFault(why);
  };
  const [ttl, urgency, topic] = [header('ttl'), header('urgency') ?? 'normal', header('topic')];
  rule(request.method === 'POST', 'not POST');
  rule(/^\d+$/.test(ttl ?? ''), 'TTL is missing or no number');
  rule(['very-low', 'low', 'normal', 'high'].includes(urgency), `Urgency ${urgency} is unknown`);
  rule(topic === undefined || /^[\w-]{1,32}$/.test(topic), 'Topic is not 1 to 32 characters of base64url');
  rule(body.length > 0 && body.length <= mostBytes, `the body has ${body.length} bytes`);
  rule(header('content-encoding') === 'aes128gcm', 'Content-Encoding is not aes128gcm');
  const claims = checkVapid(header('authorization'), { origin, key: subscriber.senderKey, now: Math.floor(Date.now() / 1000) });
  return { text: decryptPush(body, subscriber), ttl: Number(ttl), urgency, topic, claims };
}
