import { Button, Dialog, useToast } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useChangeBadge, type BadgeDefinition, type BadgeState } from '../api/badges.ts';
import { badgeBody, draftOfBadge } from '../badge-draft.ts';

/** Drafts, badges in use and archived ones: what it means and how to change it. */
export function BadgeStatePart({ definition }: { definition: BadgeDefinition }) {
  const { t } = useTranslation('management');
  const { t: common } = useTranslation('common');
  const change = useChangeBadge(definition.badge);
  const toast = useToast();
  const [asked, setAsked] = useState<BadgeState>();
  const to = (state: BadgeState) => {
    const body = badgeBody(draftOfBadge(definition));
    if (!body) return;
    const { badge: _key, ...rest } = body;
    change.mutate({ ...rest, state, version: definition.version }, { onSuccess: () => { setAsked(undefined); toast({ text: t(`badge.became.${state}`) }); } });
  };
  const { state } = definition;
  return (
    <section aria-label={t('badge.state')} className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg bg-sunken px-5 py-4">
      <div className="min-w-56 grow basis-0">
        <p className="font-semibold">{t(`badge.states.${state}`)}</p>
        <p className="text-sm text-muted">{t(`badge.stateTexts.${state}`)}</p>
      </div>
      {state !== 'active' && <Button busy={change.isPending && !asked} onClick={() => to('active')}>{t('badge.activate')}</Button>}
      {state === 'active' && <Button tone="secondary" onClick={() => setAsked('archived')}>{t('badge.archive')}</Button>}
      {change.error && !asked && <div className="basis-full"><ProblemState error={change.error} /></div>}
      {asked && (
        <Dialog title={t('badge.archiveTitle')} closeLabel={common('close')} onClose={() => setAsked(undefined)}
          actions={<><Button tone="secondary" onClick={() => setAsked(undefined)}>{common('cancel')}</Button><Button tone="danger" busy={change.isPending} onClick={() => to(asked)}>{t('badge.archive')}</Button></>}>
          <p>{t('badge.archiveText')}</p>
          {change.error && <ProblemState error={change.error} />}
        </Dialog>
      )}
    </section>
  );
}
