import { Link } from '@tanstack/react-router';
import type { Decision } from '@unityplan/sdk';
import { linkClass } from '@unityplan/ui';
import type { ReactNode } from 'react';
import { AppealPart } from '../../../shared/components/appeal-part.tsx';
import { PersonLink } from '../../../shared/components/person-link.tsx';
import { useBadgeName } from '../../../shared/hooks/use-badge-name.ts';
import { useDates } from '../../../shared/hooks/use-dates.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useSession } from '../../../shared/lib/session.ts';
import { VerifyPanel } from './verify-panel.tsx';

interface Props {
  decision: Decision;
  categoryName: (categoryId: string) => string;
  onChanged: () => void;
}

/** All of one decision: who, when, by which authority, why; the appeal; and the proof that it stands in the audit trail. */
export function DecisionPage({ decision, categoryName, onChanged }: Props) {
  const { t } = useTranslation('moderation');
  const { moment } = useDates();
  const me = useSession();
  const badgeName = useBadgeName();
  const { topic, post, appeal, moved } = decision;
  const about = post?.author ?? topic.author;
  const rows: [string, ReactNode][] = [
    [t('detail.by'), <PersonLink key="by" person={decision.by} className={linkClass} />],
    ...(decision.role ? [[t('detail.role'), <Link key="role" to="/badges/$badge" params={{ badge: decision.role }} className={linkClass}>{badgeName(decision.role)}</Link>] as [string, ReactNode]] : []),
    [t('detail.at'), <time key="at" dateTime={decision.at}>{moment(decision.at)}</time>],
    [t('detail.topic'), <Link key="topic" dir="auto" to="/topics/$topicId/$slug" params={{ topicId: topic.topicId, slug: topic.slug }} {...(post ? { hash: `post-${post.number}` } : {})} className={linkClass}>{topic.title}{post && ` #${post.number}`}</Link>],
    [t('detail.author'), <PersonLink key="author" person={about} className={linkClass} />],
    ...(moved ? [[t('detail.moved'), t('log.moved', { from: categoryName(moved.fromCategoryId), to: categoryName(moved.toCategoryId) })] as [string, ReactNode]] : []),
    ...(decision.rule ? [[t('rule'), t(`rules.${decision.rule}`)] as [string, ReactNode]] : []),
    ...(decision.reason ? [[t('detail.reason'), <span key="reason" dir="auto">{decision.reason}</span>] as [string, ReactNode]] : []),
    ...(decision.appealedDecisionId ? [[t('detail.appealed'), <Link key="appealed" to="/moderation/log/$decisionId" params={{ decisionId: decision.appealedDecisionId }} className={linkClass}>{t('log.open')}</Link>] as [string, ReactNode]] : []),
  ];
  return (
    <>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted max-sm:mt-1">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {post?.excerpt && <blockquote dir="auto" className="border-s-3 border-line-strong ps-4 text-muted">{post.excerpt}</blockquote>}
      {appeal && (
        <section aria-labelledby="appeal" className="flex flex-col gap-3">
          <h2 id="appeal" className="text-xl">{t('appeal.title')}</h2>
          {me?.memberId === about.memberId
            ? <AppealPart decisionId={decision.decisionId} state={appeal.state} until={appeal.until} onAppealed={onChanged} />
            : <p>{appeal.state === 'none' ? t('appeal.none', { date: moment(appeal.until) }) : t(`log.appeal.${appeal.state}`)}</p>}
        </section>
      )}
      <VerifyPanel decision={decision} />
    </>
  );
}
