import type { Places } from './places.ts';

const rows = [
  ['DK', null, 'DK'], ['DK-COPENHAGEN', 'DK', 'DK'], ['DK-AARHUS', 'DK', 'DK'], ['NO', null, 'NO'], ['SAMI-FN-NO', null, 'SAMI-FN-NO'], ['CA', null, 'CA'], ['HAIDA-FN-CA', null, 'HAIDA-FN-CA'],
] as const;

/** A small territory tree for tests. */
export const testPlaces: Places = { get: (id) => { const row = rows.find(([one]) => one === id); return row && { id: row[0], parent: row[1], sovereign: row[2] }; } };
