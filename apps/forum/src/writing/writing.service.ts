import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { commonErrors, Problem, user } from '@unityplan/contracts';
import { parseText, renderText, renderVersion } from '@unityplan/markdown';
import { RpcClient } from '@unityplan/messaging';
import { ForumMetrics } from '../events.ts';

/** A text ready to be stored. */
export interface WrittenText {
  readonly markdown: string;
  readonly html: string;
  readonly excerpt: string;
  readonly renderVersion: number;
  readonly mentionedIds: readonly string[];
}

/** How long a text waits for a user service that died: it is back within seconds. */
const patienceMs = 5_000;
const pauseMs = 200;

/** Turns what people write into what is stored: once, when it is written. */
@Injectable()
export class WritingService {
  constructor(
    private readonly rpc: RpcClient,
    private readonly metrics: ForumMetrics,
  ) {}

  /**
   * Renders a text; asks the user service whom it mentions, so call it before a transaction begins. `postId` keeps ids inside the HTML
   * apart. Throws `input_invalid` for a text that is too involved, and `service_unavailable` while nobody can say whom it mentions: a
   * text is stored with all of its mentions or not yet, since nobody would be told of one that was lost.
   */
  async write(territory: string, postId: string, markdown: string): Promise<WrittenText> {
    const text = parseText(markdown);
    const members = await this.membersOf(territory, text.handles, patienceMs).catch((error: unknown) => {
      this.metrics.mentionsUnresolved(error);
      throw new Problem(commonErrors.service_unavailable);
    });
    const { html, excerpt } = renderText(text, new Set(members.keys()), `post-${postId}-`);
    return { markdown, html, excerpt, renderVersion, mentionedIds: [...new Set(members.values())] };
  }

  /** How a text will look; while nobody can say whom it mentions, its mentions are text. Throws `input_invalid` as `write` does. */
  async preview(territory: string, markdown: string): Promise<string> {
    const text = parseText(markdown);
    const members = await this.membersOf(territory, text.handles, 0).catch(() => new Map<string, string>());
    // Any prefix will do: a preview is alone on its page, or beside posts that have their own.
    return renderText(text, new Set(members.keys()), 'post-0-').html;
  }

  private async membersOf(territory: string, handles: readonly string[], waitMs: number): Promise<ReadonlyMap<string, string>> {
    if (handles.length === 0) return new Map();
    for (const until = Date.now() + waitMs; ; await sleep(pauseMs)) {
      try {
        const { people } = await this.rpc.call(user.resolveHandles, territory, { handles: [...handles] });
        return new Map(people.map(({ handle, memberId }) => [handle, memberId]));
      } catch (error) {
        if (Date.now() >= until) throw error;
      }
    }
  }
}
