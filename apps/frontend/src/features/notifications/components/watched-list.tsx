import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { WatchedPlace } from '@unityplan/sdk';
import { Badge, Button, Icon, linkClass, LoadMore, SkeletonList, useToast } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { useSetWatch, watchedQuery } from '../api/watch.ts';
import { Part } from './setting-parts.tsx';

interface Props {
  /** Name and address of a category; undefined when it is gone. */
  categoryOf: (categoryId: string) => { name: string; slug: string } | undefined;
}

const idOf = (place: WatchedPlace) => (place.place === 'topic' ? place.topicId : place.categoryId);

/** Everything for which the member chose how to be told, with a way back to usual. */
export function WatchedList({ categoryOf }: Props) {
  const { t } = useTranslation('notifications');
  const { t: common } = useTranslation('common');
  const query = useInfiniteQuery(watchedQuery);
  const places = itemsOf(query.data, idOf);
  return (
    <Part title={t('watch.list')} text={t('watch.listText')}>
      {query.isPending && <SkeletonList rows={2} label={common('loading')} />}
      {query.error && <ProblemState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && places.length === 0 && <p className="text-muted">{t('watch.listEmpty')}</p>}
      <ul>{places.map((place) => <Watched key={idOf(place)} place={place} category={categoryOf(place.categoryId)} />)}</ul>
      <LoadMore has={query.hasNextPage} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()}>{t('watch.more')}</LoadMore>
    </Part>
  );
}

function Watched({ place, category }: { place: WatchedPlace; category: { name: string; slug: string } | undefined }) {
  const { t } = useTranslation('notifications');
  const toast = useToast();
  const set = useSetWatch(place.place === 'topic' ? { topicId: place.topicId } : { categoryId: place.categoryId });
  const name = place.place === 'topic' ? place.title : (category?.name ?? '–');
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2.5">
      <Icon name={place.level === 'muted' ? 'bellOff' : 'bell'} className="text-muted" />
      <span className="min-w-40 grow basis-0">
        {place.place === 'topic'
          ? <Link to="/topics/$topicId/$slug" params={{ topicId: place.topicId, slug: place.slug }} className={`${linkClass} inline-flex min-h-6 items-center pointer-coarse:min-h-11`}>{name}</Link>
          : category ? <Link to="/categories/$slug" params={{ slug: category.slug }} className={`${linkClass} inline-flex min-h-6 items-center pointer-coarse:min-h-11`}>{name}</Link> : name}
      </span>
      <Badge tone={place.level === 'watching' ? 'accent' : 'plain'}>{t(`watch.levels.${place.level}`)}</Badge>
      <Button tone="quiet" size="sm" busy={set.isPending} aria-label={t('watch.remove', { name })} onClick={() => set.mutate(null, { onSuccess: () => toast({ text: t('watch.removed') }) })}>{t(place.place === 'topic' ? 'watch.inherit' : 'watch.default')}</Button>
      {set.error && <div className="basis-full"><ProblemState error={set.error} /></div>}
    </li>
  );
}
