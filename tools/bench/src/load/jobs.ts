/** What the load process is asked to do, and what it answers. It is a process of its own, so that its CPU time is nobody else's. */
export interface Pace {
  /** Starts per second, whether or not earlier ones have ended. */
  readonly rate: number;
  readonly seconds: number;
  /** So many one after the other instead, each as soon as the one before it has ended: as fast as it goes. */
  readonly lanes?: number;
}

export type Job =
  | (Pace & { readonly kind: 'get'; readonly port: number; readonly path: string; readonly headers: Record<string, string>; readonly sign?: Signing })
  /** A list read page by page to its end, or for so many `pages`; each time as another of the tokens. */
  | (Pace & { readonly kind: 'walk'; readonly port: number; readonly host: string; readonly path: string; readonly tokens: readonly string[]; readonly pages?: number })
  | (Pace & { readonly kind: 'post'; readonly port: number; readonly host: string; readonly tokens: readonly string[]; readonly topics: readonly string[]; readonly text: string; readonly sign?: Signing })
  | (Pace & { readonly kind: 'sql'; readonly database: object; readonly text: string; readonly values: readonly unknown[] })
  | (Pace & { readonly kind: 'sql-write'; readonly database: object; readonly topicId: string; readonly authorId: string; readonly markdown: string; readonly html: string })
  | (Pace & { readonly kind: 'notify'; readonly database: object; readonly port: number })
  /** `workMs`: CPU time that each answer takes besides. */
  | { readonly kind: 'serve'; readonly headers: Record<string, string>; readonly body: string; readonly workMs?: number }
  /** As fast as it goes on so many kept connections; each request as it goes over the wire. */
  | { readonly kind: 'flood'; readonly port: number; readonly requests: readonly string[]; readonly connections: number; readonly seconds: number }
  | { readonly kind: 'hash'; readonly seconds: number }
  /** The same page of one host after the other. */
  | (Pace & { readonly kind: 'tour'; readonly port: number; readonly hosts: readonly string[]; readonly path: string })
  /** A statement in one territory by a plain pool of four, or in many by their pools; `everyone` is visited first, so that all are open that may be. */
  | (Pace & {
      readonly kind: 'routed'; readonly pod: { readonly podId: string; readonly databaseUrl: string; readonly roleSecret: string }; readonly ids: readonly string[];
      readonly access: 'plain' | 'zipf' | 'uniform'; readonly budget: number; readonly everyone?: boolean; readonly text: string; readonly values: readonly unknown[];
    });

/** The key of the gateway's signature, in hex; each request gets a signature of its own, since they end. */
export interface Signing {
  readonly key: string;
  readonly territory: string;
}

export interface Written {
  readonly postId: string;
  readonly topicId: string;
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  readonly answeredAt: number;
}

export interface LoadResult {
  readonly done: number;
  readonly failed: number;
  readonly seconds: number;
  /** Milliseconds from when each was due to when it was done. */
  readonly latencies: readonly number[];
  /** CPU milliseconds of the load process meanwhile: the figure of baselines that run in it. */
  readonly ownCpuMs: number;
  readonly written?: readonly Written[];
  /** PostgreSQL connections at the end, of jobs that choose among territories. */
  readonly connections?: number;
  /** The first failure, in words. */
  readonly failure?: string;
}

/** Followers that join, that are all cut off at once and come back, or of whom is only told. They stay from job to job. */
export type CrowdJob =
  | { readonly kind: 'crowd-join'; readonly ports: readonly number[]; readonly count: number; readonly streams: readonly string[]; readonly sign: Signing }
  | { readonly kind: 'crowd-storm' }
  | { readonly kind: 'crowd-tell' };

export interface CrowdState {
  readonly seconds: number;
  readonly live: number;
  /** How often one was told to load anew. */
  readonly reloads: number;
  readonly entries: number;
  /** Followers with a gap or a double, and those who do not have the last entry of their stream. */
  readonly broken: number;
  readonly behind: number;
}

/** So many requests a second, whether or not they are answered. */
export interface PressureJob {
  readonly kind: 'pressure';
  readonly port: number;
  readonly requests: readonly string[];
  readonly rate: number;
  readonly seconds: number;
}

export interface PressureResult {
  readonly seconds: number;
  /** Milliseconds of answers with 200, and of refusals with 503. */
  readonly good: readonly number[];
  readonly refused: readonly number[];
  /** Not answered in 5 s, or otherwise. */
  readonly failed: number;
  /** Refusals without Retry-After. */
  readonly unexplained: number;
  readonly perSecond: readonly number[];
}
