import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, EmptyState, LoadMore, SkeletonList, Tabs, useToast } from '@unityplan/ui';
import { useTranslation } from 'react-i18next';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useProblemTexts } from '../../../shared/hooks/use-problem.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { notificationsQuery } from '../api/get-notifications.ts';
import { unreadQuery } from '../api/get-unread.ts';
import { useMarkAllRead, useMarkRead } from '../api/mark-read.ts';
import { NotificationRow } from './notification-row.tsx';

interface Props {
  unread: boolean;
  onFilter: (unread: boolean) => void;
  /** The window of posts in which a post is found. */
  windowOf: (postNumber: number) => number | undefined;
}

/** What the member was told, all or only what is unread. */
export function NotificationList({ unread, onFilter, windowOf }: Props) {
  const { t } = useTranslation('notifications');
  const { t: common } = useTranslation('common');
  const query = useInfiniteQuery(notificationsQuery(unread));
  const count = useQuery(unreadQuery).data?.unread ?? 0;
  const markAll = useMarkAllRead();
  const mark = useMarkRead();
  const toast = useToast();
  const problem = useProblemTexts();
  const items = itemsOf(query.data, (item) => item.notificationId);
  const readAll = () => {
    const { undo, commit } = markAll();
    const failed = (error: unknown) => toast({ text: problem(error).title, tone: 'danger' });
    toast({ text: t('markedAll'), action: { label: common('undo'), run: undo }, onGone: () => void commit().catch(failed) });
  };
  return (
    <Tabs label={t('filter')} chosen={unread ? 'unread' : 'all'} onChoose={(key) => onFilter(key === 'unread')} tabs={[{ key: 'all', label: t('all') }, { key: 'unread', label: t('unread') }]}
      aside={count > 0 && <Button tone="quiet" size="sm" className="ms-auto" onClick={readAll}>{t('markAll')}</Button>}>
      <div className="pt-2">
        {query.isPending && <SkeletonList label={common('loading')} />}
        {query.error && items.length === 0 && <ProblemState error={query.error} onRetry={() => void query.refetch()} />}
        {query.isSuccess && items.length === 0 && (
          <div className="pt-4">
            <EmptyState title={unread ? t('emptyUnread') : t('empty')}>{unread ? t('emptyUnreadText') : t('emptyText')}</EmptyState>
          </div>
        )}
        <ul>
          {items.map((item) => (
            <NotificationRow key={item.notificationId} item={item} from={windowOf(item.postNumber)}
              onOpen={() => { if (!item.readAt) mark({ notificationIds: [item.notificationId] }).catch(() => undefined); }} />
          ))}
        </ul>
        <LoadMore has={query.hasNextPage} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()}>{t('older')}</LoadMore>
      </div>
    </Tabs>
  );
}
