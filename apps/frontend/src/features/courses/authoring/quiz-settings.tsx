import { TextField } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { changeQuiz, type QuizDraft } from './document.ts';
import { useDraft } from './draft-context.tsx';
import { LocalisedArea, LocalisedLine } from './localised-fields.tsx';

const whole = (text: string, min: number, max: number) => Math.min(max, Math.max(min, Math.round(Number(text) || 0)));
const orNull = (text: string, max: number) => (text.trim() === '' || !(Number(text) >= 1) ? null : whole(text, 1, max));

/** What holds for a whole quiz. */
export function QuizSettings({ quiz }: { quiz: QuizDraft }) {
  const { t } = useTranslation('teach');
  const { edit } = useDraft();
  const set = (part: Partial<QuizDraft>) => edit(changeQuiz(quiz.id, (now) => ({ ...now, ...part })));
  const check = (key: 'required' | 'shuffle') => (
    <label className="flex min-h-11 cursor-pointer items-center gap-3">
      <input type="checkbox" checked={quiz[key] ?? true} onChange={(event) => set({ [key]: event.target.checked })} className="size-4 accent-(--accent)" />
      {t(`quiz.${key}`)}
    </label>
  );
  return (
    <div className="flex flex-col gap-6">
      <LocalisedLine label={t('quiz.title')} value={quiz.title} max={150} onChange={(title) => set({ title })} />
      <LocalisedArea label={t('quiz.intro')} value={quiz.intro} max={2000} onChange={(intro) => set({ intro })} />
      <div className="grid items-end gap-4 sm:grid-cols-3">
        <TextField label={t('quiz.pass')} type="number" min={0} max={100} value={quiz.passPercent} onChange={(event) => set({ passPercent: whole(event.target.value, 0, 100) })} />
        <TextField label={t('quiz.attempts')} hint={t('quiz.emptyAny')} type="number" min={1} max={100} value={quiz.attempts ?? ''} onChange={(event) => set({ attempts: orNull(event.target.value, 100) })} />
        <TextField label={t('quiz.wait')} hint={t('quiz.emptyNone')} type="number" min={1} max={10080} value={quiz.minutesBetween ?? ''} onChange={(event) => set({ minutesBetween: orNull(event.target.value, 10_080) })} />
      </div>
      <div className="flex flex-wrap gap-x-8">{check('required')}{check('shuffle')}</div>
    </div>
  );
}
