import type { TerritorySummary } from '@unityplan/sdk';

/** The countries in which a territory lies, as geography and in the reader's language; empty for countries themselves. */
export function placesOf({ kind, geographicCountries }: Pick<TerritorySummary, 'kind' | 'geographicCountries'>, language: string): string {
  if (kind === 'country') return '';
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(geographicCountries.map((code) => nameOf(names, code)));
}

function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    // A code that is no region's is shown as it is.
    return code;
  }
}
