import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Category, PostDraft } from '@unityplan/sdk';
import { Badge, Button, EmptyState, Icon, LoadMore, RelativeTime, SkeletonList, useToast } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useProblemToast } from '../../../shared/hooks/use-problem-toast.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { categoriesQuery } from '../../../shared/lib/categories.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { draftsQuery, useDeleteDraft, useRestoreDraft } from '../api/drafts.ts';

/** Texts the member has begun, each with the way to go on and a way to throw it away. */
export function DraftList({ memberId }: { memberId: string }) {
  const { t } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const query = useInfiniteQuery(draftsQuery);
  const categories = useQuery(categoriesQuery).data;
  const drafts = itemsOf(query.data, (draft) => draft.place);
  const remove = useDeleteDraft(memberId);
  const restore = useRestoreDraft();
  const toast = useToast();
  const failed = useProblemToast();
  const discard = (draft: PostDraft) =>
    remove.mutate(draft, { onError: failed, onSuccess: () => toast({ text: t('draft.gone'), action: { label: common('undo'), run: () => void restore(draft).catch(failed) } }) });
  if (query.isPending) return <SkeletonList label={common('loading')} />;
  if (query.error && drafts.length === 0) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  if (drafts.length === 0) return <EmptyState title={t('draft.empty')}>{t('draft.emptyText')}</EmptyState>;
  return (
    <>
      <ul>
        {drafts.map((draft) => <Row key={draft.place} draft={draft} category={categories?.find((each) => each.categoryId === draft.categoryId)} onDiscard={() => discard(draft)} />)}
      </ul>
      <LoadMore has={query.hasNextPage} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()}>{t('draft.older')}</LoadMore>
    </>
  );
}

function Row({ draft, category, onDiscard }: { draft: PostDraft; category: Category | undefined; onDiscard: () => void }) {
  const { t, language } = useTranslation('forum');
  const { topic } = draft;
  const kind = draft.place.split(':')[0] as 'reply' | 'topic' | 'edit';
  const title = topic?.title ?? (draft.title || t('draft.untitled'));
  const linked = 'rounded-sm after:absolute after:inset-0 hover:underline';
  return (
    <li className="relative -mx-3 flex gap-3 rounded-md border-t border-line px-3 py-4 first:border-t-0 hover:bg-sunken">
      <Icon name="draft" className="mt-1 text-muted" />
      <div className="flex min-w-0 grow flex-col gap-0.5">
        <span className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          <Badge>{t(`draft.kind.${kind}`)}</Badge>
          {category && inLanguage(category.name, language)}
          <RelativeTime at={draft.savedAt} />
        </span>
        <h2 dir="auto" className="text-lg leading-snug">
          {topic
            ? <Link to="/topics/$topicId/$slug" params={{ topicId: topic.topicId, slug: topic.slug }} {...(kind === 'edit' ? { search: { edit: draft.place.slice(5) } } : { hash: 'reply' })} className={linked}>{title}</Link>
            : <Link to="/new-topic" search={{ category: draft.categoryId }} className={linked}>{title}</Link>}
        </h2>
        <p dir="auto" className="line-clamp-2 text-muted">{draft.markdown}</p>
      </div>
      <Button tone="quiet" size="icon" className="relative z-10 shrink-0" title={t('draft.discard')} aria-label={t('draft.discardOf', { title })} onClick={onDiscard}><Icon name="trash" /></Button>
    </li>
  );
}
