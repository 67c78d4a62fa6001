import { frameOf, type Frame, type StoredEntry } from '../frame.ts';
import { stretchLimit, type Stretch } from '../streams/streams.views.ts';

/** Someone who follows a stream and has everything up to its present end. */
export interface Follower {
  /** The next frame in order. */
  next(frame: Frame): void;
  /** History was rewritten, or some of it is gone: the state has to be loaded anew, from here on. */
  restart(): void;
}
export type ReadStretch = (after: number | null) => Promise<Stretch>;

const keptInMemory = 256;
const pageSize = 100;

/** One stream as this process knows it: how far it goes, its last frames, and who follows. Its truth is in PostgreSQL. */
export class Channel {
  epoch = '';
  lastSeq = -1;
  /** Resolves once its end is known. */
  readonly ready: Promise<void>;
  readonly followers = new Set<Follower>();
  private recent: Frame[] = [];
  private syncing: Promise<void> | undefined;
  private again = false;

  constructor(private readonly read: ReadStretch) {
    this.ready = this.read(null).then(({ epoch, lastSeq }) => {
      this.epoch = epoch;
      this.lastSeq = lastSeq;
      // What was committed between the read and now was not taken in; it is looked for.
      if (this.again) void this.sync().catch(() => undefined);
    });
  }

  /** A commit of this process. In order it goes straight to the followers; else PostgreSQL is asked. */
  offer(entry: StoredEntry): void {
    if (this.lastSeq >= 0 && entry.epoch === this.epoch && entry.seq <= this.lastSeq) return;
    if (this.lastSeq >= 0 && !this.syncing && entry.epoch === this.epoch && entry.seq === this.lastSeq + 1) this.take(frameOf(entry));
    else void this.sync().catch(() => undefined); // the sweep tries again
  }

  /** Takes in everything that PostgreSQL has and we do not. Calls while one runs make it look once more. */
  sync(): Promise<void> {
    this.again = true;
    if (this.lastSeq < 0) return this.ready;
    return (this.syncing ??= this.catchUp().finally(() => (this.syncing = undefined)));
  }

  /** The frames right after a place, some at least; undefined when they are not all there any more. */
  async after(seq: number): Promise<readonly Frame[] | undefined> {
    const first = this.recent[0];
    if (first && first.seq <= seq + 1) return this.recent.slice(seq + 1 - first.seq);
    const { epoch } = this;
    // Pages begin at round numbers, so that clients at different places share a read.
    const page = await this.read(seq - (seq % pageSize));
    const frames = page.frames.filter((frame) => frame.seq > seq);
    return page.epoch === epoch && epoch === this.epoch && isStretch(frames, seq) && frames.length > 0 ? frames : undefined;
  }

  private async catchUp(): Promise<void> {
    while (this.again) {
      this.again = false;
      const { epoch, lastSeq, frames } = await this.read(this.lastSeq);
      if (epoch !== this.epoch || lastSeq < this.lastSeq || (frames.length === 0 ? lastSeq > this.lastSeq : !isStretch(frames, this.lastSeq))) {
        this.epoch = epoch;
        this.lastSeq = lastSeq;
        this.recent = [];
        for (const follower of this.followers) follower.restart();
        continue;
      }
      for (const frame of frames) this.take(frame);
      if (frames.length === stretchLimit || lastSeq > this.lastSeq) this.again = true;
    }
  }

  private take(frame: Frame): void {
    this.lastSeq = frame.seq;
    this.recent.push(frame);
    if (this.recent.length > keptInMemory * 2) this.recent.splice(0, keptInMemory);
    for (const follower of this.followers) follower.next(frame);
  }
}

function isStretch(frames: readonly Frame[], after: number): boolean {
  return frames.every((frame, n) => frame.seq === after + 1 + n);
}
