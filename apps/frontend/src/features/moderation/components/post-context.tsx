import { useQuery } from '@tanstack/react-query';
import { cx, RelativeTime, SafeHtml, SkeletonList } from '@unityplan/ui';
import { PersonLink } from '../../../shared/components/person-link.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useInnerLinks } from '../../../shared/hooks/use-inner-links.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { contextQuery } from '../api/cases.ts';

/** The posts before and after one, so that it is judged for what it answers. */
export function PostContext({ topicId, number }: { topicId: string; number: number }) {
  const { t } = useTranslation('moderation');
  const { t: common } = useTranslation('common');
  const follow = useInnerLinks();
  const { data, error, refetch, isPending } = useQuery(contextQuery(topicId, number));
  if (isPending) return <SkeletonList rows={2} label={common('loading')} />;
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  return (
    <ol aria-label={t('case.context')} className="flex flex-col border-s-3 border-line ps-4">
      {data.map((post) => (
        <li key={post.postId} aria-current={post.number === number || undefined} className={cx('border-b border-line py-3 last:border-b-0', post.number === number && '-mx-3 rounded-md bg-clay-soft/60 px-3')}>
          <p className="mb-1 flex flex-wrap items-center gap-x-2 text-sm text-muted"><span>#{post.number}</span><PersonLink person={post.author} className="font-semibold text-ink" /><RelativeTime at={post.createdAt} /></p>
          {post.html ? <SafeHtml html={post.html} onClick={follow} className="text-sm" /> : <p className="text-sm text-muted italic">{t(post.deleted ? 'case.deleted' : 'case.hidden')}</p>}
        </li>
      ))}
    </ol>
  );
}
