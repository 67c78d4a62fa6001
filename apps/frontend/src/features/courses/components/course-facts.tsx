import { Icon } from '@unityplan/ui';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { languages } from '../../../shared/lib/i18n.ts';
import type { CatalogueItem } from '../api/types.ts';

/** How long, how hard, in which languages. */
export function CourseFacts({ course }: { course: Pick<CatalogueItem, 'level' | 'minutes' | 'lessonCount' | 'quizCount' | 'languages'> }) {
  const { t } = useTranslation('courses');
  const facts = [t(`level.${course.level}`), duration(course.minutes, t), t('lessons', { count: course.lessonCount }), ...(course.quizCount > 0 ? [t('quizzes', { count: course.quizCount })] : []), course.languages.map((each) => languages[each]).join(', ')];
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
      <Icon name="clock" className="size-4" />
      {facts.map((fact, index) => (
        <span key={fact} className="flex gap-x-2">{fact}{index < facts.length - 1 && <span aria-hidden="true">·</span>}</span>
      ))}
    </p>
  );
}

function duration(minutes: number, t: (key: 'minutes' | 'hours' | 'hoursMinutes', values: Record<string, number>) => string): string {
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return t('minutes', { count: minutes });
  return minutes % 60 === 0 ? t('hours', { count: hours }) : t('hoursMinutes', { hours, minutes: minutes % 60 });
}
