export const forumKeys = {
  topics: (categoryId?: string) => ['forum', 'topics', categoryId ?? 'all'] as const,
  topic: (topicId: string) => ['forum', 'topic', topicId] as const,
  /** All page windows of a topic's posts; one window adds where it starts. */
  posts: (topicId: string) => ['forum', 'posts', topicId] as const,
  postsFrom: (topicId: string, from: number) => ['forum', 'posts', topicId, from] as const,
  post: (postId: string) => ['forum', 'post', postId] as const,
  revisions: (postId: string) => ['forum', 'revisions', postId] as const,
  /** Everything below `own` is forgotten on signing out. */
  drafts: ['own', 'drafts', 'list'] as const,
  draft: (place: string) => ['own', 'drafts', 'at', place] as const,
};
