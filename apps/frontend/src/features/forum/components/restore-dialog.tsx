import type { Post } from '@unityplan/sdk';
import { useToast } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useRestorePost } from '../api/moderate.ts';
import { DecisionDialog } from './decision-dialog.tsx';

/** A moderator shows a hidden post again, and says why. */
export function RestoreDialog({ post, onEnd }: { post: Post; onEnd: () => void }) {
  const { t } = useTranslation('forum');
  const restore = useRestorePost(post);
  const toast = useToast();
  return (
    <DecisionDialog title={t('hidden.restoreTitle', { number: post.number })} text={t('hidden.restoreText')} confirm={t('hidden.restoreConfirm')} busy={restore.isPending} error={restore.error} onEnd={onEnd}
      onDecide={(reason) => restore.mutate(reason, { onSuccess: () => { toast({ text: t('hidden.restoreDone') }); onEnd(); } })} />
  );
}
