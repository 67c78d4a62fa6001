import type { TerritoryRegistry } from '@unityplan/territory';
import type { Wish } from '@unityplan/territory-service/life';
import type { Creation } from './command.ts';
import { nearest } from './nearest.ts';

/** Makes a full wish of what was typed and what is listed. Throws a sentence that says what to add or to leave out. */
export function wishOf(creation: Creation, registry: TerritoryRegistry): Wish {
  const { territory, parent } = creation;
  const listed = registry.get(territory);
  if (!listed && creation.en === undefined) throw new Error(notListed(creation, registry));
  const kind = listed?.kind ?? creation.kind ?? (parent === undefined ? undefined : 'community');
  if (kind === undefined) throw new Error(`${territory} is not listed: say what it is with --kind country or --kind first-nation, or which territory it is a community of with --parent.`);
  if (creation.kind !== undefined && creation.kind !== kind) throw new Error(`${territory} is listed as a ${words[kind]}, not as a ${words[creation.kind]}.`);
  if (kind !== 'community' && parent !== undefined) throw new Error(`${territory} is a ${words[kind]}: nothing stands above it, so it takes no --parent.`);
  const above = listed ? listed.parent : (parent ?? null);
  if (kind === 'community' && above === null) throw new Error(`A community needs the territory above it: --parent ID.`);
  if (parent !== undefined && above !== parent) throw new Error(`${territory} is listed below ${above}, not below ${parent}.`);
  if (above !== null && !registry.get(above)) throw new Error(`There is no territory ${above} to be the parent.${suggestion(above, registry)}`);
  const countries = creation.countries ?? listed?.geographicCountries ?? (above === null ? undefined : registry.require(above).geographicCountries);
  const en = creation.en ?? listed!.names.en;
  return {
    territory, kind, parent: above,
    name: { en, da: creation.da ?? (creation.en === undefined ? listed!.names.da : en), own: creation.own ?? listed?.names.own },
    geographicCountries: countries ?? (kind === 'country' && territory.length === 2 ? [territory] : []),
    defaultLanguage: creation.language ?? listed?.defaultLanguage ?? (above === null ? 'en' : registry.require(above).defaultLanguage),
    database: creation.database ?? listed?.database ?? null,
  };
}

/** What else may have been meant, as a sentence with a space before it; empty when nothing is near. */
export function suggestion(typed: string, registry: TerritoryRegistry): string {
  const near = nearest(typed, registry.all());
  return near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
}

const words = { country: 'country', first_nation: 'First Nation', community: 'community' } as const;

function notListed({ territory, parent }: Creation, registry: TerritoryRegistry): string {
  const more = parent === undefined ? '--name, and --kind country, --kind first-nation or --parent ID' : '--name';
  return `${territory} is not listed.${suggestion(territory, registry)} To create it, add ${more}.`;
}
