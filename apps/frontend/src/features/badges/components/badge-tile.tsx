import { Link } from '@tanstack/react-router';
import { Medal } from '@unityplan/ui';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { BadgeSummary } from '../../../shared/lib/badges.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';

/** A badge in a list: picture, name and a line below; the whole tile leads to its page. */
export function BadgeTile({ badge, level = badge.level, faded = false, children }: { badge: BadgeSummary; level?: number; faded?: boolean; children?: ReactNode }) {
  const { t, language } = useTranslation('badges');
  return (
    <Link to="/badges/$badge" params={{ badge: badge.badge }} className="flex h-full items-start gap-4 rounded-lg border border-line bg-surface p-4 no-underline hover:border-accent">
      <Medal icon={badge.icon} colour={badge.colour} expired={faded} className="mt-0.5" />
      <span className="flex min-w-0 grow flex-col gap-0.5">
        <span className="font-serif text-lg leading-snug font-semibold">{inLanguage(badge.name, language)}</span>
        {level > 1 && <span className="text-sm text-muted">{t('level', { level })}</span>}
        <span className="text-sm text-muted">{children ?? inLanguage(badge.about, language)}</span>
      </span>
    </Link>
  );
}
