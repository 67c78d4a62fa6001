/** How much is unread: a dot and the words. */
export function UnreadBadge({ text }: { text: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-xs font-semibold text-clay">
      <span aria-hidden="true" className="size-2 rounded-full bg-clay" />
      {text}
    </span>
  );
}
