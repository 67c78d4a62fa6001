import { Link } from '@tanstack/react-router';
import type { Category, TopicPage } from '@unityplan/sdk';
import { Badge, Breadcrumb, Icon, Notice, RelativeTime } from '@unityplan/ui';
import { useRef, type ReactNode } from 'react';
import { PageHeading } from '../../../shared/components/page.tsx';
import { PersonLink } from '../../../shared/components/person-link.tsx';
import { useDates } from '../../../shared/hooks/use-dates.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { inLanguage, useTerritory } from '../../../shared/lib/territory.ts';
import { TopicMenu } from './topic-menu.tsx';

interface Props {
  topic: TopicPage;
  categories: readonly Category[];
  /** Stands beside the moderators' menu. */
  aside: ReactNode;
}

/** The head of a topic: where it stands, its marks, and what can be done with it as a whole. */
export function TopicHeader({ topic, categories, aside }: Props) {
  const { t, language } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const { moment } = useDates();
  const territory = useTerritory();
  const category = categories.find((each) => each.categoryId === topic.categoryId);
  const name = category && inLanguage(category.name, language);
  // A topic can be moved under its reader's eyes.
  const first = useRef(topic.categoryId);
  const moved = first.current !== topic.categoryId;
  return (
    <>
      <Breadcrumb label={common('breadcrumb')}>
        <Link to="/">{territory ? inLanguage(territory.name, language) : common('home')}</Link>
        {category && <Link to="/categories/$slug" params={{ slug: category.slug }} className="font-semibold text-accent">{name}</Link>}
      </Breadcrumb>
      <div role="status" className="contents">{moved && name && <Notice>{t('mod.movedLive', { name })}</Notice>}</div>
      <header className="flex flex-col gap-2 border-b border-line pb-4">
        <div className="flex items-start gap-2">
          <div className="min-w-0 grow"><PageHeading title={topic.title}>{topic.title}</PageHeading></div>
          <div className="flex shrink-0">
            {aside}
            {topic.may.moderate.allowed && <TopicMenu topic={topic} categories={categories} />}
          </div>
        </div>
        <p className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-sm text-muted">
          <span>{t('by')} <PersonLink person={topic.author} className="text-ink underline decoration-line-strong decoration-1 underline-offset-4" /></span>
          <span aria-hidden="true">·</span>
          <RelativeTime at={topic.createdAt} />
          <span aria-hidden="true">·</span>
          <span>{t('posts', { count: topic.postCount })}</span>
          {topic.pinned && <Badge tone="accent"><Icon name="pin" className="me-1 size-3.5" />{topic.pinned.until ? t('mod.pinnedUntil', { date: moment(topic.pinned.until) }) : t('mod.pinned')}</Badge>}
          {topic.closed && <Badge><Icon name="lock" className="me-1 size-3.5" />{t('mod.closed')}</Badge>}
        </p>
      </header>
    </>
  );
}
