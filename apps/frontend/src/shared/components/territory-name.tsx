import type { TerritorySummary } from '@unityplan/sdk';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../lib/territory.ts';

type Named = Pick<TerritorySummary, 'name' | 'ownLanguage'>;

/** What a territory calls itself, marked with its tongue; nothing where the interface's name is the same. */
export function OwnName({ of: { name, ownLanguage }, className }: { of: Named; className?: string }) {
  const { i18n } = useTranslation();
  if (!name.own || name.own === inLanguage(name, i18n.language)) return null;
  // An empty tag says that the tongue is not known: better than letting it be read as the page's.
  return <span lang={ownLanguage ?? ''} dir="auto" className={className}>{name.own}</span>;
}

/** A territory's name in the interface's language; marked with its own tongue where both names are the same. */
export function TerritoryName({ of: { name, ownLanguage } }: { of: Named }) {
  const { i18n } = useTranslation();
  const shown = inLanguage(name, i18n.language);
  return name.own === shown && ownLanguage ? <span lang={ownLanguage} dir="auto">{shown}</span> : <>{shown}</>;
}
