import type { Post } from '@unityplan/sdk';
import { Button, Dialog, useToast } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useDeletePost } from '../api/edit-post.ts';

/** Asks before an own post is deleted. */
export function DeleteDialog({ post, onEnd }: { post: Post; onEnd: () => void }) {
  const { t } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const remove = useDeletePost();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const confirm = async () => {
    setBusy(true);
    try {
      await remove(post);
      toast({ text: t('deleting.done') });
      onEnd();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('deleting.title')} closeLabel={common('close')} onClose={onEnd}
      actions={<><Button tone="secondary" onClick={onEnd}>{common('cancel')}</Button><Button tone="danger" busy={busy} onClick={() => void confirm()}>{t('deleting.confirm')}</Button></>}>
      <p>{t('deleting.text')}</p>
      {problem !== undefined && <div className="mt-4"><ProblemState error={problem} /></div>}
    </Dialog>
  );
}
