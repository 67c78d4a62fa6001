import { useInfiniteQuery } from '@tanstack/react-query';
import { EmptyState, LoadMore, SkeletonList, Tabs, TextField } from '@unityplan/ui';
import { useDeferredValue, useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { useDebounced } from '../../../shared/hooks/use-debounced.ts';
import { territoriesQuery } from '../api/get-territories.ts';
import { OpenTerritories } from './open-territories.tsx';
import { TerritoryCard } from './territory-card.tsx';

/** Countries and First Nations side by side, found by a part of the name. */
export function TerritoryPicker({ hereId }: { hereId: string | undefined }) {
  const { t, language } = useTranslation('territories');
  const { t: common } = useTranslation('common');
  const [text, setText] = useState('');
  const [kind, setKind] = useState<'all' | 'country' | 'first_nation'>('all');
  const search = useDeferredValue(useDebounced(text.trim().slice(0, 60), 250));
  const query = useInfiniteQuery(territoriesQuery({ kind: kind === 'all' ? undefined : kind, search, language }));
  const items = itemsOf(query.data, (territory) => territory.id);
  return (
    <div className="flex flex-col gap-5">
      <TextField type="search" label={t('search')} placeholder={t('searchPlaceholder')} value={text} maxLength={60} onChange={(event) => setText(event.target.value)} />
      <Tabs label={t('kinds')} chosen={kind} onChoose={setKind} tabs={[{ key: 'all', label: t('all') }, { key: 'country', label: t('countries') }, { key: 'first_nation', label: t('firstNations') }]}>
        <div className="pt-5" aria-busy={query.isPlaceholderData}>
          {kind === 'all' && search === '' && <OpenTerritories hereId={hereId} language={language} />}
          {query.isPending && <SkeletonList rows={6} label={common('loading')} />}
          {query.error && <ProblemState error={query.error} onRetry={() => void query.refetch()} />}
          {query.isSuccess && items.length === 0 && <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
          <ul aria-label={t('results')} className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {items.map((territory) => <TerritoryCard key={territory.id} territory={territory} here={territory.id === hereId} />)}
          </ul>
          <LoadMore has={query.hasNextPage} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()}>{t('more')}</LoadMore>
        </div>
      </Tabs>
    </div>
  );
}
