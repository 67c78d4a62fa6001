import { Link } from '@tanstack/react-router';
import type { Post } from '@unityplan/sdk';
import { Avatar, Badge, cx, RelativeTime, SafeHtml } from '@unityplan/ui';
import type { ReactNode } from 'react';
import { PersonLink } from '../../../shared/components/person-link.tsx';
import { useInnerLinks } from '../../../shared/hooks/use-inner-links.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { nameOf } from '../../../shared/lib/names.ts';
import { windowFor } from '../api/get-posts.ts';

interface Props {
  post: Post;
  /** Came in while the page was open. */
  arrived: boolean;
  actions: ReactNode;
  /** Stands in the place of the text while it is edited. */
  editing?: ReactNode;
  /** Stands in the place of the text when it is hidden. */
  hidden?: ReactNode;
}

/** A post with its permalink. */
export function PostCard({ post, arrived, actions, editing, hidden }: Props) {
  const { t } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const follow = useInnerLinks();
  const name = nameOf(post.author) ?? common('formerMember');
  return (
    <article id={`post-${post.number}`} data-number={post.number} tabIndex={-1} aria-label={`${t('post.number', { number: post.number })}, ${name}`}
      className={cx('-mx-4 flex scroll-mt-20 gap-4 border-t border-line px-4 py-6 first-of-type:border-t-0 target:bg-accent-soft focus-visible:-outline-offset-3', arrived && 'arrive')}>
      <span className="max-sm:hidden">
        <Avatar id={post.author.memberId} name={nameOf(post.author) ?? '?'} picture={post.author.avatar} />
      </span>
      <div className="min-w-0 grow">
        <header className="mb-2 flex flex-wrap items-center gap-x-2 text-sm text-muted">
          <span className="sm:hidden"><Avatar id={post.author.memberId} name={nameOf(post.author) ?? '?'} picture={post.author.avatar} size="sm" /></span>
          <PersonLink person={post.author} className="text-base font-semibold text-ink" />
          {post.author.handle && post.author.displayName && <span className="max-sm:hidden">@{post.author.handle}</span>}
          {arrived && <Badge tone="clay">{t('post.new')}</Badge>}
          <span className="ms-auto flex items-center gap-x-2">
            <RelativeTime at={post.createdAt} />
            {post.editedAt && !post.deleted && <span>· {t('post.edited')}</span>}
            <Link to="." search={{ from: windowFor(post.number) === 1 ? undefined : windowFor(post.number) }} hash={`post-${post.number}`} aria-label={t('post.permalink', { number: post.number })}
              className="inline-flex min-h-6 min-w-6 items-center justify-center rounded-sm px-1 tabular-nums hover:text-ink hover:underline">
              #{post.number}
            </Link>
          </span>
        </header>
        {post.replyTo && (
          <p className="mb-1.5 text-sm text-muted">
            {t('post.replyTo')}{' '}
            <Link to="." search={{ from: windowFor(post.replyTo.number) === 1 ? undefined : windowFor(post.replyTo.number) }} hash={`post-${post.replyTo.number}`} className="inline-flex min-h-6 items-center rounded-sm text-accent hover:underline">
              #{post.replyTo.number} {nameOf(post.replyTo.author) ?? common('formerMember')}
            </Link>
          </p>
        )}
        {post.deleted ? <p className="text-muted italic">{t('post.deleted')}</p> : hidden ?? (editing ?? (
          <>
            <SafeHtml html={post.html} onClick={follow} />
            {actions}
          </>
        ))}
      </div>
    </article>
  );
}
