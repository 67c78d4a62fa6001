import { Link } from '@tanstack/react-router';
import type { Category, TopicSummary } from '@unityplan/sdk';
import { Avatar, cx, Icon, RelativeTime } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { nameOf } from '../../../shared/lib/names.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { UnreadBadge } from './unread-badge.tsx';

/** One topic of a list. */
export function TopicRow({ topic, category }: { topic: TopicSummary; category?: Category | undefined }) {
  const { t, language } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const replies = Math.max(0, topic.postCount - 1);
  const { reading } = topic;
  // Who has read some of it goes on where they stopped; a topic never opened begins at its beginning.
  const on = reading && reading.upTo > 0 && reading.firstUnread ? `post-${reading.firstUnread}` : undefined;
  return (
    <li className="flex gap-3.5 border-t border-line py-4 first:border-t-0">
      <span className="pt-0.5 max-sm:hidden">
        <Avatar id={topic.author.memberId} name={nameOf(topic.author) ?? '?'} picture={topic.author.avatar} />
      </span>
      <div className="flex min-w-0 grow flex-col gap-1">
        <h3 dir="auto" className={cx('text-lg leading-snug', reading && reading.unread === 0 && 'font-normal')}>
          {topic.pinned && <Mark icon="pin" text={t('pinnedMark')} />}
          {topic.closed && <Mark icon="lock" text={t('closedMark')} />}
          <Link to="/topics/$topicId/$slug" params={{ topicId: topic.topicId, slug: topic.slug }} {...(on ? { hash: on } : {})} className="rounded-sm hover:text-accent hover:underline hover:decoration-1 hover:underline-offset-4">
            {topic.title}
          </Link>
        </h3>
        <p className="flex flex-wrap items-center gap-x-1.5 text-sm text-muted">
          {category && (
            <>
              <Link to="/categories/$slug" params={{ slug: category.slug }} className="inline-flex min-h-6 items-center font-semibold text-accent hover:underline">{inLanguage(category.name, language)}</Link>
              <span aria-hidden="true">·</span>
            </>
          )}
          <span>{t('by')} <span className="text-ink">{nameOf(topic.author) ?? common('formerMember')}</span></span>
          <span aria-hidden="true">·</span>
          <span>
            {replies > 0 && <>{t('lastBy')} <span className="text-ink">{nameOf(topic.lastAuthor) ?? common('formerMember')}</span> </>}
            <RelativeTime at={topic.lastActivityAt} />
          </span>
          {reading && reading.unread > 0 && <UnreadBadge text={t('unreadPosts', { count: reading.unread })} />}
        </p>
      </div>
      <p className="w-14 shrink-0 text-end leading-tight">
        <span className="block font-serif text-xl tabular-nums">{replies}</span>{' '}
        <span className="text-xs text-muted">{t('repliesWord', { count: replies })}</span>
      </p>
    </li>
  );
}

function Mark({ icon, text }: { icon: 'pin' | 'lock'; text: string }) {
  return <span title={text} className="me-1.5 align-[-0.1em] text-muted"><Icon name={icon} className="size-4.5" /><span className="sr-only">{text}: </span></span>;
}
