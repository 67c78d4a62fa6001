import type { Category, TopicPage } from '@unityplan/sdk';
import { Select, useToast } from '@unityplan/ui';
import { useState } from 'react';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { useChangeTopic } from '../api/moderate.ts';
import { DecisionDialog } from './decision-dialog.tsx';

/** Moves a topic to another category that the moderator moderates, too. */
export function MoveDialog({ topic, categories, onEnd }: { topic: TopicPage; categories: readonly Category[]; onEnd: () => void }) {
  const { t, language } = useTranslation('forum');
  const change = useChangeTopic(topic.topicId);
  const toast = useToast();
  const [categoryId, setCategoryId] = useState('');
  const open = categories.filter((each) => each.categoryId !== topic.categoryId && each.may.moderate.allowed);
  return (
    <DecisionDialog title={t('mod.moveTitle')} text={t('mod.moveText')} confirm={t('mod.moveConfirm')} ready={categoryId !== ''} busy={change.isPending} error={change.error} onEnd={onEnd}
      onDecide={(reason) => change.mutate({ change: 'move', categoryId, reason }, { onSuccess: () => { toast({ text: t('mod.moveDone') }); onEnd(); } })}>
      {(tried) => (
        <Select label={t('mod.moveTo')} value={categoryId} error={tried && categoryId === '' ? t('mod.moveNeeded') : undefined} onChange={(event) => setCategoryId(event.target.value)}>
          <option value="">{t('create.chooseCategory')}</option>
          {open.map((each) => <option key={each.categoryId} value={each.categoryId}>{inLanguage(each.name, language)}</option>)}
        </Select>
      )}
    </DecisionDialog>
  );
}
