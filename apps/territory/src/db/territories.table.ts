import type { Generated } from 'kysely';

/** `global.territories`: the registry. Settings that a territory did not choose are absent and have defaults. */
export interface TerritoriesTable {
  id: string;
  kind: 'country' | 'first_nation' | 'community';
  name_en: string;
  name_da: string;
  name_own: string | null;
  parent_territory: string | null;
  sovereign_id: string;
  geographic_countries: string[];
  default_language: string;
  pod_id: string | null;
  status: 'listed' | 'active' | 'suspended' | 'archived';
  settings: Generated<{ registration?: 'open' | 'closed'; welcome?: { en?: string; da?: string } }>;
}
