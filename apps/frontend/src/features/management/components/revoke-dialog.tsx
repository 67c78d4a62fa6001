import { Button, Dialog, TextArea, useToast } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useRevoke } from '../api/badges.ts';

interface Props {
  badgeName: string;
  holderName: string;
  awardId: string;
  onEnd: () => void;
}

/** Takes a badge back, with the reason its holder reads. */
export function RevokeDialog({ badgeName, holderName, awardId, onEnd }: Props) {
  const { t } = useTranslation('management');
  const { t: common } = useTranslation('common');
  const revoke = useRevoke();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const said = reason.trim();
  const silent = said.length < 3 || said.length > 500;
  const submit = () => {
    setTried(true);
    if (!silent && !revoke.isPending) revoke.mutate({ awardId, reason: said }, { onSuccess: () => { toast({ text: t('revoke.done', { name: holderName }) }); onEnd(); } });
  };
  return (
    <Dialog title={t('revoke.title', { badge: badgeName, name: holderName })} closeLabel={common('close')} onClose={onEnd}
      actions={<><Button tone="secondary" onClick={onEnd}>{common('cancel')}</Button><Button tone="danger" busy={revoke.isPending} onClick={submit}>{t('revoke.confirm')}</Button></>}>
      <form className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <p>{t('revoke.text')}</p>
        <TextArea label={t('award.reason')} hint={t('revoke.reasonHint')} rows={3} maxLength={500} value={reason} error={tried && silent ? t('award.reasonNeeded') : undefined} onChange={(event) => setReason(event.target.value)} />
        {revoke.error && <ProblemState error={revoke.error} />}
      </form>
    </Dialog>
  );
}
