import type { Post } from '@unityplan/sdk';
import { Button, Dialog, useToast } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useDeletePost } from '../api/edit-post.ts';

/** Asks before an own post is deleted. */
export function DeleteDialog({ post, onEnd }: { post: Post; onEnd: () => void }) {
  const { t } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const remove = useDeletePost(post);
  const toast = useToast();
  const confirm = () => remove.mutate(undefined, { onSuccess: () => { toast({ text: t('deleting.done') }); onEnd(); } });
  return (
    <Dialog title={t('deleting.title')} closeLabel={common('close')} onClose={onEnd}
      actions={<><Button tone="secondary" onClick={onEnd}>{common('cancel')}</Button><Button tone="danger" busy={remove.isPending} onClick={confirm}>{t('deleting.confirm')}</Button></>}>
      <p>{t('deleting.text')}</p>
      {remove.error && <div className="mt-4"><ProblemState error={remove.error} /></div>}
    </Dialog>
  );
}
