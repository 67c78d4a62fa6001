import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { buttonClass, Icon } from '@unityplan/ui';
import { useEffect, useRef } from 'react';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { courseKeys } from '../api/keys.ts';
import type { Lesson, LessonBlock } from '../api/types.ts';
import { CoursePictureView } from './course-picture.tsx';
import { Localised, LocalisedHtml, useSaid } from './localised.tsx';

interface Props {
  lesson: Lesson;
  slug: string;
  passed: ReadonlySet<string>;
  /** The block that is read now. */
  onBlock: (blockId: string) => void;
}

/** The blocks of a lesson, one after the other. */
export function LessonView({ lesson, slug, passed, onBlock }: Props) {
  const client = useQueryClient();
  const root = useRef<HTMLDivElement>(null);
  const latest = useRef(onBlock);
  useEffect(() => {
    latest.current = onBlock;
  });
  useEffect(() => {
    const seen = new IntersectionObserver(
      (entries) => {
        const shown = entries.filter((entry) => entry.isIntersecting).at(-1)?.target as HTMLElement | undefined;
        if (shown?.dataset['block']) latest.current(shown.dataset['block']);
      },
      // A block counts as read when it crosses the upper third of the screen.
      { rootMargin: '-20% 0px -65% 0px' },
    );
    for (const block of root.current?.querySelectorAll('[data-block]') ?? []) seen.observe(block);
    return () => seen.disconnect();
  }, [lesson.lessonId, lesson.blocks.length]);
  // The addresses of pictures end after hours; then the lesson is asked for anew, once for all of them.
  const lost = () => void client.invalidateQueries({ queryKey: courseKeys.lesson(lesson.courseId, lesson.lessonId) }, { cancelRefetch: false });
  return (
    <div ref={root} className="flex flex-col gap-6">
      {lesson.blocks.map((block) => (
        <div key={block.id} id={`block-${block.id}`} data-block={block.id} className="scroll-mt-24">
          <Block block={block} main={lesson.language} slug={slug} passed={passed} onLost={lost} />
        </div>
      ))}
    </div>
  );
}

function Block({ block, main, slug, passed, onLost }: { block: LessonBlock; main: string; slug: string; passed: ReadonlySet<string>; onLost: () => void }) {
  const { t } = useTranslation('courses');
  const say = useSaid(main);
  if (block.kind === 'text') return <LocalisedHtml text={block.html} main={main} />;
  if (block.kind === 'image') {
    return (
      <figure className="flex flex-col gap-2">
        {block.picture ? <CoursePictureView picture={block.picture} alt={say(block.alt)} sizes="(min-width: 64rem) 42rem, 100vw" onLost={onLost} /> : <p className="rounded-md bg-sunken px-4 py-6 text-muted">{t('pictureGone', { alt: say(block.alt) })}</p>}
        {block.caption && <figcaption className="text-sm text-muted"><Localised text={block.caption} main={main} /></figcaption>}
      </figure>
    );
  }
  const { quiz } = block;
  return (
    <section aria-label={say(quiz.title)} className="flex flex-wrap items-center justify-between gap-4 rounded-lg border border-line bg-surface px-5 py-4">
      <div className="min-w-48 grow basis-0">
        <p className="font-serif text-lg font-semibold"><Localised text={quiz.title} main={main} /></p>
        <p className="text-sm text-muted">{t('quizFacts', { count: quiz.questionCount, pass: quiz.passPercent })}</p>
      </div>
      {passed.has(quiz.quizId) && <p className="flex items-center gap-1.5 font-semibold text-accent"><Icon name="check" />{t('quiz.passed')}</p>}
      <Link to="/courses/$course/quizzes/$quizId" params={{ course: slug, quizId: quiz.quizId }} className={buttonClass(passed.has(quiz.quizId) ? 'secondary' : 'primary')}>{t('quiz.open')}</Link>
    </section>
  );
}
