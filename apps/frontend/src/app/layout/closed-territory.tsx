import type { ApiProblem, TerritoryDetail } from '@unityplan/sdk';
import { Button, buttonClass, Contours, soloLinkClass } from '@unityplan/ui';
import { NarrowPage, PageHeading } from '../../shared/components/page.tsx';
import { useTranslation } from '../../shared/hooks/use-translation.ts';
import { openElsewhere } from '../../shared/lib/closed-territory.ts';
import { addressBeside, inLanguage } from '../../shared/lib/territory.ts';

interface Props {
  error: ApiProblem;
  /** What was known of the territory before it closed, if anything. */
  territory: TerritoryDetail | undefined;
  busy: boolean;
  onLook: () => void;
}

/** In the place of everything, while the territory is closed: what that means, and where to go. */
export function ClosedTerritory({ error, territory, busy, onLook }: Props) {
  const { t, language } = useTranslation('common');
  const kind = error.code === 'territory_archived' ? 'archived' : 'suspended';
  const { territory: named } = error.params;
  const name = territory ? inLanguage(territory.name, language) : typeof named === 'string' ? named : undefined;
  const title = name ? t(`closedTerritory.${kind}`, { territory: name }) : t(`closedTerritory.${kind}Nameless`);
  const open = openElsewhere(error);
  const address = open && addressBeside(open.slug, location);
  return (
    <main id="content" tabIndex={-1} className="flex min-h-dvh flex-col justify-center">
      <NarrowPage className="items-center text-center">
        <Contours seed={territory?.id ?? title} className="fade-round size-56 text-line-strong" />
        <PageHeading title={title}>{title}</PageHeading>
        <p role="status" className="text-lg text-muted">{t(`closedTerritory.${kind}Text`)}</p>
        {kind === 'suspended' && (
          <>
            <p className="text-muted">{t('closedTerritory.suspendedBack')}</p>
            <Button tone="secondary" busy={busy} onClick={onLook}>{t('closedTerritory.look')}</Button>
          </>
        )}
        {open && (
          <nav aria-label={t('closedTerritory.whereTo')} className="flex flex-wrap items-center justify-center gap-x-6 gap-y-3">
            <a href={address} className={buttonClass()}>{t('goToTerritory', { territory: inLanguage(open.name, language) })}</a>
            <a href={`${address}territories`} className={soloLinkClass}>{t('footer.territories')}</a>
          </nav>
        )}
      </NarrowPage>
    </main>
  );
}
