import { Link } from '@tanstack/react-router';
import type { Category } from '@unityplan/sdk';
import { Breadcrumb, Button, buttonClass, Icon, useToast } from '@unityplan/ui';
import type { ReactNode } from 'react';
import { PageHeading } from '../../../shared/components/page.tsx';
import { useGateWords } from '../../../shared/hooks/use-gate-words.ts';
import { useProblemToast } from '../../../shared/hooks/use-problem-toast.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { inLanguage, useTerritory } from '../../../shared/lib/territory.ts';
import { useMarkCategoryRead } from '../api/reading.ts';
import { FeedLink } from './feed-link.tsx';

interface Props {
  category: Category;
  member: boolean;
  /** Stands beside the other actions. */
  aside: ReactNode;
}

/** The head of a category: what it is for, who may write, and what can be done with all of it. */
export function CategoryHeader({ category, member, aside }: Props) {
  const { t, language } = useTranslation('forum');
  const { t: badges } = useTranslation('badges');
  const { t: common } = useTranslation('common');
  const say = useGateWords();
  const territory = useTerritory();
  const mark = useMarkCategoryRead(category);
  const toast = useToast();
  const failed = useProblemToast();
  const { may, gates } = category;
  const name = inLanguage(category.name, language);
  const read = () => mark.mutate(undefined, { onSuccess: () => toast({ text: t('markedRead', { name }) }), onError: failed });
  // The list asks for its first topic itself.
  const empty = category.topicCount === 0 && may.create.allowed;
  const gated = gates.create.rule !== 'member' && gates.create.rule !== 'everyone';
  return (
    <>
      <Breadcrumb label={common('breadcrumb')}>
        <Link to="/">{territory ? inLanguage(territory.name, language) : common('home')}</Link>
      </Breadcrumb>
      <div className="flex flex-col gap-4">
        <div>
          <PageHeading title={name}>
            {!may.read.allowed && <><Icon name="lock" className="me-2 size-6 align-[-0.1em] text-clay" /><span className="sr-only">{t('lock.closed')}: </span></>}
            {name}
          </PageHeading>
          <p className="max-w-2xl text-lg text-muted">{inLanguage(category.about, language)}</p>
          {gated && <p className="mt-1 flex items-start gap-1.5 text-sm text-muted"><Icon name="medal" className="mt-0.5 size-4" />{badges('open', { who: say(gates.create) })}</p>}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {member && may.read.allowed && !empty && (
            <Link to="/new-topic" search={{ category: category.categoryId }} className={buttonClass('secondary')}>
              {!may.create.allowed && <Icon name="lock" className="text-clay" />}
              {common('newTopic')}
            </Link>
          )}
          {category.unreadTopics !== null && category.unreadTopics > 0 && <Button tone="quiet" size="sm" busy={mark.isPending} onClick={read}>{t('markRead')}</Button>}
          <span className="ms-auto flex items-center">
            {gates.read.rule === 'everyone' && <FeedLink name={name} categoryId={category.categoryId} />}
            {aside}
          </span>
        </div>
      </div>
    </>
  );
}
