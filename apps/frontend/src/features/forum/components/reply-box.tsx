import { Link, useRouterState } from '@tanstack/react-router';
import type { OwnProfile, Post } from '@unityplan/sdk';
import { Button, buttonClass, Icon } from '@unityplan/ui';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, useTerritory } from '../../../shared/lib/territory.ts';
import { nameOf } from '../../../shared/lib/names.ts';
import { PostEditor } from './post-editor.tsx';

interface Props {
  text: string;
  onText: (text: string) => void;
  replyTo: Post | undefined;
  onReplyTo: (post: Post | undefined) => void;
  focusSignal: number;
  onSend: (markdown: string, replyTo: Post | undefined) => void;
}

/** Where a member answers. The text stays here and on the device until it is sent. */
export function ReplyBox({ text, onText, replyTo, onReplyTo, focusSignal, onSend }: Props) {
  const { t } = useTranslation('forum');
  const [tried, setTried] = useState(false);
  const markdown = text.trim();
  const fault = markdown.length < 2 ? t('create.faults.text') : markdown.length > 30_000 ? t('create.faults.textLong') : undefined;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(fault !== undefined);
    if (fault) return;
    onSend(markdown, replyTo);
    onText('');
    onReplyTo(undefined);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3" aria-labelledby="reply-heading">
      <h2 id="reply-heading" className="text-xl">{t('reply.title')}</h2>
      {replyTo && (
        <p className="flex items-center gap-2 self-start rounded-md bg-accent-soft ps-3 text-sm">
          <Icon name="reply" className="size-4" />
          {t('reply.replyingTo', { number: replyTo.number, name: nameOf(replyTo.author) ?? '–' })}
          <button type="button" aria-label={t('reply.cancelReplyTo')} title={t('reply.cancelReplyTo')} onClick={() => onReplyTo(undefined)} className="grid size-9 place-items-center rounded-md hover:bg-sunken">
            <Icon name="close" className="size-4" />
          </button>
        </p>
      )}
      <PostEditor label={t('reply.title')} placeholder={t('reply.placeholder')} hint={t('reply.hint')} value={text} onChange={onText} onSubmit={() => submit()} focusSignal={focusSignal} error={tried ? fault : undefined} />
      <Button type="submit" className="self-start">{t('reply.send')}</Button>
    </form>
  );
}

/** What a guest sees in the place of the reply box. */
export function GuestInvitation({ me }: { me: OwnProfile | null | undefined }) {
  const { t } = useTranslation('forum');
  const { t: common } = useTranslation('common');
  const territory = useTerritory();
  const back = useRouterState({ select: ({ location }) => location.href });
  if (me !== null) return null;
  return (
    <section className="flex flex-col items-start gap-3 rounded-lg bg-sunken px-6 py-6">
      <h2 className="text-xl">{t('reply.guest')}</h2>
      {territory && <p className="text-muted">{t('reply.guestText', { territory: inLanguage(territory.name) })}</p>}
      <div className="flex flex-wrap gap-3">
        <Link to="/sign-in" search={{ back }} className={buttonClass()}>{common('signIn')}</Link>
        <Link to="/register" className={buttonClass('secondary')}>{common('register')}</Link>
      </div>
    </section>
  );
}
