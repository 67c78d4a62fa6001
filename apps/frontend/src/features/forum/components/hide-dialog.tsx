import type { FlagKind, Post } from '@unityplan/sdk';
import { useToast } from '@unityplan/ui';
import { useState } from 'react';
import { RuleChoice } from '../../../shared/components/rule-choice.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useHidePost } from '../api/moderate.ts';
import { DecisionDialog } from './decision-dialog.tsx';

/** A moderator hides a post: under which rule, and why. */
export function HideDialog({ post, onEnd }: { post: Post; onEnd: () => void }) {
  const { t } = useTranslation('forum');
  const hide = useHidePost(post);
  const toast = useToast();
  const [rule, setRule] = useState<FlagKind>();
  return (
    <DecisionDialog title={t('hidden.hideTitle', { number: post.number })} text={t('hidden.hideText')} confirm={t('hidden.hideConfirm')} danger ready={rule !== undefined} busy={hide.isPending} error={hide.error} onEnd={onEnd}
      onDecide={(reason) => rule && hide.mutate({ rule, reason }, { onSuccess: () => { toast({ text: t('hidden.hideDone') }); onEnd(); } })}>
      {(tried) => <RuleChoice chosen={rule} tried={tried} onChoose={setRule} />}
    </DecisionDialog>
  );
}
