import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Dialog, RelativeTime, SkeletonList } from '@unityplan/ui';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { nameOf } from '../../../shared/lib/names.ts';
import { sdk } from '../../../shared/lib/sdk.ts';
import { teachKeys } from './api.ts';
import { compareDrafts } from './compare.ts';
import type { CourseDraft } from './document.ts';
import { useDraft } from './draft-context.tsx';

/** The draft was saved elsewhere meanwhile: who and when, where the two differ, and which to go on with. Either way the other stays in the history. */
export function ConflictDialog({ onLater }: { onLater: () => void }) {
  const { t } = useTranslation('teach');
  const { t: common } = useTranslation('common');
  const { course, document, keep, show } = useDraft();
  const { courseId } = course;
  const newer = useQuery({ queryKey: [...teachKeys.draft(courseId), 'newer'], queryFn: ({ signal }) => sdk.getDraft({ params: { courseId }, signal }), staleTime: 0, gcTime: 0 });
  const differences = newer.data ? compareDrafts(document, newer.data.document, t('untitled')) : [];
  // Mine goes into the history first, so that taking the newer one loses nothing either.
  const take = useMutation({
    mutationFn: async ({ revision }: CourseDraft) => {
      const mine = await sdk.saveDraft({ params: { courseId }, idempotencyKey: crypto.randomUUID(), body: { revision, document } });
      return sdk.restoreDraft({ params: { courseId }, body: { revision: mine.revision, from: { revision } } });
    },
    onSuccess: show,
    onError: () => void newer.refetch(),
  });
  return (
    <Dialog title={t('conflict.title')} closeLabel={common('close')} onClose={onLater}
      actions={<><Button tone="secondary" disabled={!newer.data} busy={take.isPending} onClick={() => { if (newer.data) take.mutate(newer.data); }}>{t('conflict.take')}</Button><Button disabled={!newer.data || take.isPending} onClick={() => { if (newer.data) keep(newer.data); }}>{t('conflict.keep')}</Button></>}>
      <div className="flex flex-col gap-4">
        {take.error && <ProblemState error={take.error} />}
        {newer.isPending && <SkeletonList rows={2} label={common('loading')} />}
        {newer.error && <ProblemState error={newer.error} onRetry={() => void newer.refetch()} />}
        {newer.data && (
          <>
            <p>{t('conflict.by', { name: (newer.data.savedBy && nameOf(newer.data.savedBy)) ?? t('territory') })} <RelativeTime at={newer.data.savedAt} /></p>
            <p>{t('conflict.text')}</p>
            {differences.length > 0 && (
              <ul aria-label={t('conflict.differences')} className="flex list-disc flex-col gap-1 ps-5">
                {differences.map(({ what, how, name }) => <li key={`${what} ${how} ${name}`}>{t(what === 'lesson' || what === 'quiz' ? `conflict.${what}.${how}` : `conflict.${what}`, { name })}</li>)}
              </ul>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}
