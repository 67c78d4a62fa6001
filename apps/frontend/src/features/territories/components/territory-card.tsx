import { Link } from '@tanstack/react-router';
import type { TerritorySummary } from '@unityplan/sdk';
import { Badge, Contours, Icon } from '@unityplan/ui';
import { OwnName, TerritoryName } from '../../../shared/components/territory-name.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { territoryAddress } from '../../../shared/lib/territory.ts';
import { placesOf } from '../places.ts';

const closed = { listed: 'notYet', suspended: 'suspended', archived: 'archived' } as const;

/** A territory with its land, where it lies, and, when it is open, the way there. The same face for every kind. */
export function TerritoryCard({ territory, here }: { territory: TerritorySummary; here: boolean }) {
  const { t, language } = useTranslation('territories');
  const open = territory.status === 'active' && territory.host !== null;
  const places = placesOf(territory, language);
  const face = (
    <>
      <Contours seed={territory.id} className={`fade-start absolute -end-8 -top-8 -z-10 size-44 rtl:-scale-x-100 ${open ? 'text-line-strong opacity-50' : 'text-line'}`} />
      <span className="text-xs text-muted">{t(territory.kind)}</span>
      <span className="font-serif text-lg leading-snug font-semibold"><TerritoryName of={territory} /></span>
      <OwnName of={territory} className="self-start text-sm text-muted" />
      {places && <span className="max-w-[85%] text-sm text-muted">{t('liesIn', { places })}</span>}
      <span className="mt-auto flex items-center gap-1.5 pt-2 text-sm font-semibold">
        {here ? <Badge tone="accent">{t('here')}</Badge> : open ? <span className="flex items-center gap-1 text-accent group-hover:underline">{t('enter')} <Icon name="forward" className="size-4" /></span>
          : <span className="font-normal text-muted">{t(closed[territory.status === 'active' ? 'listed' : territory.status])}</span>}
      </span>
    </>
  );
  const look = 'relative isolate flex h-full min-h-36 flex-col overflow-hidden rounded-lg border px-4 py-3.5';
  return (
    <li>
      {here ? <Link to="/" className={`${look} group border-accent bg-surface no-underline`}>{face}</Link>
        : open ? <a href={territoryAddress(territory.host!, location)} className={`${look} group border-line bg-surface no-underline hover:border-accent`}>{face}</a>
        : <div className={`${look} border-line bg-paper`}>{face}</div>}
    </li>
  );
}
