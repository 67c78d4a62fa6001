import type { websocket } from '@unityplan/contracts';

/** An entry and the bytes that carry it: built once, sent to everyone. */
export interface Frame {
  readonly seq: number;
  readonly bytes: Buffer;
  /** When it was committed, ms since 1970. */
  readonly committedAt: number;
}

export interface StoredEntry {
  readonly stream: string;
  readonly epoch: string;
  readonly seq: number;
  readonly name: string;
  readonly data: websocket.StreamEntry['data'];
  readonly time: Date;
  readonly committedAt: number;
}

export function frameOf({ stream, epoch, seq, name, data, time, committedAt }: StoredEntry): Frame {
  return { seq, committedAt, bytes: Buffer.from(JSON.stringify({ type: 'entry', stream, epoch, seq, name, time: time.toISOString(), data })) };
}
