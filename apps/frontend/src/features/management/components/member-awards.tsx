import { useQuery } from '@tanstack/react-query';
import type { Person } from '@unityplan/sdk';
import { Badge, Button, Medal, SkeletonList } from '@unityplan/ui';
import { useState } from 'react';
import { PlaceName } from '../../../shared/components/place-name.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useDates } from '../../../shared/hooks/use-dates.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { nameOf } from '../../../shared/lib/names.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { memberBadgesQuery, type ShownBadge } from '../api/badges.ts';
import { RevokeDialog } from './revoke-dialog.tsx';

/** The badges of one person, each with a way to take it back. */
export function MemberAwards({ person }: { person: Person }) {
  const { t, language } = useTranslation('management');
  const { t: common } = useTranslation('common');
  const { t: badges } = useTranslation('badges');
  const { date } = useDates();
  const { data, error, refetch } = useQuery(memberBadgesQuery(person.memberId));
  const [revoking, setRevoking] = useState<{ awardId: string; name: string }>();
  const name = nameOf(person) ?? common('formerMember');
  // Someone may hold several levels of one badge.
  const titleOf = ({ badge, level }: ShownBadge) => [inLanguage(badge.name, language), ...(level > 1 ? [badges('level', { level })] : [])].join(' · ');
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <SkeletonList rows={2} label={common('loading')} />;
  if (data.length === 0) return <p className="text-muted">{t('people.noBadges', { name })}</p>;
  return (
    <>
      <ul>
        {data.map((held) => {
          const { awardId, badge, level, state, territory, expiresAt } = held;
          return (
            <li key={`${badge.badge} ${level} ${territory}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-3">
              <Medal icon={badge.icon} colour={badge.colour} expired={state === 'expired'} size="sm" />
              <span className="min-w-40 grow basis-0">
                <span className="block font-semibold">{titleOf(held)}</span>
                <span className="flex flex-wrap items-center gap-x-2 text-sm text-muted"><PlaceName id={territory} />{expiresAt && <Badge tone={state === 'expired' ? 'clay' : 'plain'}>{t(state === 'expired' ? 'holders.expired' : 'holders.until', { date: date(expiresAt) })}</Badge>}</span>
              </span>
              {awardId && <Button tone="quiet" size="sm" aria-label={t('revoke.badge', { badge: titleOf(held) })} onClick={() => setRevoking({ awardId, name: titleOf(held) })}>{t('revoke.short')}</Button>}
            </li>
          );
        })}
      </ul>
      {revoking && <RevokeDialog badgeName={revoking.name} holderName={name} awardId={revoking.awardId} onEnd={() => setRevoking(undefined)} />}
    </>
  );
}
