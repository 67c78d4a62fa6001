import { Link } from '@tanstack/react-router';
import type { ModerationCase } from '@unityplan/sdk';
import { Badge, buttonClass, Icon, linkClass, Notice, RelativeTime, SafeHtml, soloLinkClass } from '@unityplan/ui';
import { useState } from 'react';
import { PersonLink } from '../../../shared/components/person-link.tsx';
import { useInnerLinks } from '../../../shared/hooks/use-inner-links.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { ClaimBar } from './claim-bar.tsx';
import { DecisionForm } from './decision-form.tsx';
import { DecisionSummary } from './decision-summary.tsx';
import { PostContext } from './post-context.tsx';

/** Everything a moderator needs to judge one case, and the decision. */
export function CasePage({ item }: { item: ModerationCase }) {
  const { t } = useTranslation('moderation');
  const follow = useInnerLinks();
  const [context, setContext] = useState(false);
  const { post, topic, appeal, outcome, claim } = item;
  const own = claim?.own ?? false;
  // A claim that lapses takes nothing that was written: once there, the form stays.
  const [begun, setBegun] = useState(own);
  if (own && !begun) setBegun(true);
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="the-post" className="flex flex-col gap-3">
        <h2 id="the-post" className="text-xl">{t('case.post')}</h2>
        <div className="rounded-lg border border-line bg-surface px-5 py-4">
          <p className="mb-3 flex flex-wrap items-center gap-x-2 text-sm text-muted">
            <PersonLink person={post.author} className="text-base font-semibold text-ink" />
            <RelativeTime at={post.createdAt} />
            <span>#{post.number}</span>
            {post.hidden && <Badge tone="clay">{t('case.hidden')}</Badge>}
            {post.deleted && <Badge>{t('case.deleted')}</Badge>}
          </p>
          {post.html ? <SafeHtml html={post.html} onClick={follow} /> : <p className="text-muted italic">{t('case.noText')}</p>}
        </div>
        <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          <button type="button" aria-expanded={context} className={`${linkClass} min-h-8`} onClick={() => setContext(!context)}>{t(context ? 'case.contextHide' : 'case.contextShow')}</button>
          <Link to="/topics/$topicId/$slug" params={{ topicId: topic.topicId, slug: topic.slug }} hash={`post-${post.number}`} className={soloLinkClass}>{t('case.inTopic')}</Link>
          <Link to="/moderation/log" search={{ topic: topic.topicId }} className={soloLinkClass}>{t('case.topicLog')}</Link>
        </p>
        {context && <PostContext topicId={topic.topicId} number={post.number} />}
      </section>
      {item.flagCount > 0 && (
        <section aria-labelledby="the-flags" className="flex flex-col gap-2">
          <h2 id="the-flags" className="text-xl">{t('case.flags', { count: item.flagCount })}</h2>
          <p className="text-sm text-muted">{t('case.flagsText')}</p>
          <ul className="flex flex-col">
            {item.flags.map((flag, index) => (
              <li key={index} className="flex flex-col gap-0.5 border-b border-line py-2.5">
                <span className="flex flex-wrap items-center gap-x-2"><Badge tone="clay">{t(`rules.${flag.kind}`)}</Badge><RelativeTime at={flag.at} className="text-sm text-muted" /></span>
                {flag.text && <span dir="auto">{flag.text}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {appeal && (
        <section aria-labelledby="the-appeal" className="flex flex-col gap-3">
          <h2 id="the-appeal" className="text-xl">{t('case.appeal')}</h2>
          <blockquote dir="auto" className="border-s-3 border-line-strong ps-4 whitespace-pre-wrap">{appeal.text}</blockquote>
          <RelativeTime at={appeal.at} className="text-sm text-muted" />
          <h3 className="text-lg">{t('case.appealed')}</h3>
          <DecisionSummary decision={appeal.decision} />
        </section>
      )}
      <section aria-labelledby="the-decision" className="flex flex-col gap-4">
        <h2 id="the-decision" className="text-xl">{t('case.decision')}</h2>
        {outcome ? (
          <>
            <DecisionSummary decision={outcome} />
            <Link to="/moderation" className={buttonClass('primary', 'md', 'self-start')}>{t('case.next')}</Link>
          </>
        ) : !item.decidable ? (
          <Notice tone="clay"><p className="flex items-start gap-2"><Icon name="lock" className="mt-0.5" />{t(item.kind === 'appeal' ? 'case.ownDecision' : 'case.ownPost')}</p></Notice>
        ) : (
          <>
            <ClaimBar item={item} />
            {begun && <DecisionForm key={item.caseId} item={item} own={own} />}
          </>
        )}
      </section>
    </div>
  );
}
