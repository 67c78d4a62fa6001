import type { TerritorySummary } from '@unityplan/sdk';
import { useLanguage } from '../hooks/use-translation.ts';
import { inLanguage } from '../lib/territory.ts';

type Named = Pick<TerritorySummary, 'name' | 'ownLanguage'>;

/** What a territory calls itself, marked with its tongue; nothing where the interface's name is the same. */
export function OwnName({ of: { name, ownLanguage }, className }: { of: Named; className?: string }) {
  const language = useLanguage();
  if (!name.own || name.own === inLanguage(name, language)) return null;
  // An empty tag says that the tongue is not known: better than letting it be read as the page's.
  return <span lang={ownLanguage ?? ''} dir="auto" className={className}>{name.own}</span>;
}

/** A territory's name in the interface's language; marked with its own tongue where both names are the same. */
export function TerritoryName({ of: { name, ownLanguage } }: { of: Named }) {
  const language = useLanguage();
  const shown = inLanguage(name, language);
  return name.own === shown && ownLanguage ? <span lang={ownLanguage} dir="auto">{shown}</span> : <>{shown}</>;
}
