import type { CategoryMay, Hiding, Post } from '@unityplan/sdk';
import { Link } from '@tanstack/react-router';
import { Button, Icon, linkClass, RelativeTime, SafeHtml } from '@unityplan/ui';
import { useState } from 'react';
import { AppealPart } from '../../../shared/components/appeal-part.tsx';
import { PersonLink } from '../../../shared/components/person-link.tsx';
import { useInnerLinks } from '../../../shared/hooks/use-inner-links.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { RestoreDialog } from './restore-dialog.tsx';

interface Props {
  post: Post;
  hidden: Hiding;
  own: boolean;
  may: CategoryMay;
  onAppealed: () => void;
}

/** What stands in the place of a hidden post: who hid it, under which rule, why; for its author the text and the way to appeal. */
export function HiddenPost({ post, hidden, own, may, onAppealed }: Props) {
  const { t } = useTranslation('forum');
  const { t: rules } = useTranslation('moderation');
  const follow = useInnerLinks();
  const [restoring, setRestoring] = useState(false);
  const { appeal } = hidden;
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-dashed border-line-strong px-5 py-4">
      <p className="flex flex-wrap items-center gap-x-2">
        <Icon name="eyeOff" className="text-muted" />
        <span className="font-semibold">{t('hidden.by')} <PersonLink person={hidden.by} className="underline decoration-1 underline-offset-4" /></span>
        <RelativeTime at={hidden.at} className="text-sm text-muted" />
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        <dt className="text-muted">{t('hidden.rule')}</dt>
        <dd>{rules(`rules.${hidden.rule}`)}</dd>
        <dt className="text-muted">{t('hidden.reason')}</dt>
        <dd dir="auto">{hidden.reason}</dd>
      </dl>
      {post.html && (
        <details>
          <summary className="min-h-6 text-sm font-semibold text-accent">{t(own ? 'hidden.textOwn' : 'hidden.textModerator')}</summary>
          <div className="mt-3 border-s-3 border-line ps-4"><SafeHtml html={post.html} onClick={follow} /></div>
        </details>
      )}
      {own && <AppealPart decisionId={hidden.decisionId} state={appeal.state} until={appeal.until} onAppealed={onAppealed} />}
      {!own && appeal.state === 'open' && <p className="text-sm text-muted">{t('hidden.underAppeal')}</p>}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Link to="/moderation/log/$decisionId" params={{ decisionId: hidden.decisionId }} className={`${linkClass} inline-flex min-h-6 items-center pointer-coarse:min-h-11 text-sm`}>{t('hidden.log')}</Link>
        {may.moderate.allowed && !own && appeal.state !== 'open' && (
          <Button tone="secondary" size="sm" aria-label={t('hidden.restorePost', { number: post.number })} onClick={() => setRestoring(true)}>{t('hidden.restore')}</Button>
        )}
      </p>
      {restoring && <RestoreDialog post={post} onEnd={() => setRestoring(false)} />}
    </div>
  );
}
