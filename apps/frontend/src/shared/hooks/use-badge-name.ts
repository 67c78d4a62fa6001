import { useQuery } from '@tanstack/react-query';
import { badgesQuery } from '../lib/badges.ts';
import { inLanguage } from '../lib/territory.ts';
import { useLanguage } from './use-translation.ts';

/** Names a badge in the reader's language; by its key while nobody has said. */
export function useBadgeName(): (badge: string) => string {
  const language = useLanguage();
  const { data: badges } = useQuery(badgesQuery);
  return (key) => {
    const found = badges?.find(({ badge }) => badge === key);
    return found ? inLanguage(found.name, language) : key;
  };
}
