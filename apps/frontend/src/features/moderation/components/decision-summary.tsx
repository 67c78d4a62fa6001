import { Link } from '@tanstack/react-router';
import type { Decision } from '@unityplan/sdk';
import { RelativeTime, linkClass } from '@unityplan/ui';
import { PersonLink } from '../../../shared/components/person-link.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';

/** One decision in short: who did what, under which rule and why; the way to all of it. */
export function DecisionSummary({ decision }: { decision: Decision }) {
  const { t } = useTranslation('moderation');
  return (
    <div className="flex flex-col gap-1 rounded-lg bg-sunken px-5 py-4">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-semibold">{t(`actions.${decision.action}`)}</span>
        <span className="text-sm text-muted">{t('by')} <PersonLink person={decision.by} className="text-ink underline decoration-1 underline-offset-4" /> · <RelativeTime at={decision.at} /></span>
      </p>
      {decision.rule && <p>{t('rule')}: {t(`rules.${decision.rule}`)}</p>}
      {decision.reason && <p dir="auto">{decision.reason}</p>}
      <Link to="/moderation/log/$decisionId" params={{ decisionId: decision.decisionId }} className={`${linkClass} inline-flex min-h-6 items-center pointer-coarse:min-h-11 self-start text-sm`}>{t('log.open')}</Link>
    </div>
  );
}
