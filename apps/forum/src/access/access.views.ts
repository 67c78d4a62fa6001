import { Injectable } from '@nestjs/common';
import { badgesOf, commonErrors, moderators, Problem, type forum, type Gate } from '@unityplan/contracts';
import { Permissions } from '@unityplan/service-kit';
import type { Gates } from './gates.policy.ts';
import { KnownCategories } from './known-categories.views.ts';
import { PlacesViews } from './places.views.ts';
import type { Who } from '../who.ts';

/** Something moved to another category between deciding and doing: decide again. */
export class MovedMeanwhile extends Error {
  override readonly name = 'MovedMeanwhile';
}
const mostMoves = 10;

/** Who may do what in which category. Whoever does anything must also be allowed to read. */
@Injectable()
export class Access {
  constructor(
    private readonly categories: KnownCategories,
    private readonly permissions: Permissions,
    private readonly places: PlacesViews,
  ) {}

  /** Refuses who may not: `not_found` without such a category, `not_signed_in` to a guest, else `badge_required` with the way in. */
  async require(who: Who, categoryId: string, action: forum.CategoryAction): Promise<void> {
    const gates = await this.gates(who.territory, categoryId);
    if (!gates) throw new Problem(commonErrors.not_found);
    await this.permissions.require(who.territory, who.memberId, gates.read);
    if (action !== 'read') await this.permissions.require(who.territory, who.memberId, gates[action]);
  }

  async allows(who: Who, categoryId: string, action: forum.CategoryAction): Promise<boolean> {
    const gates = await this.gates(who.territory, categoryId);
    return gates !== undefined && (await this.passes(who, [gates], action))[0]!;
  }

  /** The categories in which someone may do something; `'all'` when that is every one, so that lists need no filter. */
  async where(who: Who, action: forum.CategoryAction): Promise<'all' | string[]> {
    const known = await this.categories.of(who.territory);
    const passes = await this.passes(who, [...known.values()], action);
    const ids = [...known.keys()].filter((_, i) => passes[i]);
    return ids.length === known.size ? 'all' : ids;
  }

  /** The same for who must be able to do it somewhere: refuses who can nowhere, by the rule that most categories have. */
  async somewhere(who: Who, action: 'moderate'): Promise<'all' | string[]> {
    const within = await this.where(who, action);
    if (within.length === 0) await this.permissions.require(who.territory, who.memberId, moderators);
    return within;
  }

  /**
   * Finds where something is, asks for the right to act there, and acts. `act` throws MovedMeanwhile when it finds it elsewhere
   * under its lock; then all of it is done again.
   */
  async at<T>(who: Who, action: forum.CategoryAction, find: () => Promise<string>, act: (categoryId: string) => Promise<T>): Promise<T> {
    for (let moves = 0; ; moves++) {
      const categoryId = await find();
      await this.require(who, categoryId, action);
      try {
        return await act(categoryId);
      } catch (error) {
        if (!(error instanceof MovedMeanwhile)) throw error;
        if (moves === mostMoves) throw new Problem(commonErrors.service_unavailable);
      }
    }
  }

  /** The same within a topic, found where it was last seen: a writer need not look first. */
  inTopic<T>(who: Who, action: forum.CategoryAction, topicId: string, act: (categoryId: string) => Promise<T>): Promise<T> {
    const actThere = (categoryId: string): Promise<T> =>
      act(categoryId).catch((error: unknown) => {
        if (error instanceof MovedMeanwhile) this.places.forgetHint(who.territory, topicId);
        throw error;
      });
    return this.at(who, action, () => this.places.hint(who.territory, topicId), actThere);
  }

  /** The badge by which someone moderates a category; null when its gate asks for none. */
  async roleOf(who: Who, categoryId: string): Promise<string | null> {
    const gate = (await this.gates(who.territory, categoryId))?.moderate;
    if (!gate) return null;
    const leaves = leavesOf(gate);
    const verdicts = await this.permissions.checkAll(who.territory, who.memberId, leaves);
    const opened = leaves.find((_, i) => verdicts[i]!.allowed);
    return opened ? badgesOf(opened)[0]! : null;
  }

  private async gates(territory: string, categoryId: string): Promise<Gates | undefined> {
    return (await this.categories.of(territory)).get(categoryId);
  }

  private async passes(who: Who, gates: readonly Gates[], action: forum.CategoryAction): Promise<boolean[]> {
    const asked = gates.flatMap((one) => [one.read, one[action]]);
    const verdicts = await this.permissions.checkAll(who.territory, who.memberId, asked);
    return gates.map((_, i) => verdicts[2 * i]!.allowed && verdicts[2 * i + 1]!.allowed);
  }
}

function leavesOf(gate: Gate): Gate[] {
  if (gate.rule === 'badge') return [gate];
  return 'of' in gate ? gate.of.flatMap(leavesOf) : [];
}
