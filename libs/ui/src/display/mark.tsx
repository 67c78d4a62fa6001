/** The mark of UnityPlan: three equal arcs, each under one neighbour and over the other, holding a shared open centre. */
export function Mark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" className={className} fill="none" strokeLinecap="round" strokeWidth="5.5">
      <path className="stroke-accent" d="M9.3 32.5A17 17 0 0 1 17 8.5" />
      <path className="stroke-clay" d="M24 7a17 17 0 0 1 16.2 22.2" />
      <path className="stroke-ink" d="M36.8 35.2A17 17 0 0 1 14.5 38.1" />
      <circle cx="24" cy="24" r="4.5" className="fill-accent" />
    </svg>
  );
}
