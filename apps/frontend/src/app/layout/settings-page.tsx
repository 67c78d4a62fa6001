import type { ReactNode } from 'react';
import { PageHeading } from '../../shared/components/page.tsx';
import { PartsNav } from '../../shared/components/parts-nav.tsx';
import { useTranslation } from '../../shared/hooks/use-translation.ts';

const pages = [['/profile', 'profile'], ['/settings/notifications', 'notifications'], ['/settings/sessions', 'devices'], ['/settings/moderation', 'moderation']] as const;

/** The frame of the settings: what there is to set on one side, the chosen part on the other. */
export function SettingsPage({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const { t } = useTranslation('profile');
  return (
    <div className="mx-auto grid w-full max-w-5xl gap-x-12 gap-y-6 px-4 py-6 sm:py-10 md:grid-cols-[13rem_minmax(0,1fr)]">
      <PartsNav label={t('settings')} parts={pages.map(([to, key]) => ({ to, text: t(`nav.${key}`) }))} />
      <div className="flex max-w-2xl flex-col gap-6">
        <div className="flex flex-col gap-1">
          <PageHeading title={title}>{title}</PageHeading>
          <p className="text-muted">{lead}</p>
        </div>
        {children}
      </div>
    </div>
  );
}
