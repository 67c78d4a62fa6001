import { Injectable } from '@nestjs/common';
import { badge, forum } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { People } from '@unityplan/service-kit';
import { Audience } from '../neighbours/audience.views.ts';
import { courseFor, kindOf, type Badge, type Content, type Decision, type Excerpt, type Pointer } from './contents.policy.ts';

const mostPerCall = 100;

/**
 * What entries say, read now and under the rights of the member who is to see it. What is deleted, hidden or closed to the member is
 * not in the answer: the one place that decides this for the list, mail, digests and push. Throws while a neighbour is away.
 */
@Injectable()
export class Contents {
  constructor(
    private readonly rpc: RpcClient,
    private readonly people: People,
    private readonly audience: Audience,
  ) {}

  async of(territory: string, viewerId: string, pointers: readonly Pointer[]): Promise<ReadonlyMap<string, Content>> {
    const ids = (kind: Content['kind']): string[] => [...new Set(pointers.filter(({ about }) => kindOf(about) === kind).map(({ subject_id }) => subject_id))];
    const keys = [...new Set(pointers.flatMap(({ details }) => details.badge ?? []))];
    const [posts, decisions, badges, moderated] = await Promise.all([
      inParts(ids('post'), async (postIds) => (await this.rpc.call(forum.getExcerpts, territory, { postIds, viewerId, html: false })).posts),
      inParts(ids('moderation'), async (decisionIds) => (await this.rpc.call(forum.getDecisions, territory, { decisionIds, viewerId })).decisions),
      inParts(keys, async (part) => (await this.rpc.call(badge.describeBadges, territory, { badges: part })).badges),
      this.moderated(territory, viewerId, pointers),
    ]);
    const personOf = await this.people.of(territory, [...posts.map(({ authorId }) => authorId), ...decisions.map(({ moderatorId }) => moderatorId), ...pointers.map(({ details }) => details.byId)]);
    const postOf = new Map<string, Excerpt>(posts.map((post) => [post.postId, post]));
    const decisionOf = new Map<string, Decision>(decisions.map((decision) => [decision.decisionId, decision]));
    const badgeOf = new Map<string, Badge>(badges.map((one) => [one.badge, one]));
    const contents = new Map<string, Content>();
    for (const pointer of pointers) {
      const { subject_id: id, details } = pointer;
      const [post, decision, held] = [postOf.get(id), decisionOf.get(id), badgeOf.get(details.badge ?? '')];
      if (post) contents.set(id, { kind: 'post', post, actor: personOf(post.authorId) });
      else if (decision) contents.set(id, { kind: 'moderation', decision, moderator: personOf(decision.moderatorId) });
      else if (held) contents.set(id, { kind: 'badge', badge: held, course: courseFor(held, pointer), by: details.byId ? personOf(details.byId) : null });
      else if (kindOf(pointer.about) === 'queue' && moderated.has(details.categoryId!)) contents.set(id, { kind: 'queue' });
    }
    return contents;
  }

  /** Categories of the queue's entries that the viewer still moderates. */
  private async moderated(territory: string, viewerId: string, pointers: readonly Pointer[]): Promise<ReadonlySet<string>> {
    const categories = new Set(pointers.filter(({ about }) => kindOf(about) === 'queue').map(({ details }) => details.categoryId!));
    const found = new Set<string>();
    for (const categoryId of categories) if (await this.audience.mayModerate(territory, categoryId, viewerId)) found.add(categoryId);
    return found;
  }
}

async function inParts<T>(ids: readonly string[], ask: (part: string[]) => Promise<T[]>): Promise<T[]> {
  const answers: T[] = [];
  for (let i = 0; i < ids.length; i += mostPerCall) answers.push(...(await ask(ids.slice(i, i + mostPerCall))));
  return answers;
}
