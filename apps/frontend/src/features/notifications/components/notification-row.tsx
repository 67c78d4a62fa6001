import { Link } from '@tanstack/react-router';
import type { NotificationItem } from '@unityplan/sdk';
import { Avatar, cx, RelativeTime } from '@unityplan/ui';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../../shared/lib/names.ts';

/** One notification; the whole row leads to the post. */
export function NotificationRow({ item, from, onOpen }: { item: NotificationItem; from: number | undefined; onOpen: () => void }) {
  const { t } = useTranslation('notifications');
  const { t: common } = useTranslation('common');
  const name = nameOf(item.actor) ?? common('formerMember');
  const unread = item.readAt === null;
  return (
    <li className="border-t border-line first:border-t-0">
      <Link to="/topics/$topicId/$slug" params={{ topicId: item.topicId, slug: item.topicSlug }} search={{ from }} hash={`post-${item.postNumber}`} onClick={onOpen}
        className={cx('-mx-3 flex gap-3.5 rounded-md px-3 py-4 no-underline hover:bg-sunken', unread && 'bg-clay-soft/60')}>
        <Avatar id={item.actor.memberId} name={nameOf(item.actor) ?? '?'} picture={item.actor.avatar} />
        <span className="flex min-w-0 grow flex-col gap-0.5">
          <span className={unread ? 'font-semibold' : ''}>{t(item.reasons[0] ?? 'reply', { name })}</span>
          <span className="font-serif text-lg leading-snug">{item.topicTitle}</span>
          <span className="line-clamp-2 text-muted">{item.excerpt}</span>
          <RelativeTime at={item.createdAt} className="text-sm text-muted" />
        </span>
        {unread && (
          <span className="mt-2 size-2.5 shrink-0 rounded-full bg-clay">
            <span className="sr-only">{t('isUnread')}</span>
          </span>
        )}
      </Link>
    </li>
  );
}
