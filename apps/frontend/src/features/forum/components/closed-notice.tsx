import { Link } from '@tanstack/react-router';
import type { TopicPage } from '@unityplan/sdk';
import { Icon, linkClass, RelativeTime } from '@unityplan/ui';
import { PersonLink } from '../../../shared/components/person-link.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';

/** A topic that takes no more replies: who closed it, and why. */
export function ClosedNotice({ topic: { closure } }: { topic: TopicPage }) {
  const { t } = useTranslation('forum');
  return (
    <section role="status" className="flex items-start gap-3 rounded-lg bg-sunken px-5 py-4">
      <Icon name="lock" className="mt-0.5 size-6 text-muted" />
      <div className="min-w-0 grow">
        {closure ? (
          <p className="font-semibold">{t('mod.closedBy')} <PersonLink person={closure.by} className="underline decoration-1 underline-offset-4" /> <RelativeTime at={closure.at} className="font-normal text-muted" /></p>
        ) : <p className="font-semibold">{t('mod.closed')}</p>}
        {closure && <p dir="auto">{closure.reason}</p>}
        <p className="text-muted">{t('mod.closedText')}</p>
        {closure && <Link to="/moderation/log/$decisionId" params={{ decisionId: closure.decisionId }} className={`${linkClass} inline-flex min-h-6 items-center pointer-coarse:min-h-11 text-sm`}>{t('hidden.log')}</Link>}
      </div>
    </section>
  );
}
