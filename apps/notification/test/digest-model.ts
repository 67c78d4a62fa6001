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
}

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
  mode: 'off' | 'instant' | 'digest' = 'digest';
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
    if (this.muted.has(post.topic) || (post.gated && !this.hasBadge)) {
      post.deletedTold = true; // as if never told
      return false;
    }
    if (this.mode === 'digest' && this.takesDigests) {
      post.digest = 'waiting';
      this.open ??= now;
    }
    return this.mode === 'instant' && !this.paused;
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
    for (const post of this.posts) if (post.topic === topic && post.number <= number) post.read = true;
  }

  readAll(): void {
    // What is hidden from the list is read with it: its item is.
    for (const post of this.posts) post.read = true;
    if (this.badge) this.badge.read = true;
  }

  /** What a digest sent at `now` holds; undefined when none is due, empty when it is due and not sent. */
  evaluate(now: number): { posts: ModelPost[]; badge: string | undefined } | undefined {
    if (this.open === undefined || this.dueAt(this.open) > now) return undefined;
    const date = dateOf(this.dueAt(this.open));
    const waiting = this.posts.filter(({ digest, deletedTold }) => digest === 'waiting' && !deletedTold);
    const refused = waiting.filter(({ read, topic }) => read || this.muted.has(topic) || !this.takesDigests || this.mode === 'off');
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
