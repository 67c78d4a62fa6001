import { Link } from '@tanstack/react-router';
import type { Category } from '@unityplan/sdk';
import { RelativeTime } from '@unityplan/ui';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../../shared/lib/territory.ts';

/** The categories as the index of a book: name, what it is for, how much is in it. */
export function CategoryList({ categories }: { categories: readonly Category[] }) {
  const { t, i18n } = useTranslation('forum');
  return (
    <ul className="flex flex-col">
      {categories.map((category) => (
        <li key={category.categoryId} className="border-t border-line first:border-t-0">
          <Link to="/categories/$slug" params={{ slug: category.slug }} className="group -mx-3 flex flex-col gap-0.5 rounded-md px-3 py-3.5 no-underline hover:bg-sunken">
            <span className="flex items-baseline justify-between gap-3">
              <span className="font-serif text-lg font-semibold group-hover:text-accent">{inLanguage(category.name, i18n.language)}</span>
              <span className="shrink-0 text-sm text-muted tabular-nums">{t('topics', { count: category.topicCount })}</span>
            </span>
            <span className="text-sm text-muted">{inLanguage(category.about, i18n.language)}</span>
            <span className="text-xs text-muted">
              {category.lastActivityAt ? <>{t('lastActivity')} <RelativeTime at={category.lastActivityAt} /></> : t('neverActive')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
