import { Contours } from '@unityplan/ui';
import type { ReactNode } from 'react';
import { PageHeading } from '../../../shared/components/page.tsx';
import { useTerritory } from '../../../shared/lib/territory.ts';

/** The face of all pages before one is in: a sheet on the territory's land. */
export function AuthPage({ title, lead, children, foot }: { title: string; lead?: ReactNode; children?: ReactNode; foot?: ReactNode }) {
  const territory = useTerritory();
  return (
    <div className="relative isolate flex grow items-start justify-center overflow-hidden px-4 py-8 sm:py-16">
      <Contours seed={territory?.id ?? 'unityplan'} className="absolute inset-0 -z-10 size-full text-line" />
      <div className="flex w-full max-w-md flex-col gap-6">
        <section className="flex flex-col gap-6 rounded-lg border border-line bg-surface px-5 py-7 shadow-raised sm:px-9 sm:py-9">
          <div className="flex flex-col gap-2">
            <PageHeading title={title}>{title}</PageHeading>
            {lead && <div className="text-muted">{lead}</div>}
          </div>
          {children}
        </section>
        {foot && <div className="flex flex-wrap items-center justify-center gap-x-2 self-center rounded-md bg-paper px-4 py-1.5 text-center">{foot}</div>}
      </div>
    </div>
  );
}
