import { Badge, cx, ProgressRing } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import type { Attempt, MarkedQuestion, Question } from '../api/types.ts';
import { Localised, LocalisedHtml, useSaid } from '../components/localised.tsx';
import { answerLines, solutionLines } from './solution.ts';

const tones = { right: 'accent', partly: 'clay', wrong: 'clay', unanswered: 'plain' } as const;

/** A handed-in attempt: passed or not, and each question with its mark and feedback. */
export function QuizResult({ attempt }: { attempt: Attempt }) {
  const { t } = useTranslation('courses');
  const { result } = attempt;
  if (!result) return null;
  const marks = new Map(result.questions.map((mark) => [mark.questionId, mark]));
  return (
    <div className="flex flex-col gap-8">
      <div role="status" className={cx('flex flex-wrap items-center gap-5 rounded-lg px-5 py-5', result.passed ? 'bg-accent-soft' : 'bg-clay-soft')}>
        <ProgressRing value={result.percent} label={t('result.score')} className="size-20 rounded-full bg-surface" />
        <div className="min-w-48 grow basis-0">
          <p className="font-serif text-xl font-semibold">{t(result.passed ? 'result.passed' : 'result.failed')}</p>
          <p>{t('result.points', { points: result.points, of: result.outOf, pass: attempt.passPercent })}</p>
        </div>
      </div>
      <ol className="flex flex-col gap-6">
        {attempt.questions.map((question, index) => {
          const mark = marks.get(question.id);
          return mark && <li key={question.id}><Marked attempt={attempt} question={question} number={index + 1} mark={mark} /></li>;
        })}
      </ol>
    </div>
  );
}

function Marked({ attempt, question, number, mark }: { attempt: Attempt; question: Question; number: number; mark: MarkedQuestion }) {
  const { t, language } = useTranslation('courses');
  const say = useSaid(attempt.language);
  const answered = answerLines(question, attempt.saved.answers[question.id], say, language);
  const solution = mark.mark === 'right' ? [] : solutionLines(question, mark.solution, say, language);
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-5">
      <h3 className="flex flex-wrap items-center gap-2 text-sm font-semibold text-muted">
        {t('question.number', { number, of: attempt.questions.length })}
        <Badge tone={tones[mark.mark]}>{t(`result.mark.${mark.mark}`)}</Badge>
        <span>{t('result.pointsOf', { points: mark.points, of: mark.outOf })}</span>
      </h3>
      <LocalisedHtml text={question.html} main={attempt.language} note={false} />
      <Lines title={t('result.yours')} lines={answered} />
      {solution.length > 0 && <Lines title={t('result.solution')} lines={solution} strong />}
      {mark.feedback && <p className="rounded-md bg-sunken px-4 py-3"><Localised text={mark.feedback} main={attempt.language} /></p>}
    </section>
  );
}

function Lines({ title, lines, strong = false }: { title: string; lines: readonly string[]; strong?: boolean }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <p className="text-sm text-muted">{title}</p>
      <ul className={strong ? 'font-semibold' : ''}>{lines.map((line) => <li key={line} dir="auto">{line}</li>)}</ul>
    </div>
  );
}
