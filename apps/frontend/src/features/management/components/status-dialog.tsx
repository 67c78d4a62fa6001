import { Button, Dialog, TextArea, useToast } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { useSetStatus, type Status } from '../api/communities.ts';
import type { CommunityDetail } from '../api/community.ts';

/** Says what closing or opening a territory means, and asks for the reason. */
export function StatusDialog({ territory, next, onEnd }: { territory: CommunityDetail; next: Status; onEnd: () => void }) {
  const { t, language } = useTranslation('communities');
  const { t: common } = useTranslation('common');
  const set = useSetStatus(territory.id);
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const name = inLanguage(territory.name, language);
  const said = reason.trim();
  const silent = said.length < 3 || said.length > 500;
  const submit = () => {
    setTried(true);
    if (silent || set.isPending) return;
    set.mutate({ status: next, reason: said }, { onSuccess: () => { toast({ text: t(`state.confirm.${next}.done`, { name }) }); onEnd(); } });
  };
  return (
    <Dialog title={t(`state.confirm.${next}.title`, { name })} closeLabel={common('close')} onClose={onEnd}
      actions={<><Button tone="secondary" onClick={onEnd}>{common('cancel')}</Button><Button tone={next === 'active' ? 'primary' : 'danger'} busy={set.isPending} onClick={submit}>{t(`state.confirm.${next}.run`)}</Button></>}>
      <form className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <p>{t(`state.confirm.${next}.text`)}</p>
        <TextArea label={t('state.reason')} hint={t('state.reasonHint')} rows={3} maxLength={500} value={reason} error={tried && silent ? t('state.reasonNeeded') : undefined} onChange={(event) => setReason(event.target.value)} />
        {set.error && <ProblemState error={set.error} />}
      </form>
    </Dialog>
  );
}
