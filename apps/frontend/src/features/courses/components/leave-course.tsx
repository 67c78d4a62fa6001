import { Button, Dialog, useToast } from '@unityplan/ui';
import { useState } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useLeaveCourse } from '../api/enrolment.ts';

/** Leaves a course after asking once; everything done stays for coming back. */
export function LeaveCourse({ courseId }: { courseId: string }) {
  const { t } = useTranslation('courses');
  const { t: common } = useTranslation('common');
  const [asking, setAsking] = useState(false);
  const leave = useLeaveCourse();
  const toast = useToast();
  return (
    <>
      <Button tone="quiet" size="sm" className="self-start" onClick={() => setAsking(true)}>{t('leave.button')}</Button>
      {asking && (
        <Dialog title={t('leave.title')} closeLabel={common('close')} onClose={() => setAsking(false)}
          actions={<><Button tone="quiet" onClick={() => setAsking(false)}>{common('cancel')}</Button><Button busy={leave.isPending} onClick={() => leave.mutate(courseId, { onSuccess: () => { setAsking(false); toast({ text: t('leave.done') }); } })}>{t('leave.button')}</Button></>}>
          {leave.error && <ProblemState error={leave.error} />}
          <p>{t('leave.text')}</p>
        </Dialog>
      )}
    </>
  );
}
