import type { Category } from '@unityplan/sdk';
import { Select } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import type { CaseFilter } from '../api/keys.ts';

/** Which cases: of which kind, in which category. */
export function QueueFilters({ filter, categories, onChange }: { filter: CaseFilter; categories: readonly Category[]; onChange: (filter: CaseFilter) => void }) {
  const { t, language } = useTranslation('moderation');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select label={t('queue.kind')} value={filter.kind ?? ''} onChange={(event) => onChange({ ...filter, kind: (event.target.value || undefined) as CaseFilter['kind'] })}>
        <option value="">{t('queue.kinds.all')}</option>
        <option value="flags">{t('queue.kinds.flags')}</option>
        <option value="appeal">{t('queue.kinds.appeal')}</option>
      </Select>
      <Select label={t('category')} value={filter.categoryId ?? ''} onChange={(event) => onChange({ ...filter, categoryId: event.target.value || undefined })}>
        <option value="">{t('allCategories')}</option>
        {categories.map((each) => <option key={each.categoryId} value={each.categoryId}>{inLanguage(each.name, language)}</option>)}
      </Select>
    </div>
  );
}
