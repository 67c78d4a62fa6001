import { createFileRoute } from '@tanstack/react-router';
import { TerritoryPicker } from '../../../features/territories/components/territory-picker.tsx';
import { PageHeading } from '../../../shared/components/page.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { loadTexts } from '../../../shared/lib/i18n.ts';
import { useTerritory } from '../../../shared/lib/territory.ts';

export const Route = createFileRoute('/(account)/territories')({ loader: () => loadTexts('territories'), component: TerritoriesPage });

function TerritoriesPage() {
  const { t } = useTranslation('territories');
  const here = useTerritory();
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-8 sm:py-12">
      <div className="flex flex-col gap-2">
        <PageHeading title={t('title')}>{t('title')}</PageHeading>
        <p className="max-w-2xl text-lg text-muted">{t('text')}</p>
      </div>
      <TerritoryPicker hereId={here?.id} />
    </div>
  );
}
