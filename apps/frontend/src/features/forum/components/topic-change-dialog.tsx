import type { TopicPage } from '@unityplan/sdk';
import { useToast } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useChangeTopic } from '../api/moderate.ts';
import { DecisionDialog } from './decision-dialog.tsx';

/** Unpins, closes or opens a topic. */
export function TopicChangeDialog({ topic, what, onEnd }: { topic: TopicPage; what: 'unpin' | 'close' | 'open'; onEnd: () => void }) {
  const { t } = useTranslation('forum');
  const change = useChangeTopic(topic.topicId);
  const toast = useToast();
  const done = { onSuccess: () => { toast({ text: t(`mod.${what}Done`) }); onEnd(); } };
  return (
    <DecisionDialog title={t(`mod.${what}Title`)} text={t(`mod.${what}Text`)} confirm={t(`mod.${what}Confirm`)} reasonOptional={what === 'unpin'} danger={what === 'close'} busy={change.isPending} error={change.error} onEnd={onEnd}
      onDecide={(reason) => change.mutate(what === 'unpin' ? { change: 'unpin', ...(reason ? { reason } : {}) } : { change: what, reason }, done)} />
  );
}
