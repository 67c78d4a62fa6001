import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { NotificationItem, NotificationKind, NotificationMark, NotificationState } from '@unityplan/sdk';
import { Button, EmptyState, LoadMore, SkeletonList, Tabs, useToast } from '@unityplan/ui';
import { useEffect, useRef, useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useProblemToast } from '../../../shared/hooks/use-problem-toast.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { notificationsQuery } from '../api/get-notifications.ts';
import { unreadQuery } from '../api/get-unread.ts';
import { useMark, useUndoMark } from '../api/mark-notifications.ts';
import { standsIn } from '../api/marked.ts';
import { KindFilter } from './kind-filter.tsx';
import { NotificationRow } from './notification-row.tsx';
import { states } from '../filters.ts';
import { WhyDialog } from './why-dialog.tsx';

interface Props {
  state: NotificationState;
  kind: NotificationKind | undefined;
  onFilter: (state: NotificationState, kind: NotificationKind | undefined) => void;
}

/** What the member was told, by state and kind, with what can be done about it. */
export function NotificationList({ state, kind, onFilter }: Props) {
  const { t } = useTranslation('notifications');
  const { t: common } = useTranslation('common');
  const query = useInfiniteQuery(notificationsQuery(state, kind));
  const unread = useQuery(unreadQuery).data?.unread ?? 0;
  const mark = useMark();
  const undo = useUndoMark();
  const toast = useToast();
  const failed = useProblemToast();
  const [why, setWhy] = useState<NotificationItem>();
  const items = itemsOf(query.data, (item) => item.notificationId).filter((item) => standsIn(item, state));
  const fresh = useFresh(items, mark);
  const undoable = (text: string, markId: string | null) =>
    toast({ text, ...(markId ? { action: { label: common('undo'), run: () => void undo(markId).then(() => toast({ text: t('undone') }), failed) } } : {}) });
  const readAll = () => {
    const upTo = items[0]?.notificationId;
    mark('read', { all: true, ...(kind ? { kind } : {}), ...(upTo ? { upTo } : {}) }).then(
      ({ markId, changed }) => undoable(changed > 0 ? t('markedAll', { count: changed }) : t('markedNone'), markId), failed,
    );
  };
  const act = (item: NotificationItem, which: NotificationMark) => {
    mark(which, { notificationIds: [item.notificationId] }).then(({ markId }) => { if (which === 'done') undoable(t('act.doneSaid'), markId); }, failed);
  };
  return (
    <>
      <Tabs label={t('filter')} chosen={state} onChoose={(key) => onFilter(key, kind)} tabs={states.map((key) => ({ key, label: t(key) }))}
        aside={unread > 0 && (state === 'inbox' || state === 'unread') && <Button tone="quiet" size="sm" className="ms-auto" onClick={readAll}>{t('markAll')}</Button>}>
        <div className="pt-3">
          <KindFilter kind={kind} onChoose={(next) => onFilter(state, next)} />
          {query.isPending && <SkeletonList label={common('loading')} />}
          {query.error && items.length === 0 && <ProblemState error={query.error} onRetry={() => void query.refetch()} />}
          {query.isSuccess && items.length === 0 && (
            <div className="pt-4">
              {kind ? <EmptyState title={t('empty.kind')}>{t('empty.kindText')}</EmptyState> : <EmptyState title={t(`empty.${state}`)}>{t(`empty.${state}Text`)}</EmptyState>}
            </div>
          )}
          <ul>
            {items.map((item) => <NotificationRow key={item.notificationId} item={item} fresh={fresh.has(item.notificationId)} onAct={(which) => act(item, which)} onWhy={() => setWhy(item)} />)}
          </ul>
          {query.error && items.length > 0 && <ProblemState error={query.error} onRetry={() => void query.fetchNextPage()} />}
          <LoadMore has={query.hasNextPage && !query.error} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()}>{t('older')}</LoadMore>
        </div>
      </Tabs>
      {why && <WhyDialog item={why} onEnd={() => setWhy(undefined)} />}
    </>
  );
}

/** What came since the list was last open keeps its mark for as long as it is open, and counts as seen from now on. */
function useFresh(items: readonly NotificationItem[], mark: ReturnType<typeof useMark>): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const told = useRef<string>(undefined);
  const unseen = items.filter((item) => item.seenAt === null).map((item) => item.notificationId);
  const newest = items[0]?.notificationId;
  const key = unseen.join();
  useEffect(() => {
    if (!key || !newest || told.current === key) return;
    told.current = key;
    setFresh((all) => new Set([...all, ...key.split(',')]));
    // Nobody waits for it; the next visit says it again.
    mark('seen', { all: true, upTo: newest }).catch(() => { told.current = undefined; });
  }, [key, newest, mark]);
  return fresh;
}
