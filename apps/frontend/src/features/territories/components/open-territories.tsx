import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { Language } from '../../../shared/lib/i18n.ts';
import { openTerritoriesQuery } from '../api/get-territories.ts';
import { TerritoryCard } from './territory-card.tsx';

/** What can be joined today, before the long list of all; nothing while it is not known. */
export function OpenTerritories({ hereId, language }: { hereId: string | undefined; language: Language }) {
  const { t } = useTranslation('territories');
  const { data } = useQuery(openTerritoriesQuery(language));
  if (!data?.length) return null;
  return (
    <section aria-labelledby="open-now" className="flex flex-col gap-3 pb-7">
      <h2 id="open-now" className="text-xl">{t('openNow')}</h2>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {data.map((territory) => <TerritoryCard key={territory.id} territory={territory} here={territory.id === hereId} />)}
      </ul>
    </section>
  );
}
