import type { Post } from '@unityplan/sdk';
import { Button, Icon } from '@unityplan/ui';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { nameOf } from '../../../shared/lib/names.ts';
import { PostEditor } from './post-editor.tsx';

interface Props {
  text: string;
  onText: (text: string) => void;
  replyTo: Post | undefined;
  onReplyTo: (post: Post | undefined) => void;
  focusSignal: number;
  /** How it stands with the draft. */
  status: ReactNode;
  /** Something has to be settled before this can be sent. */
  waits: boolean;
  onSend: (markdown: string, replyTo: Post | undefined) => void;
}

/** Where a member answers. */
export function ReplyBox({ text, onText, replyTo, onReplyTo, focusSignal, status, waits, onSend }: Props) {
  const { t } = useTranslation('forum');
  const [tried, setTried] = useState(false);
  const markdown = text.trim();
  const fault = markdown.length < 2 ? t('create.faults.text') : markdown.length > 30_000 ? t('create.faults.textLong') : undefined;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(fault !== undefined);
    if (fault || waits) return;
    onSend(markdown, replyTo);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3" aria-labelledby="reply-heading">
      <h2 id="reply-heading" className="text-xl">{t('reply.title')}</h2>
      {replyTo && (
        <p className="flex items-center gap-2 self-start rounded-md bg-accent-soft ps-3 text-sm">
          <Icon name="reply" className="size-4" />
          {t('reply.replyingTo', { number: replyTo.number, name: nameOf(replyTo.author) ?? '–' })}
          <button type="button" aria-label={t('reply.cancelReplyTo')} title={t('reply.cancelReplyTo')} onClick={() => onReplyTo(undefined)} className="grid size-9 place-items-center pointer-coarse:size-11 rounded-md hover:bg-sunken">
            <Icon name="close" className="size-4" />
          </button>
        </p>
      )}
      <PostEditor label={t('reply.title')} placeholder={t('reply.placeholder')} hint={t('reply.hint')} value={text} onChange={onText} onSubmit={() => submit()} focusSignal={focusSignal} error={tried ? fault : undefined} />
      {status}
      <Button type="submit" className="self-start">{t('reply.send')}</Button>
    </form>
  );
}
