import type { Territory, TerritoryKind } from '@unityplan/territory';
import { plainText } from './plain-text.ts';

export type Language = 'en' | 'da';

export interface Filter {
  readonly kind?: TerritoryKind | undefined;
  readonly parent?: string | undefined;
  readonly status: 'active' | 'any';
  readonly search?: string | undefined;
}

/** Where a page begins: the sort values of the item before (or after) it. */
export interface Position {
  readonly direction: 'after' | 'before';
  readonly values: readonly (string | number)[];
}

const collators = { en: new Intl.Collator('en'), da: new Intl.Collator('da') };

/** Countries, First Nations and communities as one list, by name as the language sorts names. */
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

/** The rows of one page and one more: in reading order, or backwards when the position says `before`. */
export function window(territories: readonly Territory[], language: Language, position: Position | undefined, limit: number): Territory[] {
  const order = (a: readonly (string | number)[], b: readonly (string | number)[]) =>
    collators[language].compare(String(a[0]), String(b[0])) || (String(a[1]) < String(b[1]) ? -1 : a[1] === b[1] ? 0 : 1);
  const sorted = [...territories].sort((a, b) => order(sortValues(a, language), sortValues(b, language)));
  if (!position) return sorted.slice(0, limit + 1);
  if (position.direction === 'after') return sorted.filter((one) => order(sortValues(one, language), position.values) > 0).slice(0, limit + 1);
  return sorted.filter((one) => order(sortValues(one, language), position.values) < 0).reverse().slice(0, limit + 1);
}

export function sortValues(territory: Territory, language: Language): string[] {
  return [territory.names[language], territory.id];
}
