import type { OwnProfile } from '@unityplan/sdk';
import { Avatar, Badge, Button } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { nameOf } from '../../../shared/lib/names.ts';
import type { PendingReply } from '../api/pending-replies.ts';

interface Props {
  me: OwnProfile;
  replies: readonly PendingReply[];
  onRetry: (reply: PendingReply) => void;
  onDiscard: (key: string) => void;
}

/** Own replies that the server has not confirmed yet: shown at once, sent again by themselves or on demand. */
export function PendingReplies({ me, replies, onRetry, onDiscard }: Props) {
  const { t } = useTranslation('forum');
  return replies.map((reply) => (
    <article key={reply.key} aria-busy={reply.sending} className="flex gap-4 border-t border-line py-6">
      <span className="max-sm:hidden"><Avatar id={me.memberId} name={me.displayName ?? me.handle} picture={me.avatar} /></span>
      <div className="flex min-w-0 grow flex-col gap-3">
        <header className="flex flex-wrap items-center gap-2">
          <span className="font-semibold">{nameOf(me)}</span>
          <Badge tone={reply.sending ? 'plain' : 'clay'}>{reply.sending ? t('post.sending') : t('post.notSent')}</Badge>
        </header>
        <p className="text-[1.0625rem] whitespace-pre-wrap text-muted">{reply.markdown}</p>
        {reply.error !== undefined && <ProblemState error={reply.error} />}
        {!reply.sending && (
          <div className="flex flex-wrap gap-3">
            <Button size="sm" onClick={() => onRetry(reply)}>{t('post.sendAgain')}</Button>
            <Button size="sm" tone="quiet" onClick={() => onDiscard(reply.key)}>{t('post.discard')}</Button>
          </div>
        )}
      </div>
    </article>
  ));
}
