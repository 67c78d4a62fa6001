import { useInfiniteQuery } from '@tanstack/react-query';
import { Avatar, Badge, Button, LoadMore, RelativeTime, SkeletonList } from '@unityplan/ui';
import { useState } from 'react';
import { PersonLink } from '../../../shared/components/person-link.tsx';
import { PlaceName } from '../../../shared/components/place-name.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useDates } from '../../../shared/hooks/use-dates.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { nameOf } from '../../../shared/lib/names.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { holdersQuery, type Award, type HeldState } from '../api/badges.ts';
import { RevokeDialog } from './revoke-dialog.tsx';

/** Who holds a badge (or held it), since when, why, and a way to take it back. */
export function HolderList({ badge, state }: { badge: string; state: HeldState }) {
  const { t, language } = useTranslation('management');
  const { t: common } = useTranslation('common');
  const query = useInfiniteQuery(holdersQuery(badge, state));
  const awards = itemsOf(query.data, (each) => each.awardId);
  const [revoking, setRevoking] = useState<Award>();
  if (query.isPending) return <SkeletonList rows={2} label={common('loading')} />;
  if (query.error && awards.length === 0) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  if (awards.length === 0) return <p className="py-3 text-muted">{t(`holders.empty.${state}`)}</p>;
  return (
    <>
      <ul>{awards.map((award) => <Holder key={award.awardId} award={award} onRevoke={() => setRevoking(award)} />)}</ul>
      <LoadMore has={query.hasNextPage} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()}>{t('more')}</LoadMore>
      {revoking && (
        <RevokeDialog badgeName={inLanguage(revoking.badge.name, language)} holderName={nameOf(revoking.holder) ?? common('formerMember')} awardId={revoking.awardId} onEnd={() => setRevoking(undefined)} />
      )}
    </>
  );
}

function Holder({ award, onRevoke }: { award: Award; onRevoke: () => void }) {
  const { t } = useTranslation('management');
  const { t: common } = useTranslation('common');
  const { date } = useDates();
  const { holder, by } = award;
  const name = nameOf(holder) ?? common('formerMember');
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b border-line py-3">
      <Avatar id={holder.memberId} name={nameOf(holder) ?? '?'} picture={holder.avatar} />
      <div className="min-w-48 grow basis-0">
        <p className="font-semibold"><PersonLink person={holder} /> {holder.handle && holder.displayName && <span className="font-normal text-muted">@{holder.handle}</span>}</p>
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          <span><RelativeTime at={award.awardedAt} /> {by ? t('holders.by', { name: nameOf(by) ?? common('formerMember') }) : t(`holders.source.${award.source}`)}</span>
          {award.expiresAt && <Badge tone={award.state === 'expired' ? 'clay' : 'plain'}>{t(award.state === 'expired' ? 'holders.expired' : 'holders.until', { date: date(award.expiresAt) })}</Badge>}
          <span><PlaceName id={award.territory} /></span>
        </p>
        {award.reason && <p dir="auto" className="text-sm">{award.reason}</p>}
        {award.revokedReason && <p dir="auto" className="text-sm">{t('holders.revokedReason', { reason: award.revokedReason })}</p>}
      </div>
      {award.state !== 'revoked' && <Button tone="quiet" size="sm" aria-label={t('revoke.from', { name })} onClick={onRevoke}>{t('revoke.short')}</Button>}
    </li>
  );
}
