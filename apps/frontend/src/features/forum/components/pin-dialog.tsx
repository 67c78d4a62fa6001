import type { TopicPage } from '@unityplan/sdk';
import { RadioGroup, TextField, useToast } from '@unityplan/ui';
import { useState } from 'react';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useChangeTopic } from '../api/moderate.ts';
import { pinnedUntil, type PinFor } from '../pin-time.ts';
import { DecisionDialog } from './decision-dialog.tsx';

const spans = ['forever', 'day', 'week', 'month', 'date'] as const satisfies readonly PinFor[];

/** Pins a topic, until a time if wanted. */
export function PinDialog({ topic, onEnd }: { topic: TopicPage; onEnd: () => void }) {
  const { t } = useTranslation('forum');
  const change = useChangeTopic(topic.topicId);
  const toast = useToast();
  const [span, setSpan] = useState<PinFor>('week');
  const [time, setTime] = useState('');
  const until = pinnedUntil(span, time, Date.now());
  return (
    <DecisionDialog title={t('mod.pinTitle')} text={t('mod.pinText')} confirm={t('mod.pinConfirm')} reasonOptional ready={until !== undefined} busy={change.isPending} error={change.error} onEnd={onEnd}
      onDecide={(reason) => {
        const at = pinnedUntil(span, time, Date.now());
        if (at !== undefined) change.mutate({ change: 'pin', until: at, ...(reason ? { reason } : {}) }, { onSuccess: () => { toast({ text: t('mod.pinDone') }); onEnd(); } });
      }}>
      {(tried) => (
        <>
          <RadioGroup legend={t('mod.until')} chosen={span} onChoose={setSpan} choices={spans.map((key) => ({ key, label: key === 'forever' ? t('mod.forever') : t(`mod.for.${key}`) }))} />
          {span === 'date' && <TextField type="datetime-local" label={t('mod.time')} value={time} error={tried && until === undefined ? t('mod.timeNeeded') : undefined} onChange={(event) => setTime(event.target.value)} />}
        </>
      )}
    </DecisionDialog>
  );
}
