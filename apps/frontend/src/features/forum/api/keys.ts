export const forumKeys = {
  categories: ['forum', 'categories'] as const,
  topics: (categoryId?: string) => ['forum', 'topics', categoryId ?? 'all'] as const,
  topic: (topicId: string) => ['forum', 'topic', topicId] as const,
  /** All page windows of a topic's posts; one window adds where it starts. */
  posts: (topicId: string) => ['forum', 'posts', topicId] as const,
  postsFrom: (topicId: string, from: number) => ['forum', 'posts', topicId, from] as const,
  revisions: (postId: string) => ['forum', 'revisions', postId] as const,
};
