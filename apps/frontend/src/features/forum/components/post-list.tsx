import type { OwnProfile, Post } from '@unityplan/sdk';
import { useState } from 'react';
import { DeleteDialog } from './delete-dialog.tsx';
import { EditForm } from './edit-form.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { PostActions } from './post-actions.tsx';
import { PostCard } from './post-card.tsx';

interface Props {
  posts: readonly Post[];
  me: OwnProfile | null | undefined;
  arrived: ReadonlySet<string>;
  onReply: (post: Post) => void;
  onQuote: (post: Post) => void;
}

type Open = { what: 'edit' | 'remove' | 'history'; post: Post };

/** Posts in order, with what one may do with each. */
export function PostList({ posts, me, arrived, onReply, onQuote }: Props) {
  const [open, setOpen] = useState<Open>();
  const end = () => {
    const number = open?.post.number;
    setOpen(undefined);
    // Editing replaced the button that was pressed; the focus goes to the post instead.
    if (open?.what === 'edit') requestAnimationFrame(() => document.getElementById(`post-${number}`)?.focus({ preventScroll: true }));
  };
  const commands = {
    reply: onReply, quote: onQuote,
    edit: (post: Post) => setOpen({ what: 'edit', post }), remove: (post: Post) => setOpen({ what: 'remove', post }), history: (post: Post) => setOpen({ what: 'history', post }),
  };
  return (
    <>
      {posts.map((post) => (
        <PostCard key={post.postId} post={post} arrived={arrived.has(post.postId)}
          actions={<PostActions post={post} member={!!me} own={me?.memberId === post.author.memberId} commands={commands} />}
          editing={open?.what === 'edit' && open.post.postId === post.postId ? <EditForm post={open.post} onEnd={end} /> : undefined} />
      ))}
      {open?.what === 'remove' && <DeleteDialog post={open.post} onEnd={end} />}
      {open?.what === 'history' && <HistoryDialog post={open.post} onEnd={end} />}
    </>
  );
}
