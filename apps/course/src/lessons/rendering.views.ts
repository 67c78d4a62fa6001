import { Injectable } from '@nestjs/common';
import type { course as courses, RouteAnswer } from '@unityplan/contracts';
import { parseText, renderText, renderVersion } from '@unityplan/markdown';
import QuickLRU from 'quick-lru';
import { sha256 } from '../content/canonical.ts';
import type { LocalisedText } from '../content/course-content.ts';

type Block = RouteAnswer<typeof courses.getLesson>['blocks'][number];
export type PictureOf = (fileId: string) => courses.Picture | null;
export type QuizOf = (quizId: string) => Extract<Block, { kind: 'quiz' }>['quiz'] | undefined;

const mostTexts = 2_000;
const nobody: ReadonlySet<string> = new Set();

/** Lessons and questions as safe HTML: made when they are first read, by the renderer of today, and kept in memory. */
@Injectable()
export class Rendering {
  private readonly known = new QuickLRU<string, string>({ maxSize: mostTexts });

  /** `place` keeps footnotes of several texts on one page apart. */
  html(text: LocalisedText, place: string): LocalisedText {
    return Object.fromEntries(Object.entries(text).map(([language, markdown]) => [language, markdown ? this.render(markdown, `lesson-${place}-${language}-`) : '']));
  }

  blocks(lesson: courses.CourseLesson, pictureOf: PictureOf, quizOf: QuizOf): Block[] {
    return lesson.blocks.flatMap((block): Block[] => {
      if (block.kind === 'text') return [{ kind: 'text', id: block.id, html: this.html(block.markdown, block.id) }];
      if (block.kind === 'image') return [{ kind: 'image', id: block.id, picture: pictureOf(block.fileId), alt: block.alt, caption: block.caption ?? null }];
      const quiz = quizOf(block.quizId);
      return quiz ? [{ kind: 'quiz', id: block.id, quiz }] : [];
    });
  }

  private render(markdown: string, prefix: string): string {
    const name = sha256(`${renderVersion} ${prefix} ${markdown}`);
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const { html } = renderText(parseText(markdown), nobody, prefix, { headings: 'from-third' });
    this.known.set(name, html);
    return html;
  }
}
