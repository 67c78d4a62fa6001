import { forum, websocket } from '@unityplan/contracts';
import { WebSocket } from 'ws';
import { callerOf, type Person } from '../estate/caller.ts';
import type { Estate } from '../estate/estate.ts';
import type { Pod } from '../pod.ts';

/** A live connection that keeps every byte it got. */
export interface Listener {
  readonly frames: Buffer[];
  /** Streams that let it in. */
  readonly open: Set<string>;
  readonly ended: Promise<number>;
  close(): void;
}

export async function ticketOf(pod: Pod, { territory }: Estate, as?: Person): Promise<string> {
  return (await callerOf(pod.port, territory).call(websocket.createTicket, as ? { as } : {})).ticket;
}

/** Everything in a territory that can be followed. */
export function streamsOf({ forum: talk, people }: Estate): string[] {
  const members = Object.values(people).map(({ memberId }) => `member:${memberId}`);
  return ['territory', `topic:${talk.topic.topicId}`, `topic:${talk.gated.topicId}`, `category:${talk.square.categoryId}`, `category:${talk.parlour.categoryId}`, ...members];
}

/** Connects at a host with a ticket and asks for streams; resolves when each is decided upon, or the connection has ended. */
export async function listen(port: number, host: string, ticket: string, streams: readonly string[], headers: Record<string, string> = {}): Promise<Listener> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers: { host, ...headers } });
  const frames: Buffer[] = [];
  const open = new Set<string>();
  const decided = new Set<string>();
  const ended = new Promise<number>((resolve) => socket.on('close', resolve).on('error', () => resolve(0)));
  const ready = new Promise<void>((resolve) => {
    socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', protocol: 1, ticket })));
    socket.on('message', (data: Buffer) => {
      frames.push(data);
      const message = websocket.serverMessage.parse(JSON.parse(data.toString()));
      if (message.type === 'ready') for (const stream of streams) socket.send(JSON.stringify({ type: 'subscribe', stream, cursor: { epoch: '1', seq: 0 } }));
      if (message.type === 'subscribed') open.add(message.stream);
      if ((message.type === 'subscribed' || message.type === 'refused') && message.stream !== undefined) decided.add(message.stream);
      if (decided.size === streams.length) resolve();
    });
  });
  await Promise.race([ready, ended]);
  return { frames, open, ended, close: () => socket.terminate() };
}

/** Something happens in a territory that everyone who follows it hears of; answers the ids of it. */
export async function stir(pod: Pod, of: Estate): Promise<string[]> {
  const { call } = callerOf(pod.port, of.territory);
  const say = (topicId: string) => call(forum.createPost, { as: of.people.reader, params: { topicId }, body: { markdown: `@${of.people.author.handle} news`, replyToPostId: undefined } });
  const posts = [await say(of.forum.gated.topicId), await say(of.forum.topic.topicId)];
  const opened = await call(forum.createTopic, { as: of.people.reader, body: { categoryId: of.forum.square.categoryId, title: 'Something new', markdown: 'News' } });
  await pod.drain();
  return [...posts.map(({ postId }) => postId), opened.topic.topicId, opened.post.postId];
}
