import { useEffect, useState } from 'react';

/** A thin line at the top of the page for whatever lasts longer than a second. */
export function ProgressBar({ active, label, after = 1000 }: { active: boolean; label: string; after?: number }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setShown(true), after);
    return () => {
      clearTimeout(timer);
      setShown(false);
    };
  }, [active, after]);
  if (!shown) return null;
  return (
    <div role="progressbar" aria-label={label} className="fixed inset-x-0 top-0 z-50 h-1 overflow-hidden bg-accent-soft">
      <div className="sweep h-full w-1/3 bg-accent" />
    </div>
  );
}
