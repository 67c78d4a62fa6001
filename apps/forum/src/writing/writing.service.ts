import { Injectable } from '@nestjs/common';
import { user } from '@unityplan/contracts';
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

/** Turns what people write into what is stored: once, when it is written. */
@Injectable()
export class WritingService {
  constructor(
    private readonly rpc: RpcClient,
    private readonly metrics: ForumMetrics,
  ) {}

  /**
   * Renders a text; asks the user service whom it mentions, so call it before a transaction begins.
   * `postId` keeps ids inside the HTML apart. Throws `input_invalid` for a text that is too involved.
   */
  async write(territory: string, postId: string, markdown: string): Promise<WrittenText> {
    const text = parseText(markdown);
    const members = await this.membersOf(territory, text.handles);
    const { html, excerpt } = renderText(text, new Set(members.keys()), `post-${postId}-`);
    return { markdown, html, excerpt, renderVersion, mentionedIds: [...new Set(members.values())] };
  }

  /** Without the user service a text is kept with its mentions as plain text: losing a mention is better than losing the text. */
  private async membersOf(territory: string, handles: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (handles.length === 0) return new Map();
    try {
      const { people } = await this.rpc.call(user.resolveHandles, territory, { handles: [...handles] });
      return new Map(people.map(({ handle, memberId }) => [handle, memberId]));
    } catch (error) {
      this.metrics.mentionsUnresolved(error);
      return new Map();
    }
  }
}
