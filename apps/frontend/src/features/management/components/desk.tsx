import { useQuery } from '@tanstack/react-query';
import { SkeletonList } from '@unityplan/ui';
import type { ReactNode } from 'react';
import { AccessNotice } from '../../../shared/components/access-notice.tsx';
import { PageHeading } from '../../../shared/components/page.tsx';
import { PartsNav } from '../../../shared/components/parts-nav.tsx';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { roleQuery } from '../../../shared/lib/roles.ts';

const pages = [['/manage', 'overview'], ['/manage/categories', 'categories'], ['/manage/badges', 'badges'], ['/manage/people', 'people'], ['/manage/roles', 'roles'], ['/manage/territories', 'territories']] as const;

interface Props {
  title: string;
  lead?: string;
  /** Stands beside the title. */
  aside?: ReactNode;
  children: ReactNode;
}

/** The frame of the territory manager's desk: its parts on one side, the chosen one on the other. Only managers see more than the way in. */
export function Desk({ title, lead, aside, children }: Props) {
  const { t } = useTranslation('management');
  const { t: common } = useTranslation('common');
  const { data, error, refetch } = useQuery(roleQuery('manager'));
  return (
    <div className="mx-auto grid w-full max-w-6xl gap-x-12 gap-y-6 px-4 py-6 sm:py-10 md:grid-cols-[13rem_minmax(0,1fr)]">
      <PartsNav label={t('nav.label')} parts={pages.map(([to, key]) => ({ to, text: t(`nav.${key}`) }))} />
      <div className="flex min-w-0 max-w-3xl flex-col gap-6">
        <div className="flex flex-wrap items-end gap-4">
          <div className="min-w-0 grow">
            <PageHeading title={title}>{title}</PageHeading>
            {lead && <p className="text-muted">{lead}</p>}
          </div>
          {data?.allowed && aside}
        </div>
        {error && <ProblemState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonList label={common('loading')} />}
        {data && !data.allowed && <AccessNotice title={t('closed')} verdict={data} />}
        {data?.allowed && children}
      </div>
    </div>
  );
}
