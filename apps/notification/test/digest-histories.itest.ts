import { badge, forum, notification } from '@unityplan/contracts';
import { Permissions } from '@unityplan/service-kit';
import { seededBelow } from '@unityplan/testing';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DigestModel, type ModelPost, type ModelReason } from './digest-model.ts';
import { startNotificationWorld, type NotificationWorld, type Person } from './notification-world.ts';
import { known } from './stand-ins.ts';

const histories = process.env['PROOF'] === 'full' ? 10_000 : Number(process.env['HISTORIES'] ?? 50);
const together = 25;
const steps = 14;
const hour = 3_600_000;
const { defaultPreferences: defaults } = notification;

let world: NotificationWorld;
let bo: Person;
let gated: string;
let open: string;
beforeAll(async () => {
  world = await startNotificationWorld();
  bo = await world.person('Bo');
  gated = world.category({ rule: 'badge', badge: 'host' });
  open = world.category({ rule: 'everyone' });
}, 60_000);
afterAll(() => world?.stop());

/** One reader's history: what they and the forum do, and the model beside it. */
class History {
  readonly model = new DigestModel();
  readonly said: string[] = [];
  private readonly topics = [v7(), v7(), v7()];
  private readonly late: (() => Promise<unknown>)[] = [];
  private instant = 0;
  private awarded: string | undefined;

  constructor(readonly reader: Person, private readonly random: (below: number) => number, private readonly name: string) {}

  static async begin(name: string, random: (below: number) => number): Promise<History> {
    const reader = await world.person(name, { timeZone: 'UTC' });
    const history = new History(reader, random, name);
    history.hold(true);
    for (const reason of ['reply', 'mention'] as const) history.choose(reason);
    await history.prefer();
    return history;
  }

  async step(): Promise<void> {
    const ops = [this.post, this.post, this.post, this.mention, this.mention, this.mention, this.hideOrRestore, this.hideOrRestore, this.delete, this.read, this.readAll, this.mute, this.changeBadge, this.preference, this.tellLate, this.ownBadge];
    const op = ops[this.random(ops.length)]!;
    await op.call(this);
  }

  private say(what: string): void {
    this.said.push(`${new Date(world.now()).toISOString().slice(5, 16)} ${what}`);
  }

  /** Sometimes word of it comes later than the fact. */
  private async told(tell: () => Promise<unknown>): Promise<void> {
    if (this.late.length > 0 || this.random(4) === 0) return void this.late.push(tell);
    await tell();
  }

  private async post(): Promise<void> {
    const topic = this.random(3);
    const postId = v7();
    const number = 2 + this.model.posts.filter((one) => one.topic === topic).length;
    const post: ModelPost = { postId, topic, number, gated: topic === 2, text: `${this.name}-${topic}-${number}`, deleted: false, hidden: false, deletedTold: false, hiddenTold: false, read: false, digest: 'no', mail: 'none', reasons: new Set() };
    this.say(`post ${post.text}`);
    if (this.model.posted(post, world.now())) this.instant += 1;
    await world.reply(bo, { to: this.reader, postId, topicId: this.topics[topic]!, number, categoryId: topic === 2 ? gated : open, text: post.text, title: `T${topic}` });
    await world.settled();
  }

  private async mention(): Promise<void> {
    const post = this.some();
    if (!post?.item || post.reasons.has('mention')) return;
    this.say(`mention in ${post.text}`);
    if (this.model.mentioned(post, world.now())) this.instant += 1;
    await world.tell(forum.postEdited, { postId: post.postId, topicId: this.topics[post.topic]!, categoryId: post.topic === 2 ? gated : open, authorId: bo.memberId, number: post.number, newlyMentionedIds: [this.reader.memberId] });
    await world.settled();
  }

  private some(): ModelPost | undefined {
    const there = this.model.posts.filter(({ deleted }) => !deleted);
    return there[this.random(Math.max(1, there.length))];
  }

  private async hideOrRestore(): Promise<void> {
    const post = this.some();
    if (!post) return;
    post.hidden = !post.hidden;
    const { hidden } = post;
    this.say(`${hidden ? 'hide' : 'restore'} ${post.text}`);
    if (hidden) known.hidden.add(post.postId);
    else known.hidden.delete(post.postId);
    const payload = { postId: post.postId, topicId: this.topics[post.topic]!, authorId: bo.memberId, decisionId: v7() };
    await this.told(async () => {
      this.model.hid(post, hidden);
      if (hidden) await world.tell(forum.postHidden, payload);
      else await world.tell(forum.postRestored, { ...payload, byAppeal: true });
    });
  }

  private async delete(): Promise<void> {
    const post = this.some();
    if (!post) return;
    post.deleted = true;
    this.say(`delete ${post.text}`);
    known.posts.delete(post.postId);
    await this.told(async () => {
      this.model.deleted(post);
      await world.tell(forum.postDeleted, { postId: post.postId, topicId: this.topics[post.topic]!, authorId: bo.memberId });
    });
  }

  private async read(): Promise<void> {
    const [topic, number] = [this.random(3), 2 + this.random(4)];
    this.say(`read T${topic} up to ${number}`);
    this.model.readUpTo(topic, number);
    await world.call(notification.markNotifications, { as: this.reader, body: { mark: 'read', which: { topicId: this.topics[topic]!, upToNumber: number } } });
  }

  private async readAll(): Promise<void> {
    if (this.random(3) > 0) return;
    this.say('read all');
    this.model.readAll();
    await world.call(notification.markNotifications, { as: this.reader, body: { mark: 'read', which: { all: true } } });
  }

  private async mute(): Promise<void> {
    const topic = this.random(2);
    if (!known.topics.has(this.topics[topic]!)) return;
    const level = this.model.muted.has(topic) ? 'normal' : 'muted';
    this.say(`${level} T${topic}`);
    if (level === 'muted') this.model.muted.add(topic);
    else this.model.muted.delete(topic);
    await world.call(notification.setTopicWatch, { as: this.reader, params: { topicId: this.topics[topic]! }, body: { level } });
  }

  private async changeBadge(): Promise<void> {
    this.hold(!this.model.hasBadge);
    this.say(this.model.hasBadge ? 'regains the badge' : 'loses the badge');
  }

  private hold(has: boolean): void {
    this.model.hasBadge = has;
    world.hold(this.reader, has ? ['host'] : []);
    world.service('notification').app.get(Permissions).forget('DK', this.reader.memberId);
  }

  private async preference(): Promise<void> {
    const { model } = this;
    const reason = (['reply', 'mention'] as const)[this.random(2)]!;
    [() => this.choose(reason), () => (model.paused = !model.paused), () => (model.on = !model.on), () => (model.hour = this.random(24))][this.random(4)]!();
    this.say(`reply ${model.modes.reply}, mention ${model.modes.mention}, ${model.paused ? 'paused' : 'not paused'}, digests ${model.on ? 'on' : 'off'} at ${model.hour}`);
    await this.prefer();
  }

  private choose(reason: ModelReason): void {
    this.model.modes[reason] = (['off', 'instant', 'digest', 'digest', 'digest'] as const)[this.random(5)]!;
  }

  private async prefer(): Promise<void> {
    const { modes, paused, on, hour: at } = this.model;
    const cell = (reason: ModelReason) => ({ inApp: true, mail: modes[reason], push: false });
    const digest = { inApp: true, mail: 'digest', push: false };
    await world.call(notification.setPreferences, {
      as: this.reader, body: { ...defaults, reasons: { ...defaults.reasons, reply: cell('reply'), mention: cell('mention'), badge_awarded: digest, badge_ended: digest }, mailPaused: paused, digest: { on, every: 'daily', weekday: 1, hour: at } },
    });
    this.model.preferred(world.now());
    await world.settled();
  }

  private async tellLate(): Promise<void> {
    if (this.late.length > 0) this.say(`hears of ${this.late.length} late things`);
    for (const tell of this.late.splice(0)) await tell();
  }

  private async ownBadge(): Promise<void> {
    const id = v7();
    const award = { memberId: this.reader.memberId, badge: 'gardener', territory: 'DK' };
    this.say(this.awarded ? 'own badge revoked' : 'own badge awarded');
    this.model.badgeNews(id, this.awarded ? 'revoked' : 'awarded', world.now());
    if (this.awarded) await world.tell(badge.badgeRevoked, { ...award, awardId: this.awarded, byId: null }, { id });
    else await world.tell(badge.badgeAwarded, { ...award, awardId: (this.awarded = v7()), level: 1, expiresAt: null, source: 'hand', courseId: null, byId: null }, { id });
    if (this.model.badge?.about === 'revoked' || (this.said.at(-1)!.endsWith('revoked'))) this.awarded = undefined;
    await world.settled();
  }

  /** Compares the mails of one step with what the model expects of it. */
  check(mails: readonly { subject: string | undefined; text: string | undefined }[]): void {
    const expected = this.model.evaluate(world.now());
    const digests = mails.filter(({ subject }) => /nyhed/.test(subject ?? ''));
    const single = mails.length - digests.length;
    const problem = (what: string): Error => new Error(`${what}\n${this.said.join('\n')}\n${digests.map(({ text }) => text).join('\n---\n')}`);
    if (single !== this.instant) throw problem(`${single} single mails, not ${this.instant}`);
    this.instant = 0;
    const sent = expected && (expected.posts.length > 0 || expected.badge) ? 1 : 0;
    if (digests.length !== sent) throw problem(`${digests.length} digests, not ${sent}`);
    if (!expected || sent === 0) return;
    this.say(`digest with ${expected.posts.map(({ text }) => text).join(', ')}`);
    const text = digests[0]!.text!;
    for (const topic of [0, 1, 2]) {
      const posts = expected.posts.filter((post) => post.topic === topic).sort((a, b) => a.number - b.number);
      const found = new RegExp(`\\* T${topic}\\n(Et|\\d+) nye?t? indlæg[^\\n]*\\n> (\\S+)\\n`).exec(text);
      if ((found === null) !== (posts.length === 0)) throw problem(`T${topic} is ${found ? '' : 'not '}in the digest`);
      if (found && (found[1] === 'Et' ? 1 : Number(found[1])) !== posts.length) throw problem(`T${topic} has ${found[1]} posts, not ${posts.length}`);
      if (found && found[2] !== posts[0]!.text) throw problem(`T${topic} begins with ${found[2]}, not ${posts[0]!.text}`);
    }
    if (/gardener/.test(text) !== (expected.badge !== undefined)) throw problem('the badge is in or out against the rules');
  }

  /** In the end: what was sent is what the model sent. */
  async checkRows(): Promise<void> {
    const rows = await world.rows<{ subject_id: string }>(`select subject_id from territory_dk.notification_entries where member_id = $1 and digest = 'sent'`, [this.reader.memberId]);
    const sent = this.model.posts.filter(({ digest, deletedTold }) => digest === 'sent' && !deletedTold).map(({ postId }) => postId);
    expect(rows.map(({ subject_id }) => subject_id).sort(), this.said.join('\n')).toEqual([...sent, ...this.model.badgesSent].sort());
  }
}

it(`leaks nothing, doubles nothing and loses nothing in ${histories} histories`, { timeout: 7_200_000 }, async () => {
  const counts = { digests: 0, posts: 0 };
  for (let batch = 0; batch * together < histories; batch++) {
    const random = seededBelow(batch + Number(process.env['SEED'] ?? 1));
    const all = await Promise.all(Array.from({ length: Math.min(together, histories - batch * together) }, (_, i) => History.begin(`H${batch}-${i}`, random)));
    await world.settled();
    world.sink.inbox.length = world.sink.attempts.length = 0;
    for (let step = 0; step < steps; step++) {
      for (const history of all) await history.step();
      await world.later((1 + random(20)) * hour);
      const mails = world.sink.inbox.splice(0);
      world.sink.attempts.length = 0;
      for (const history of all) history.check(mails.filter(({ to }) => to[0] === history.reader.address).map(({ mail }) => ({ subject: mail.subject, text: mail.text })));
      counts.digests += mails.filter(({ mail }) => /nyhed/.test(mail.subject ?? '')).length;
    }
    for (const history of all) await history.checkRows();
    counts.posts += all.reduce((sum, { model }) => sum + model.posts.length, 0);
    if (histories > 1_000 && batch % 40 === 39) console.log(`${(batch + 1) * together} histories: ${JSON.stringify(counts)}`);
  }
  console.log(`${histories} histories of ${steps} steps: ${counts.posts} posts, ${counts.digests} digests`);
  expect(counts.digests).toBeGreaterThan(histories);
});
