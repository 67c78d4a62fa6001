import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Avatar, files } from '@unityplan/contracts';
import { deriveKey, filesOrigin, type PodConfig } from '../config.ts';
import type { Clock } from '../kit.ts';

/** Below this path the files service answers what the gateway passes on from the host for files. */
export const filesHostPath = '/files-host';
/** A link is made for whole periods, so that it stays the same, and in the browser's cache, for hours. */
const periodMs = 6 * 3_600_000;

/** What a link to a private file says. */
export interface SignedLink {
  readonly fileId: string;
  readonly size: string;
  /** Number of the period at whose beginning the link ends, in base 36. */
  readonly ends: string;
  readonly signature: string;
}

/**
 * Addresses of files, made without asking anyone: whoever may show a file knows its id or CID. A private file's link is signed with
 * a key of its territory and lasts 6 to 12 hours; a public one is its content's CID and stays.
 */
export class FileLinks {
  private readonly keys = new Map<string, Buffer>();
  private readonly config: Pick<PodConfig, 'podSecret' | 'filesUrl'>;
  private readonly clock: Clock;
  constructor(config: Pick<PodConfig, 'podSecret' | 'filesUrl'>, clock: Clock) {
    this.config = config;
    this.clock = clock;
  }

  /** Shows one size of a file. Only for callers that have decided that the reader may see it. */
  signed(territory: string, fileId: string, size: files.FileSize): string {
    const ends = this.endOfLinks().toString(36);
    return `${filesOrigin(this.config, territory)}/f/${fileId}/${size}?e=${ends}&s=${this.signature(territory, fileId, size, ends)}`;
  }

  /** Both sizes of a member's picture. */
  avatar(territory: string, fileId: string): Avatar {
    return { small: this.signed(territory, fileId, 'small'), large: this.signed(territory, fileId, 'large') };
  }

  /** Shows public content to everyone, for as long as something uses it. */
  public(territory: string, cid: string): string {
    return `${filesOrigin(this.config, territory)}/c/${cid}`;
  }

  /** When the links that are made now end. */
  expiresAt(): Date {
    return new Date(this.endOfLinks() * periodMs);
  }

  /** Milliseconds for which a link is still good; undefined when it is forged, of another territory or over. */
  remaining(territory: string, { fileId, size, ends, signature }: SignedLink): number | undefined {
    const given = Buffer.from(signature);
    const expected = Buffer.from(this.signature(territory, fileId, size, ends));
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    const left = Number.parseInt(ends, 36) * periodMs - this.clock();
    return left > 0 ? left : undefined;
  }

  private endOfLinks(): number {
    return Math.floor(this.clock() / periodMs) + 2;
  }

  private signature(territory: string, fileId: string, size: string, ends: string): string {
    const key = this.keys.get(territory) ?? deriveKey(this.config.podSecret, `file links ${territory}`);
    this.keys.set(territory, key);
    return createHmac('sha256', key).update(`${fileId}/${size}/${ends}`).digest('base64url').slice(0, 22);
  }
}
