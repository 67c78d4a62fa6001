import type { Post, TopicPage } from '@unityplan/sdk';
import { Icon } from '@unityplan/ui';
import { useEffect, useRef, useState } from 'react';
import { AccessNotice } from '../../../shared/components/access-notice.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { PendingReply } from '../api/pending-replies.ts';
import { isEmpty } from '../drafts/draft-machine.ts';
import { DraftStatus } from '../drafts/draft-status.tsx';
import { useServerDraft } from '../drafts/use-server-draft.ts';
import { ReplyBox } from './reply-box.tsx';
import { ClosedNotice } from './closed-notice.tsx';

/** Asks to answer a post, with its words put before if `block` has any. A new object each time. */
export interface Quote {
  post: Post;
  block: string;
}

interface Props {
  topic: TopicPage;
  memberId: string;
  posts: readonly Post[];
  quote: Quote | undefined;
  onSend: (markdown: string, replyTo: PendingReply['replyTo'], draftRevision: Promise<number>) => void;
}

/** The reply box, or what stands in its place: a closed topic, or a closed door with the way in. It follows live. */
export function ReplyPlace({ topic, memberId, posts, quote, onSend }: Props) {
  const { t } = useTranslation('forum');
  const draft = useServerDraft(memberId, `reply:${topic.topicId}`);
  const { markdown, replyToPostId } = draft.text;
  const [focusSignal, setFocusSignal] = useState(0);
  const type = draft.type;
  const words = useRef(markdown);
  useEffect(() => { words.current = markdown; });
  useEffect(() => {
    if (!quote) return;
    const before = words.current.trim() ? `${words.current.trimEnd()}\n\n` : '';
    type({ replyToPostId: quote.post.postId, ...(quote.block ? { markdown: before + quote.block } : {}) });
    setFocusSignal((n) => n + 1);
  }, [quote, type]);
  const open = topic.may.reply.allowed && !topic.closed;
  const change = useDoorChange(open);
  if (topic.closed) return <ClosedNotice topic={topic} />;
  if (!open) {
    return (
      <div className="flex flex-col gap-3">
        <AccessNotice title={change === 'closed' ? t('door.nowClosed') : t('door.reply')} verdict={topic.may.reply} />
        {!isEmpty(draft.text) && <p className="flex items-center gap-2 text-sm text-muted"><Icon name="draft" className="size-4" />{t('door.draftKept')}</p>}
      </div>
    );
  }
  const replyTo = posts.find((post) => post.postId === replyToPostId);
  return (
    <div id="reply" className="flex scroll-mt-20 flex-col gap-2">
      <p role="status" className={change === 'opened' ? 'rounded-lg bg-accent-soft px-5 py-3 font-semibold' : 'sr-only'}>{change === 'opened' ? t('door.nowOpen') : ''}</p>
      <ReplyBox text={markdown} onText={(text) => type({ markdown: text })} replyTo={replyTo} onReplyTo={(post) => type({ replyToPostId: post?.postId ?? null })} focusSignal={focusSignal}
        status={<DraftStatus draft={draft} />} waits={draft.status === 'conflict'}
        onSend={(text, target) => { onSend(text, target && { postId: target.postId, number: target.number }, draft.hold()); draft.clear(true); }} />
    </div>
  );
}

/** What happened to the door while the page was open. */
function useDoorChange(open: boolean): 'opened' | 'closed' | undefined {
  const was = useRef(open);
  const [change, setChange] = useState<'opened' | 'closed'>();
  useEffect(() => {
    if (was.current === open) return;
    was.current = open;
    setChange(open ? 'opened' : 'closed');
  }, [open]);
  return change;
}
