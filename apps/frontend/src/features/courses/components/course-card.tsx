import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Badge, Contours, Icon, Medal, Meter } from '@unityplan/ui';
import { useGateWords } from '../../../shared/hooks/use-gate-words.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { badgesQuery } from '../../../shared/lib/badges.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import type { CatalogueItem } from '../api/types.ts';
import { CourseFacts } from './course-facts.tsx';
import { CoursePictureView } from './course-picture.tsx';
import { Localised } from './localised.tsx';

/** A course in the catalogue: what it is, what it asks for, what it gives, and how far the reader is. */
export function CourseCard({ course }: { course: CatalogueItem }) {
  const { t, language } = useTranslation('courses');
  const say = useGateWords();
  const badge = useQuery(badgesQuery).data?.find((each) => each.badge === course.gives?.badge);
  const { mine, prerequisites } = course;
  return (
    <article className="relative flex h-full flex-col overflow-hidden rounded-lg border border-line bg-surface focus-within:border-accent hover:border-accent">
      <div className="aspect-[5/2] overflow-hidden bg-sunken">
        {course.cover ? <CoursePictureView picture={course.cover} alt="" sizes="(min-width: 64rem) 24rem, 100vw" className="size-full object-cover" /> : <Contours seed={course.courseId} className="h-full w-full text-line-strong opacity-60" />}
      </div>
      <div className="flex grow flex-col gap-2 p-4">
        <h3 className="text-lg leading-snug">
          {/* The link covers the card; its name is the title alone. */}
          <Link to="/courses/$course" params={{ course: course.slug }} className="no-underline after:absolute after:inset-0"><Localised text={course.title} main={course.language} /></Link>
        </h3>
        <p className="line-clamp-3 text-muted"><Localised text={course.summary} main={course.language} /></p>
        <CourseFacts course={course} />
        <div className="mt-auto flex flex-col gap-2 pt-2">
          {badge && <p className="flex items-center gap-2 text-sm"><Medal icon={badge.icon} colour={badge.colour} size="sm" />{t('gives', { badge: inLanguage(badge.name, language) })}</p>}
          {prerequisites && prerequisites.rule !== 'everyone' && (
            <p className="flex items-start gap-2 text-sm">
              <Icon name={mine?.mayEnrol ? 'check' : 'lock'} className="mt-0.5 size-4 text-muted" />
              <span>{mine?.mayEnrol ? t('prerequisites.met') : t('prerequisites.short', { who: say(prerequisites) })}</span>
            </p>
          )}
          {mine?.completed && <p><Badge tone="accent">{t('completed')}</Badge></p>}
          {mine?.enrolled === 'active' && !mine.completed && mine.percent !== null && (
            <span className="flex items-center gap-3 text-sm tabular-nums"><Meter value={mine.percent} label={t('progress')} className="grow" />{mine.percent}%</span>
          )}
        </div>
      </div>
    </article>
  );
}
