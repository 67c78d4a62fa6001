import type { Reach } from '../canaries.ts';
import type { Estate } from '../estate/estate.ts';

/** What a request needs besides its route: with belongings of one territory in it. */
export interface Ask {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: object;
}
type Who = 'guest' | 'manager' | 'author' | 'reader';

/** How one operation is tried. */
export interface Probe {
  /** Who of the territory's own people may: the others' counterparts try. */
  readonly as: Who;
  readonly ask: (of: Estate) => Ask;
  /** The status that the territory's own person gets; any success when left out. Anything else and the probe would prove nothing. */
  readonly gives?: number;
  /** What of the territory stands in that answer. */
  readonly shows?: Reach;
  /** What is asked with is authority by itself (a password, a refresh token): whoever shows it is its member. */
  readonly carriesAuthority?: true;
  /** It ends or renews the session of whoever asks, whatever it is asked with. */
  readonly endsSession?: true;
}
export type Probes = Readonly<Record<string, Probe>>;

const nothing = (): Ask => ({});
type Rest = Omit<Probe, 'as' | 'ask'>;
export const open: Rest = { shows: 'open' };
export const own: Rest = { shows: 'own' };

export function probe(as: Who, ask: (of: Estate) => Ask = nothing, rest: Rest = {}): Probe {
  return { as, ask, ...rest };
}
