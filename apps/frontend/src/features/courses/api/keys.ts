/** What a course shows depends on who looks at it, so all of it is forgotten on signing out. */
export const courseKeys = {
  all: ['own', 'courses'] as const,
  lists: ['own', 'courses', 'list'] as const,
  list: (filter: CourseFilter) => ['own', 'courses', 'list', filter] as const,
  enrolments: ['own', 'courses', 'enrolments'] as const,
  course: (course: string) => ['own', 'courses', 'course', course] as const,
  lesson: (courseId: string, lessonId: string) => ['own', 'courses', 'lesson', courseId, lessonId] as const,
  quiz: (courseId: string, quizId: string) => ['own', 'courses', 'quiz', courseId, quizId] as const,
  attempt: (attemptId: string) => ['own', 'courses', 'attempt', attemptId] as const,
};

export interface CourseFilter {
  text?: string | undefined;
  language?: 'en' | 'da' | undefined;
  level?: 'beginner' | 'intermediate' | 'advanced' | undefined;
}
