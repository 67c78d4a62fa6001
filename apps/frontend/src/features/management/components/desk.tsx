import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { SkeletonList } from '@unityplan/ui';
import { useEffect, useRef, type ReactNode } from 'react';
import { AccessNotice } from '../../../shared/components/access-notice.tsx';
import { PageHeading } from '../../../shared/components/page.tsx';
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
  const nav = useRef<HTMLElement>(null);
  // On a phone the bar is wider than the screen, and the chosen part may lie outside.
  useEffect(() => nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' }), []);
  return (
    <div className="mx-auto grid w-full max-w-6xl gap-x-12 gap-y-6 px-4 py-6 sm:py-10 md:grid-cols-[12rem_minmax(0,1fr)]">
      <nav ref={nav} aria-label={t('nav.label')} className="flex gap-1 overflow-x-auto md:flex-col">
        {pages.map(([to, key]) => (
          <Link key={to} to={to} activeOptions={{ exact: to === '/manage' }} className="flex min-h-11 shrink-0 items-center rounded-md px-3 no-underline" activeProps={{ className: 'bg-accent-soft font-semibold text-accent' }} inactiveProps={{ className: 'hover:bg-sunken' }}>
            {t(`nav.${key}`)}
          </Link>
        ))}
      </nav>
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
