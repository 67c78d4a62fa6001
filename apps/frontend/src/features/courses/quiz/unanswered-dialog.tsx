import { Button, Dialog } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { Question } from '../api/types.ts';

interface Props {
  open: readonly { question: Question; number: number }[];
  busy: boolean;
  onGo: (question: Question) => void;
  onHandIn: () => void;
  onClose: () => void;
}

/** Says which questions have no answer before anything is handed in. */
export function UnansweredDialog({ open, busy, onGo, onHandIn, onClose }: Props) {
  const { t } = useTranslation('courses');
  const { t: common } = useTranslation('common');
  const first = open[0];
  return (
    <Dialog title={t('unanswered.title', { count: open.length })} closeLabel={common('close')} onClose={onClose}
      actions={<>{first && <Button onClick={() => onGo(first.question)}>{t('unanswered.goFirst')}</Button>}<Button tone="secondary" busy={busy} onClick={onHandIn}>{t('unanswered.handIn')}</Button></>}>
      <p className="mb-3">{t('unanswered.text')}</p>
      <ul className="flex flex-wrap gap-2">
        {open.map(({ question, number }) => (
          <li key={question.id}><Button tone="secondary" size="sm" onClick={() => onGo(question)}>{t('unanswered.go', { number })}</Button></li>
        ))}
      </ul>
    </Dialog>
  );
}
