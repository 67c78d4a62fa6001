import type { RouteAnswer, territory as contracts } from '@unityplan/contracts';
import { publicOrigin, type PodConfig } from '@unityplan/service-kit';
import { namesOf, type Territory } from '@unityplan/territory';
import type { Settings } from '../settings/settings.policy.ts';

export type Detail = RouteAnswer<typeof contracts.getTerritory>;
type Summary = Detail['ancestors'][number];

export function toSummary(one: Territory, config: Pick<PodConfig, 'publicUrl'>): Summary {
  return {
    id: one.id,
    slug: namesOf(one.id).slug,
    kind: one.kind,
    name: one.names,
    ...ownLanguageOf(one),
    parent: one.parent,
    sovereign: one.sovereign,
    geographicCountries: [...one.geographicCountries],
    status: one.status,
    host: one.status === 'listed' ? null : new URL(publicOrigin(config, one.id)).host,
  };
}

/** The tongue of the own name. One that is neither of the interface's languages is the territory's own; of those two it is only if the name is. */
function ownLanguageOf({ names, defaultLanguage }: Territory): { ownLanguage?: string } {
  const known = names.own !== undefined && ((defaultLanguage !== 'en' && defaultLanguage !== 'da') || names.own === names[defaultLanguage]);
  return known ? { ownLanguage: defaultLanguage } : {};
}

export function toDetail(one: Territory, ancestors: readonly Territory[], settings: Settings, config: Pick<PodConfig, 'publicUrl'>): Detail {
  return {
    ...toSummary(one, config),
    defaultLanguage: one.defaultLanguage === 'da' ? 'da' : 'en',
    ancestors: ancestors.map((above) => toSummary(above, config)),
    settings,
  };
}
