import type { BenchMember, Topic } from './people.ts';
import type { Pod, PodOptions } from './pod.ts';

/** One line of the table. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  /** One value a round; the median counts. */
  readonly values: readonly number[];
  /** The most it may be; undefined when there is no goal. */
  readonly goal?: number;
  /** What the least possible thing takes, in the same run. */
  readonly baseline?: { readonly name: string; readonly values: readonly number[] };
}

/** What a scene has found. */
export interface Findings {
  readonly figures: readonly Figure[];
  /** Sentences for the reader of the table. */
  readonly notes?: readonly string[];
}

/** The running pod and its people. */
export interface Ground {
  readonly pod: Pod;
  readonly members: readonly BenchMember[];
  readonly topics: readonly Topic[];
  readonly rounds: number;
  tell(line: string): void;
}

/** What scenes need that start pods themselves. */
export interface Setting {
  readonly options: PodOptions;
  readonly rounds: number;
  tell(line: string): void;
}
