import type { ModerationCase } from '@unityplan/sdk';
import { Button, Icon } from '@unityplan/ui';
import { useEffect, useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useDates } from '../../../shared/hooks/use-dates.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { nameOf } from '../../../shared/lib/names.ts';
import { useClaim, useRelease } from '../api/cases.ts';

/** Who has a case and until when, and the ways to take it, keep it or give it back. */
export function ClaimBar({ item }: { item: ModerationCase }) {
  const { t } = useTranslation('moderation');
  const { t: common } = useTranslation('common');
  const { time } = useDates();
  const claim = useClaim(item.caseId);
  const release = useRelease(item.caseId);
  const held = item.claim;
  const over = useIsOver(held?.until);
  const free = !held || over;
  const error = claim.error ?? release.error;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg bg-sunken px-5 py-4">
        <Icon name={free ? 'unlock' : 'lock'} className="size-6 text-muted" />
        <p role="status" className="min-w-48 grow basis-0">
          {free ? t(over ? 'claim.lapsed' : 'claim.free') : held.own ? t('claim.yoursUntil', { time: time(held.until) }) : t('claim.byUntil', { name: nameOf(held.by) ?? common('formerMember'), time: time(held.until) })}
        </p>
        {free && <Button busy={claim.isPending} onClick={() => claim.mutate()}>{t('claim.take')}</Button>}
        {!free && held.own && (
          <>
            <Button tone="quiet" busy={claim.isPending} onClick={() => claim.mutate()}>{t('claim.longer')}</Button>
            <Button tone="secondary" busy={release.isPending} onClick={() => release.mutate()}>{t('claim.release')}</Button>
          </>
        )}
      </div>
      {error && <ProblemState error={error} />}
    </div>
  );
}

/** Whether a time has come, told at that very moment. */
function useIsOver(until: string | undefined): boolean {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!until) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, Date.parse(until) - Date.now()) + 50);
    return () => clearTimeout(timer);
  }, [until]);
  return until !== undefined && Date.parse(until) <= now;
}
