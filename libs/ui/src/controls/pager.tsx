import { Button } from './button.tsx';

/** The button at either end of a keyset list. Renders nothing at the end of the list. */
export function LoadMore({ has, busy, onLoad, children }: { has: boolean; busy: boolean; onLoad: () => void; children: string }) {
  if (!has) return null;
  return (
    <div className="flex justify-center py-4">
      <Button tone="secondary" busy={busy} onClick={onLoad}>
        {children}
      </Button>
    </div>
  );
}
