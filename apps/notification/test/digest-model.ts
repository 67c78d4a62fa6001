/** What a post is to one reader: the forum's own state, and what the notification service has heard of it. */
export interface ModelPost {
  readonly postId: string;
  readonly topic: number;
  readonly number: number;
  readonly gated: boolean;
  readonly text: string;
  deleted: boolean;
  hidden: boolean;
  deletedTold: boolean;
  hiddenTold: boolean;
  read: boolean;
  digest: 'no' | 'waiting' | 'sent' | 'dropped';
  /** Its single mail. */
  mail: 'none' | 'sent' | 'cancelled';
  /** Why the reader was told of it. */
  readonly reasons: Set<ModelReason>;
  /** The item it is in; undefined when the reader was never told of it. */
  item?: ModelItem;
}

/** Posts of one topic that came while nothing of it was read to the end. */
interface ModelItem {
  read: boolean;
  joinable: boolean;
}

export type ModelReason = 'reply' | 'mention';

const hour = 3_600_000;
const day = 24 * hour;
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/**
 * The rules of a daily digest for one reader who lives in UTC, said once more and simply: what may be in it when, and when it comes.
 * Knows nothing of rows, jobs or workers.
 */
export class DigestModel {
  posts: ModelPost[] = [];
  readonly muted = new Set<number>();
  hasBadge = true;
  readonly modes: Record<ModelReason, 'off' | 'instant' | 'digest'> = { reply: 'digest', mention: 'digest' };
  paused = false;
  on = true;
  hour = 8;
  /** The last thing told of the reader's own badge, as long as it waits. */
  badge: { id: string; about: 'awarded' | 'revoked'; read: boolean } | undefined;
  badgesSent: string[] = [];
  private open: number | undefined;
  private lastDate = '';

  /** A reply to the reader. Answers true when it must be mailed at once. */
  posted(post: ModelPost, now: number): boolean {
    this.posts.push(post);
    if (!this.hears(post)) {
      post.deletedTold = true; // as if never told
      return false;
    }
    post.item = this.posts.find(({ topic, item }) => topic === post.topic && item?.joinable)?.item ?? { read: false, joinable: true };
    return this.told(post, 'reply', now);
  }

  /** An edit mentions the reader in a post that they were told of. Answers the same. */
  mentioned(post: ModelPost, now: number): boolean {
    return this.hears(post) && this.told(post, 'mention', now);
  }

  private hears({ topic, gated }: ModelPost): boolean {
    return !this.muted.has(topic) && (!gated || this.hasBadge);
  }

  private told(post: ModelPost, reason: ModelReason, now: number): boolean {
    post.reasons.add(reason);
    const mode = this.paused ? 'off' : this.modes[reason];
    if (mode === 'digest' && this.on && post.digest === 'no' && post.mail !== 'sent') {
      post.digest = 'waiting';
      this.open ??= now;
    }
    if (mode !== 'instant') return false;
    if (post.digest === 'waiting') post.digest = 'no';
    if (post.mail !== 'none' || post.digest === 'sent') return false;
    post.mail = post.read || post.hidden || post.hiddenTold ? 'cancelled' : 'sent';
    return post.mail === 'sent';
  }

  /** The reader's badge was awarded or revoked: what was told of it before is overtaken. */
  badgeNews(id: string, about: 'awarded' | 'revoked', now: number): void {
    this.badge = this.takesDigests ? { id, about, read: false } : undefined;
    if (this.badge) this.open ??= now;
  }

  preferred(now: number): void {
    if (this.open !== undefined) this.open = now;
  }

  readUpTo(topic: number, number: number): void {
    const newly = this.posts.filter((post) => post.topic === topic && post.number <= number && !post.read && !post.deletedTold);
    for (const post of newly) post.read = true;
    for (const { item } of newly) this.settle(item, true);
  }

  readAll(): void {
    // What is hidden from the list is read with it: its item is.
    for (const { item } of this.posts.filter((post) => post.item?.read === false)) {
      for (const post of this.posts) if (post.item === item) post.read = true;
      this.settle(item, true);
    }
    if (this.badge) this.badge.read = true;
  }

  deleted(post: ModelPost): void {
    post.deletedTold = true;
    this.settle(post.item, false);
  }

  hid(post: ModelPost, hidden: boolean): void {
    const back = post.hiddenTold && !hidden && !post.read;
    post.hiddenTold = hidden;
    if (back && post.item) post.item.read = false;
    this.settle(post.item, false);
  }

  /** An item is read when it shows nothing unread; one that shows nothing at all only when its reader reads. */
  private settle(item: ModelItem | undefined, byReader: boolean): void {
    const shown = this.posts.filter((post) => post.item === item && !post.deletedTold && !post.hiddenTold);
    if (!item || (shown.length === 0 && !byReader) || shown.some(({ read }) => !read)) return;
    item.read = true;
    item.joinable = false;
  }

  /** What a digest sent at `now` holds; undefined when none is due, empty when it is due and not sent. */
  evaluate(now: number): { posts: ModelPost[]; badge: string | undefined } | undefined {
    if (this.open === undefined || this.dueAt(this.open) > now) return undefined;
    const date = dateOf(this.dueAt(this.open));
    const waiting = this.posts.filter(({ digest, deletedTold }) => digest === 'waiting' && !deletedTold);
    const refused = waiting.filter(({ read, topic, reasons }) => read || this.muted.has(topic) || !this.takesDigests || [...reasons].every((reason) => this.modes[reason] === 'off'));
    for (const post of refused) post.digest = 'dropped';
    const included = waiting.filter((post) => post.digest === 'waiting' && !post.hiddenTold && !post.hidden && !post.deleted && (!post.gated || this.hasBadge));
    for (const post of included) post.digest = 'sent';
    const badge = this.badge && !this.badge.read && this.takesDigests ? this.badge.id : undefined;
    if (badge) this.badgesSent.push(badge);
    this.badge = undefined;
    this.lastDate = date;
    this.open = this.posts.some(({ digest, deletedTold }) => digest === 'waiting' && !deletedTold) ? now : undefined;
    return { posts: included, badge };
  }

  private get takesDigests(): boolean {
    return !this.paused && this.on;
  }

  private dueAt(since: number): number {
    let due = Math.floor(since / day) * day + this.hour * hour;
    while (due <= since || dateOf(due) <= this.lastDate) due += day;
    return due;
  }
}
