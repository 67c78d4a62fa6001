import { Link } from '@tanstack/react-router';
import type { Category } from '@unityplan/sdk';
import { Badge, Icon, RelativeTime } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { UnreadBadge } from './unread-badge.tsx';

/** The categories as the index of a book: name, what it is for, how much is in it. A padlock marks what is closed to the reader. */
export function CategoryList({ categories, member }: { categories: readonly Category[]; member: boolean }) {
  const { t, language } = useTranslation('forum');
  return (
    <ul className="flex flex-col">
      {categories.map((category) => {
        const { read, reply, create } = category.may;
        // A guest's way in is to sign in, which the page says elsewhere: a lock on every category would say nothing.
        const readOnly = read.allowed && !reply.allowed && !create.allowed && (member || reply.lacking.length > 0);
        return (
          <li key={category.categoryId} className="border-t border-line first:border-t-0">
            <Link to="/categories/$slug" params={{ slug: category.slug }} className="group -mx-3 flex flex-col gap-0.5 rounded-md px-3 py-3.5 no-underline hover:bg-sunken">
              <span className="flex items-baseline justify-between gap-3">
                <span className="font-serif text-lg font-semibold group-hover:text-accent">
                  {!read.allowed && <Icon name="lock" className="me-1.5 size-4.5 align-[-0.15em] text-clay" />}
                  {inLanguage(category.name, language)}
                </span>
                {category.topicCount !== null && <span className="shrink-0 text-sm text-muted tabular-nums">{t('topics', { count: category.topicCount })}</span>}
              </span>
              <span className="text-sm text-muted">{inLanguage(category.about, language)}</span>
              <span className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
                {read.allowed && (category.lastActivityAt ? <span>{t('lastActivity')} <RelativeTime at={category.lastActivityAt} /></span> : t('neverActive'))}
                {!read.allowed && <><Badge tone="clay">{t('lock.closed')}</Badge> {t('lock.how')}</>}
                {readOnly && <Badge>{t('lock.readOnly')}</Badge>}
                {category.unreadTopics !== null && category.unreadTopics > 0 && <UnreadBadge text={category.unreadTopics >= 100 ? t('unreadTopicsMany') : t('unreadTopics', { count: category.unreadTopics })} />}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
