import { useQueryClient } from '@tanstack/react-query';
import type { CategoryMay, OwnProfile, Post } from '@unityplan/sdk';
import { Fragment, useState } from 'react';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { forumKeys } from '../api/keys.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { EditForm } from './edit-form.tsx';
import { FlagDialog } from './flag-dialog.tsx';
import { HiddenPost } from './hidden-post.tsx';
import { HideDialog } from './hide-dialog.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { PostActions } from './post-actions.tsx';
import { PostCard } from './post-card.tsx';

interface Props {
  posts: readonly Post[];
  me: OwnProfile | null | undefined;
  may: CategoryMay;
  replies: boolean;
  arrived: ReadonlySet<string>;
  /** Where the member's reading goes on: a line stands before it. */
  firstUnread: number | null;
  /** A post that is open for editing from the beginning. */
  editing: string | undefined;
  onReply: (post: Post) => void;
  onQuote: (post: Post) => void;
}

type Open = { what: 'edit' | 'remove' | 'history' | 'flag' | 'hide'; postId: string };

/** Posts in order, with what one may do with each. */
export function PostList({ posts, me, may, replies, arrived, firstUnread, editing, onReply, onQuote }: Props) {
  const { t } = useTranslation('forum');
  const client = useQueryClient();
  const [open, setOpen] = useState<Open | undefined>(editing ? { what: 'edit', postId: editing } : undefined);
  const opened = posts.find((post) => post.postId === open?.postId);
  const end = () => {
    setOpen(undefined);
    // Editing replaced the button that was pressed; the focus goes to the post instead.
    if (open?.what === 'edit') requestAnimationFrame(() => document.getElementById(`post-${opened?.number}`)?.focus({ preventScroll: true }));
  };
  const show = (what: Open['what']) => ({ postId }: Post) => setOpen({ what, postId });
  const commands = { reply: onReply, quote: onQuote, edit: show('edit'), remove: show('remove'), history: show('history'), flag: show('flag'), hide: show('hide') };
  const divided = firstUnread === null ? undefined : posts.find((post) => post.number >= firstUnread)?.postId;
  return (
    <>
      {posts.map((post) => {
        const own = me?.memberId === post.author.memberId;
        return (
          <Fragment key={post.postId}>
            {post.postId === divided && (
              <div role="separator" aria-label={t('reading.divider')} className="-mx-4 flex items-center gap-3 px-4 py-2 text-sm font-semibold text-clay">
                <span aria-hidden="true" className="h-px grow bg-clay" />{t('reading.divider')}<span aria-hidden="true" className="h-px grow bg-clay" />
              </div>
            )}
            <PostCard post={post} arrived={arrived.has(post.postId)}
              actions={<PostActions post={post} member={!!me} own={own} replies={replies} may={may} commands={commands} />}
              editing={open?.what === 'edit' && me && own && opened?.postId === post.postId ? <EditForm post={post} memberId={me.memberId} onEnd={end} /> : undefined}
              hidden={post.hidden && <HiddenPost post={post} hidden={post.hidden} own={own} may={may} onAppealed={() => void client.invalidateQueries({ queryKey: forumKeys.posts(post.topicId) })} />} />
          </Fragment>
        );
      })}
      {opened && open?.what === 'remove' && <DeleteDialog post={opened} onEnd={end} />}
      {opened && open?.what === 'history' && <HistoryDialog post={opened} onEnd={end} />}
      {opened && open?.what === 'flag' && <FlagDialog post={opened} onEnd={end} />}
      {opened && open?.what === 'hide' && <HideDialog post={opened} onEnd={end} />}
    </>
  );
}
