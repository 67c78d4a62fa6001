import type { Territory } from '@unityplan/territory';
import { timeZoneOf } from '../time-zones.ts';

/** How to speak to someone who has no profile yet. */
export function defaultLocale(territory: Territory) {
  const language = territory.defaultLanguage === 'da' ? ('da' as const) : ('en' as const);
  return { language, timeZone: timeZoneOf(territory.geographicCountries[0]), displayName: null, handle: null };
}
