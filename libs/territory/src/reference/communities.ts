import type { Territory } from './territory.ts';

const community = (id: string, parent: string, sovereign: string, country: string, defaultLanguage: string, en: string, da = en, own?: string): Territory => ({
  id,
  kind: 'community',
  names: own === undefined ? { en, da } : { en, da, own },
  parent,
  sovereign,
  geographicCountries: [country],
  defaultLanguage,
  podId: null,
  status: 'listed',
  routingEpoch: 1,
});

/** The communities of the seeds (S0) with the rows between them and their sovereign; parents come before children. */
export const COMMUNITIES: readonly Territory[] = [
  community('AU-NSW', 'AU', 'AU', 'AU', 'en', 'New South Wales'),
  community('AU-NSW-SYDNEY', 'AU-NSW', 'AU', 'AU', 'en', 'Sydney'),
  community('CA-BC', 'CA', 'CA', 'CA', 'en', 'British Columbia', 'Britisk Columbia'),
  community('CA-BC-VANCOUVER', 'CA-BC', 'CA', 'CA', 'en', 'Vancouver'),
  community('DK-COPENHAGEN', 'DK', 'DK', 'DK', 'da', 'Copenhagen', 'København', 'København'),
  community('HAIDA-FN-CA-MASSETT', 'HAIDA-FN-CA', 'HAIDA-FN-CA', 'CA', 'hai', 'Massett', 'Massett', 'G̱aw Tlagée'),
  community('NAVAJO-FN-US-WINDOW-ROCK', 'NAVAJO-FN-US', 'NAVAJO-FN-US', 'US', 'nv', 'Window Rock', 'Window Rock', 'Tségháhoodzání'),
  community('NO-OSLO', 'NO', 'NO', 'NO', 'nb', 'Oslo'),
  community('SE-STOCKHOLM', 'SE', 'SE', 'SE', 'sv', 'Stockholm'),
  community('US-CA', 'US', 'US', 'US', 'en', 'California', 'Californien'),
  community('US-CA-SF', 'US-CA', 'US', 'US', 'en', 'San Francisco'),
];
