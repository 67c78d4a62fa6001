import { Inject, Injectable } from '@nestjs/common';
import { forum, type Gate } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { CONFIG } from '@unityplan/service-kit';
import QuickLRU from 'quick-lru';
import type { WebsocketConfig } from '../websocket.config.ts';

/** Who may read a topic or category, and the category that decides it. */
export interface Place {
  readonly categoryId: string;
  readonly read: Gate;
}
/** By stream; undefined where the forum knows nothing. */
type Answer = ReadonlyMap<string, Place | undefined>;
interface Known {
  readonly place: Place | undefined;
  readonly at: number;
}
interface Question {
  readonly streams: Set<string>;
  readonly answer: Promise<Answer>;
}

/** While the forum is away, what it said last counts for this long. */
const staleMs = 60_000;
const mostPlaces = 50_000;
const gatherMs = 2;
const mostPerCall = 500;

/** The read gates of topics and categories: asked of the forum for many connections together, and remembered until they change. */
@Injectable()
export class Places {
  private readonly known = new QuickLRU<string, Known>({ maxSize: mostPlaces });
  private readonly gathering = new Map<string, Question>();
  private changes = 0;

  constructor(
    private readonly rpc: RpcClient,
    @Inject(CONFIG) private readonly config: WebsocketConfig,
  ) {}

  /** The place of a `topic:…` or `category:…` stream; undefined when the forum knows none. Rejects when nobody can tell. */
  async of(territory: string, stream: string): Promise<Place | undefined> {
    const known = this.known.get(keyOf(territory, stream));
    if (known && performance.now() - known.at < this.config.placesFreshMs) return known.place;
    try {
      return (await this.ask(territory, stream)).get(stream);
    } catch (error) {
      if (known && performance.now() - known.at < staleMs) return known.place;
      throw error;
    }
  }

  /** The next look-up of a topic asks the forum. */
  forgetTopic(territory: string, topicId: string): void {
    this.changes++;
    this.known.delete(keyOf(territory, `topic:${topicId}`));
  }

  /** The same for a category and every topic in it. Answers which streams that concerns. */
  forgetCategory(territory: string, categoryId: string): string[] {
    this.changes++;
    const prefix = keyOf(territory, '');
    const gone = [...this.known].flatMap(([key, { place }]) => (place?.categoryId === categoryId && key.startsWith(prefix) ? [key] : []));
    for (const key of gone) this.known.delete(key);
    return gone.map((key) => key.slice(prefix.length));
  }

  /** Puts a question to those that will be asked in a moment. */
  private ask(territory: string, stream: string): Promise<Answer> {
    const open = this.gathering.get(territory);
    if (open && open.streams.size < mostPerCall) {
      open.streams.add(stream);
      return open.answer;
    }
    const streams = new Set([stream]);
    const question: Question = {
      streams,
      answer: new Promise((resolve) => setTimeout(resolve, gatherMs)).then(() => {
        if (this.gathering.get(territory) === question) this.gathering.delete(territory);
        return this.put(territory, [...streams]);
      }),
    };
    this.gathering.set(territory, question);
    return question.answer;
  }

  private async put(territory: string, streams: readonly string[]): Promise<Answer> {
    const ids = (kind: string): string[] => streams.flatMap((stream) => (stream.startsWith(`${kind}:`) ? [stream.slice(kind.length + 1)] : []));
    for (;;) {
      const { changes } = this;
      const at = performance.now();
      const { topics, categories } = await this.rpc.call(forum.getPlaces, territory, { topicIds: ids('topic'), categoryIds: ids('category') });
      // A change that was heard of meanwhile may be newer than the answer.
      if (changes !== this.changes) continue;
      const places = new Map<string, Place | undefined>([
        ...topics.map(({ topicId, categoryId, read }) => [`topic:${topicId}`, { categoryId, read }] as const),
        ...categories.map(({ categoryId, read }) => [`category:${categoryId}`, { categoryId, read }] as const),
      ]);
      for (const stream of streams) this.known.set(keyOf(territory, stream), { place: places.get(stream), at });
      return places;
    }
  }
}

const keyOf = (territory: string, stream: string): string => `${territory} ${stream}`;
