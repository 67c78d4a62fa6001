import type { CategoryMay, Post } from '@unityplan/sdk';
import { Button, Icon, type IconName } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { PostVotes } from './post-votes.tsx';

interface PostCommands {
  reply: (post: Post) => void;
  quote: (post: Post) => void;
  edit: (post: Post) => void;
  remove: (post: Post) => void;
  history: (post: Post) => void;
  flag: (post: Post) => void;
  hide: (post: Post) => void;
}

interface Props {
  post: Post;
  own: boolean;
  member: boolean;
  /** Replies are taken here: the topic is open, and so is the gate to it. */
  replies: boolean;
  may: CategoryMay;
  commands: PostCommands;
}

/** What one may do with a post. */
export function PostActions({ post, own, member, replies, may, commands }: Props) {
  const { t } = useTranslation('forum');
  const { number } = post;
  const action = (icon: IconName, text: string, label: string, run: (post: Post) => void, wide = false) => (
    <Button tone="quiet" size="sm" aria-label={label} title={wide ? undefined : text} className="px-2.5" onClick={() => run(post)}>
      <Icon name={icon} className="size-4.5" />
      <span className={wide ? '' : 'max-lg:sr-only'}>{text}</span>
    </Button>
  );
  return (
    <div className="-ms-2.5 mt-2 flex flex-wrap items-center">
      <PostVotes post={post} open={member && !own} may={may.vote} />
      {member && replies && action('reply', t('post.reply'), t('post.replyToPost', { number }), commands.reply, true)}
      {member && replies && action('quote', t('post.quote'), t('post.quotePost', { number }), commands.quote)}
      {own && action('edit', t('post.edit'), t('post.editPost', { number }), commands.edit)}
      {own && action('trash', t('post.delete'), t('post.deletePost', { number }), commands.remove)}
      {post.editedAt && action('history', t('post.history'), t('post.historyOf', { number }), commands.history)}
      {member && !own && action('flag', t('flag.action'), t('flag.ofPost', { number }), commands.flag)}
      {may.moderate.allowed && !own && action('eyeOff', t('hidden.hide'), t('hidden.hidePost', { number }), commands.hide)}
    </div>
  );
}
