import { Problem, territory as contracts } from '@unityplan/contracts';
import type { TerritoryKind, TerritoryRegistry } from '@unityplan/territory';
import type { OrderRow } from '../db/schema.ts';

const errors = contracts.territoryErrors;
/** As deep as the registry's own guard allows. */
const mostLevels = 16;

/** A territory as somebody wants it. */
export interface Wish {
  readonly territory: string;
  readonly kind: TerritoryKind;
  readonly name: { readonly en: string; readonly da: string; readonly own?: string | undefined };
  /** Null for countries and First Nations. */
  readonly parent: string | null;
  readonly geographicCountries: readonly string[];
  readonly defaultLanguage: string;
  /** A database of its own; null shares the pod's. */
  readonly database: string | null;
}

type Particulars = Pick<OrderRow, 'territory' | 'kind' | 'name_en' | 'name_da' | 'name_own' | 'parent_territory' | 'geographic_countries' | 'default_language' | 'database_name'>;

/** The particulars of a territory that can be opened. One that is only listed can; what is open, closed or archived cannot. Throws the reason. */
export function particularsOf(wish: Wish, registry: TerritoryRegistry): Particulars {
  const { territory, parent } = wish;
  if (parent !== null) checkPlace(territory, parent, registry);
  const known = registry.get(territory);
  if (known && (known.status !== 'listed' || known.parent !== parent || known.kind !== wish.kind)) throw new Problem(errors.territory_id_taken, { territory });
  return {
    territory, kind: wish.kind, name_en: wish.name.en, name_da: wish.name.da, name_own: wish.name.own ?? null, parent_territory: parent,
    geographic_countries: [...wish.geographicCountries], default_language: wish.defaultLanguage, database_name: wish.database,
  };
}

/** Whether an order asks for the very same thing. */
export function isSame(order: Particulars, { territory, kind, name, parent, defaultLanguage, database }: Wish): boolean {
  return (
    order.territory === territory && order.kind === kind && order.name_en === name.en && order.name_da === name.da && order.name_own === (name.own ?? null) &&
    order.parent_territory === parent && order.default_language === defaultLanguage && order.database_name === database
  );
}

/** A community's id begins with its parent's, so that nobody takes a name that reads as another's. Throws territory_id_unfit. */
export function checkId(territory: string, parent: string): void {
  if (!territory.startsWith(`${parent}-`)) throw new Problem(errors.territory_id_unfit, { territory, parent });
}

function checkPlace(territory: string, parent: string, registry: TerritoryRegistry): void {
  const above = registry.get(parent);
  if (!above) throw new Problem(errors.territory_outside_authority, { territory: parent });
  checkId(territory, parent);
  if (above.status === 'suspended' || above.status === 'archived') throw new Problem(errors.territory_parent_closed, { parent });
  let levels = 1;
  for (let up = above.parent; up !== null; up = registry.require(up).parent) levels++;
  if (levels >= mostLevels) throw new Problem(errors.territory_too_deep, { parent });
}

/** Whether a territory is `top` itself or lies below it. */
export function isWithin(territory: string, top: string, registry: TerritoryRegistry): boolean {
  for (let at: string | null | undefined = territory; at; at = registry.get(at)?.parent) if (at === top) return true;
  return false;
}

/** A territory and everything below it. */
export function within(top: string, registry: TerritoryRegistry): string[] {
  return [top, ...registry.children(top).flatMap(({ id }) => within(id, registry))];
}
