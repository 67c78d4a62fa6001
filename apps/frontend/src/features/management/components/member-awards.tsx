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
import { findAward, memberBadgesQuery } from '../api/badges.ts';
import { RevokeDialog } from './revoke-dialog.tsx';

/** The badges of one person, each with a way to take it back. */
export function MemberAwards({ person }: { person: Person }) {
  const { t, language } = useTranslation('management');
  const { t: common } = useTranslation('common');
  const { date } = useDates();
  const { data, error, refetch, isPending } = useQuery(memberBadgesQuery(person.memberId));
  const [revoking, setRevoking] = useState<string>();
  const name = nameOf(person) ?? common('formerMember');
  const revoked = data?.find((each) => each.badge.badge === revoking);
  if (isPending) return <SkeletonList rows={2} label={common('loading')} />;
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (data.length === 0) return <p className="text-muted">{t('people.noBadges', { name })}</p>;
  return (
    <>
      <ul>
        {data.map(({ badge, state, territory, expiresAt }) => (
          <li key={`${badge.badge} ${territory}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-3">
            <Medal icon={badge.icon} colour={badge.colour} expired={state === 'expired'} size="sm" />
            <span className="min-w-40 grow basis-0">
              <span className="block font-semibold">{inLanguage(badge.name, language)}</span>
              <span className="flex flex-wrap items-center gap-x-2 text-sm text-muted"><PlaceName id={territory} />{expiresAt && <Badge tone={state === 'expired' ? 'clay' : 'plain'}>{t(state === 'expired' ? 'holders.expired' : 'holders.until', { date: date(expiresAt) })}</Badge>}</span>
            </span>
            <Button tone="quiet" size="sm" aria-label={t('revoke.badge', { badge: inLanguage(badge.name, language) })} onClick={() => setRevoking(badge.badge)}>{t('revoke.short')}</Button>
          </li>
        ))}
      </ul>
      {revoking && revoked && <RevokeDialog badgeName={inLanguage(revoked.badge.name, language)} holderName={name} awardId={async () => (await findAward(revoking, person.memberId))?.awardId} onEnd={() => setRevoking(undefined)} />}
    </>
  );
}
