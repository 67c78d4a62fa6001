import { ApiProblem, type Post } from '@unityplan/sdk';
import { Button, Notice, TextField, useToast } from '@unityplan/ui';
import { useState, type FormEvent } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { useEditPost } from '../api/edit-post.ts';
import { DraftStatus } from '../drafts/draft-status.tsx';
import { useServerDraft } from '../drafts/use-server-draft.ts';
import { PostEditor } from './post-editor.tsx';

/** Changes an own post in its place. When it changed meanwhile, both texts are at hand and nothing is lost. */
export function EditForm({ post, memberId, onEnd }: { post: Post; memberId: string; onEnd: () => void }) {
  const { t } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const toast = useToast();
  const draft = useServerDraft(memberId, `edit:${post.postId}`, { title: '', markdown: post.markdown, replyToPostId: null });
  const text = draft.text.markdown;
  const setText = (markdown: string) => draft.type({ markdown });
  const [reason, setReason] = useState('');
  // The revision that was read when editing began: a live update of the post must not hide a conflict.
  const [base, setBase] = useState(post.revision);
  const save = useEditPost(post, draft);
  const [problem, setProblem] = useState<unknown>();
  const [newer, setNewer] = useState<Post>();
  const showNewer = async () => {
    const now = await sdk.getPost({ params: { postId: post.postId } });
    setNewer(now);
    setBase(now.revision);
  };
  const failed = (error: unknown) => {
    if (error instanceof ApiProblem && error.code === 'post_changed_meanwhile') showNewer().catch(setProblem);
    else setProblem(error);
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (save.isPending || text.trim().length < 2) return;
    setProblem(undefined);
    save.mutate({ markdown: text, reason, revision: base }, { onSuccess: () => { toast({ text: t('editing.saved') }); onEnd(); }, onError: failed });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" onKeyDown={(event) => { if (event.key === 'Escape' && text === post.markdown) onEnd(); }}>
      {problem !== undefined && <ProblemState error={problem} />}
      {newer && (
        <Notice tone="clay">
          <p className="font-semibold" role="alert">{t('editing.newerTitle')}</p>
          <details className="my-2">
            <summary className="min-h-6">{t('editing.newerShow')}</summary>
            <pre className="mt-2 max-h-60 overflow-auto rounded-md bg-surface p-3 font-mono text-sm whitespace-pre-wrap">{newer.markdown}</pre>
          </details>
          <Button tone="secondary" size="sm" onClick={() => { setText(newer.markdown); setNewer(undefined); }}>{t('editing.newerTake')}</Button>
        </Notice>
      )}
      <PostEditor label={t('editing.label', { number: post.number })} value={text} onChange={setText} onSubmit={() => submit()} focusSignal={1}
        error={text.trim().length < 2 ? t('create.faults.text') : undefined} />
      <DraftStatus draft={draft} />
      <TextField label={t('editing.reason')} hint={t('editing.reasonHint')} optional={common('optional')} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={save.isPending}>{newer ? t('editing.newerOverwrite') : t('editing.save')}</Button>
        <Button tone="quiet" onClick={() => { draft.clear(false); onEnd(); }}>{common('cancel')}</Button>
      </div>
    </form>
  );
}
