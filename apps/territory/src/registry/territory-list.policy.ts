import type { Territory, TerritoryKind } from '@unityplan/territory';
import { plainText } from './plain-text.ts';

export interface Filter {
  readonly kind?: TerritoryKind | undefined;
  readonly parent?: string | undefined;
  readonly status: 'active' | 'any';
  readonly search?: string | undefined;
}

/** Countries, First Nations and communities as one list. */
export function matching(territories: readonly Territory[], filter: Filter): Territory[] {
  const wanted = filter.search ? plainText(filter.search) : '';
  return territories.filter(
    (one) =>
      (filter.kind === undefined || one.kind === filter.kind) &&
      (filter.parent === undefined || one.parent === filter.parent) &&
      (filter.status === 'any' || one.status === 'active') &&
      (wanted === '' || [one.id, ...Object.values(one.names)].some((name) => plainText(name).includes(wanted))),
  );
}
