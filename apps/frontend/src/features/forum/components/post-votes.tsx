import type { CategoryMay, Post, Vote } from '@unityplan/sdk';
import { cx, Icon } from '@unityplan/ui';
import { useState } from 'react';
import { useProblemToast } from '../../../shared/hooks/use-problem-toast.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { isDoorClosed } from '../../../shared/lib/access.ts';
import { afterVote, useVote } from '../api/vote.ts';
import { DoorDialog } from './door-dialog.tsx';

interface Props {
  post: Post;
  /** Votes on an own post, and those of guests, are only shown. */
  open: boolean;
  may: CategoryMay['vote'];
}

/** A post's votes: up, how many, down. Pressing the same again takes the vote back. Where nobody can vote, none is nothing to say. */
export function PostVotes({ post, open, may }: Props) {
  const { t } = useTranslation('forum');
  const vote = useVote(post);
  const failed = useProblemToast();
  const [door, setDoor] = useState(false);
  const { number, score, ownVote } = post;
  const press = (which: Vote) => {
    if (!may.allowed) return setDoor(true);
    vote.mutate(afterVote(post, which).ownVote, { onError: (error) => (isDoorClosed(error) ? setDoor(true) : failed(error)) });
  };
  if (!open && score === 0) return null;
  const button = (which: Vote) => (
    <button type="button" aria-pressed={ownVote === which} aria-label={t(which === 'up' ? 'vote.upPost' : 'vote.downPost', { number })} title={ownVote === which ? t('vote.takeBack', { vote: t(`vote.${which}`) }) : t(`vote.${which}`)} onClick={() => press(which)}
      className={cx('grid size-9 place-items-center pointer-coarse:size-11 rounded-md', ownVote === which ? 'bg-accent-soft text-accent' : 'text-muted hover:bg-sunken hover:text-ink', !may.allowed && 'opacity-60')}>
      <Icon name={which} className="size-4.5" />
    </button>
  );
  return (
    <span role="group" aria-label={t('vote.label', { number })} className="inline-flex items-center">
      {open && button('up')}
      <span className={cx('min-w-6 px-0.5 text-center text-sm tabular-nums', open ? '' : 'px-2.5', score === 0 ? 'text-muted' : 'font-semibold')}>
        <span className="sr-only">{t('vote.score', { score })}</span>
        <span aria-hidden="true">{score > 0 ? `+${score}` : score < 0 ? `−${-score}` : '0'}</span>
      </span>
      {open && button('down')}
      {door && <DoorDialog title={t('door.vote')} verdict={may} onEnd={() => setDoor(false)} />}
    </span>
  );
}
