import { useNavigate } from '@tanstack/react-router';
import { Button } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useTerritory } from '../../../shared/lib/territory.ts';
import { useRequestCommunity, type Status } from '../api/communities.ts';
import type { CommunityDetail } from '../api/community.ts';
import { StatusBadge } from './community-list.tsx';
import { StatusDialog } from './status-dialog.tsx';

/** Whether a territory is open, and the ways to close and open it; or who may, where its reader may not. */
export function TerritoryState({ territory }: { territory: CommunityDetail }) {
  const { t } = useTranslation('communities');
  const here = useTerritory();
  const [next, setNext] = useState<Status>();
  const request = useRequestCommunity();
  const navigate = useNavigate();
  const { id, name, parent, status, defaultLanguage } = territory;
  const order = () => request.mutate({ territoryId: id, name, defaultLanguage, ...(parent ? { parent } : {}) }, { onSuccess: ({ orderId }) => void navigate({ to: '/manage/territories/new', search: { order: orderId } }) });
  const note = parent === null ? t('state.byOperator') : id === here?.id ? t('state.ownNote') : undefined;
  return (
    <section aria-labelledby="state" className="flex flex-col gap-4 border-t border-line pt-7">
      <h2 id="state" className="text-xl">{t('state.title')}</h2>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1"><StatusBadge status={status} /> {t(`state.${status}`)}</p>
      {note ? <p className="text-muted">{note}</p> : (status === 'active' || status === 'suspended') && (
        <p className="flex flex-wrap gap-3">
          {status === 'active' ? <Button tone="secondary" onClick={() => setNext('suspended')}>{t('state.suspend')}</Button> : <Button onClick={() => setNext('active')}>{t('state.resume')}</Button>}
          <Button tone="quiet" className="text-danger!" onClick={() => setNext('archived')}>{t('state.archive')}</Button>
        </p>
      )}
      {status === 'listed' && parent !== null && <Button busy={request.isPending} className="self-start" onClick={order}>{t('state.order')}</Button>}
      {request.error && <ProblemState error={request.error} />}
      {next && <StatusDialog territory={territory} next={next} onEnd={() => setNext(undefined)} />}
    </section>
  );
}
