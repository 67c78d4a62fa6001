import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Dialog, EmptyState, LoadMore, RelativeTime, SkeletonList, useToast } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { itemsOf } from '../../../shared/lib/infinite.ts';
import { nameOf } from '../../../shared/lib/names.ts';
import { revisionsQuery, versionsQuery } from './api.ts';
import { useDraft } from './draft-context.tsx';
import { useRestore } from './use-restore.ts';
import { VersionChanges } from './version-changes.tsx';

type From = { name: string; from: { versionId: string } | { revision: number } };

/** Published versions and the last saves; each becomes the draft again in two clicks. */
export function VersionsList() {
  const { t } = useTranslation('teach');
  const { t: common } = useTranslation('common');
  const { course, state } = useDraft();
  const [asked, setAsked] = useState<From>();
  const restore = useRestore();
  const toast = useToast();
  const versions = useInfiniteQuery(versionsQuery(course.courseId));
  const published = itemsOf(versions.data, (version) => version.versionId);
  const confirm = () => { if (asked) restore.mutate(asked.from, { onSuccess: () => { setAsked(undefined); toast({ text: t('versions.restored', { name: asked.name }) }); } }); };
  return (
    <div className="flex flex-col gap-10">
      <section aria-labelledby="versions" className="flex flex-col gap-2">
        <h2 id="versions" className="text-xl">{t('versions.title')}</h2>
        {versions.isPending && <SkeletonList rows={2} label={common('loading')} />}
        {versions.error && <ProblemState error={versions.error} onRetry={() => void versions.refetch()} />}
        {versions.isSuccess && published.length === 0 && <EmptyState title={t('versions.empty')}>{t('versions.emptyText')}</EmptyState>}
        <ol>
          {published.map((version) => {
            const name = t('versions.version', { number: version.number });
            return (
              <li key={version.versionId} className="flex flex-col gap-2 border-t border-line py-4 first:border-t-0">
                <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                  <h3 className="text-lg">{name}</h3>
                  <span className="grow text-sm text-muted"><RelativeTime at={version.publishedAt} /> · {(version.publishedBy && nameOf(version.publishedBy)) ?? t('territory')} · {t('versions.learners', { count: version.learners })}</span>
                  <Button tone="secondary" size="sm" aria-label={t('versions.restoreOf', { name })} onClick={() => setAsked({ name, from: { versionId: version.versionId } })}>{t('versions.restore')}</Button>
                </div>
                {version.note && <blockquote className="border-s-3 border-line-strong ps-4">{version.note}</blockquote>}
                <VersionChanges difference={version.difference} />
                <details className="text-sm text-muted">
                  <summary className="min-h-6">{t('versions.proof')}</summary>
                  <p className="font-mono break-all">{version.cid}</p>
                </details>
              </li>
            );
          })}
        </ol>
        <LoadMore has={versions.hasNextPage} busy={versions.isFetchingNextPage} onLoad={() => void versions.fetchNextPage()}>{t('versions.older')}</LoadMore>
      </section>
      <Revisions onRestore={setAsked} />
      {asked && (
        <Dialog title={t('versions.ask', { name: asked.name })} closeLabel={common('close')} onClose={() => setAsked(undefined)}
          actions={<><Button tone="quiet" onClick={() => setAsked(undefined)}>{common('cancel')}</Button><Button busy={restore.isPending} disabled={state !== 'saved'} onClick={confirm}>{t('versions.restore')}</Button></>}>
          {restore.error && <ProblemState error={restore.error} />}
          <p>{t('versions.askText')}</p>
        </Dialog>
      )}
    </div>
  );
}

function Revisions({ onRestore }: { onRestore: (from: From) => void }) {
  const { t } = useTranslation('teach');
  const { course, revision: current } = useDraft();
  const query = useInfiniteQuery(revisionsQuery(course.courseId));
  const saves = itemsOf(query.data, (save) => String(save.revision));
  return (
    <section aria-labelledby="saves" className="flex flex-col gap-2">
      <h2 id="saves" className="text-xl">{t('versions.saves')}</h2>
      {query.error && <ProblemState error={query.error} onRetry={() => void query.refetch()} />}
      <ol>
        {saves.map((save) => {
          const name = t('versions.save', { number: save.revision });
          const from = save.restoredFrom;
          return (
            <li key={save.revision} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-2 first:border-t-0">
              <span>{name}</span>
              <span className="grow text-sm text-muted">
                <RelativeTime at={save.savedAt} /> · {(save.savedBy && nameOf(save.savedBy)) ?? t('territory')}
                {from && ` · ${from.versionNumber !== null ? t('versions.fromVersion', { number: from.versionNumber }) : t('versions.fromSave', { number: from.revision ?? 0 })}`}
              </span>
              {save.revision === current ? <span className="text-sm text-muted">{t('versions.now')}</span> : <Button tone="quiet" size="sm" aria-label={t('versions.restoreOf', { name })} onClick={() => onRestore({ name, from: { revision: save.revision } })}>{t('versions.restore')}</Button>}
            </li>
          );
        })}
      </ol>
      <LoadMore has={query.hasNextPage} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()}>{t('versions.olderSaves')}</LoadMore>
    </section>
  );
}
