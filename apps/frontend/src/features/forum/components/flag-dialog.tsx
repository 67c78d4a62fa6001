import type { FlagKind, Post } from '@unityplan/sdk';
import { Button, Dialog, TextArea, useToast } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { RuleChoice } from '../../../shared/components/rule-choice.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useFlagPost } from '../api/moderate.ts';

/** Tells moderators what is wrong with a post. */
export function FlagDialog({ post, onEnd }: { post: Post; onEnd: () => void }) {
  const { t } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const flag = useFlagPost(post);
  const toast = useToast();
  const [kind, setKind] = useState<FlagKind>();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const said = text.trim();
  const silent = kind === 'other' && said === '';
  const send = () => {
    setTried(true);
    if (!kind || silent || flag.isPending) return;
    flag.mutate({ kind, text: said || null }, { onSuccess: () => { toast({ text: t('flag.done') }); onEnd(); } });
  };
  return (
    <Dialog title={t('flag.title', { number: post.number })} closeLabel={common('close')} onClose={onEnd}
      actions={<><Button tone="secondary" onClick={onEnd}>{common('cancel')}</Button><Button busy={flag.isPending} onClick={send}>{t('flag.send')}</Button></>}>
      <form className="flex flex-col gap-5" onSubmit={(event) => { event.preventDefault(); send(); }}>
        <p>{t('flag.lead')}</p>
        <RuleChoice legend={t('flag.kind')} chosen={kind} tried={tried} onChoose={setKind} noteOf={(each) => t(`flag.kinds.${each}`)} />
        <TextArea label={t('flag.text')} {...(kind === 'other' ? {} : { optional: common('optional') })} rows={3} maxLength={1000} value={text} error={tried && silent ? t('flag.textNeeded') : undefined} onChange={(event) => setText(event.target.value)} />
        {flag.error && <ProblemState error={flag.error} />}
      </form>
    </Dialog>
  );
}
