import { expectTypeOf, it } from 'vitest';
import type { AnswerOf, InputOf, NotificationState, Post, Sdk, TopicPage, TopicSummary } from './index.ts';

it('types every call from its contract', () => {
  expectTypeOf<AnswerOf<'getTopic'>>().toEqualTypeOf<TopicPage>();
  expectTypeOf<AnswerOf<'createTopic'>>().toEqualTypeOf<{ topic: TopicSummary; post: Post }>();
  expectTypeOf<AnswerOf<'listPosts'>['items'][number]>().toEqualTypeOf<Post>();
  expectTypeOf<AnswerOf<'deletePost'>>().toEqualTypeOf<undefined>();
  expectTypeOf<InputOf<'createTopic'>['body']>().toEqualTypeOf<{ categoryId: string; title: string; markdown: string; draftRevision?: number }>();
  expectTypeOf<InputOf<'createTopic'>>().toHaveProperty('idempotencyKey');
  expectTypeOf<InputOf<'getTopic'>>().not.toHaveProperty('body');
  expectTypeOf<InputOf<'getTopic'>>().not.toHaveProperty('query');
  expectTypeOf<InputOf<'getTopic'>>().not.toHaveProperty('idempotencyKey');
  expectTypeOf<InputOf<'getTopic'>['params']>().toEqualTypeOf<{ topicId: string }>();
  expectTypeOf<NonNullable<InputOf<'listNotifications'>['query']>['state']>().toEqualTypeOf<NotificationState | undefined>();
  expectTypeOf<NonNullable<InputOf<'signIn'>['body']>['client']>().toEqualTypeOf<'browser' | 'native' | undefined>();
});

it('asks for an argument only where something is required', () => {
  expectTypeOf<Sdk['getOwnProfile']>().toBeCallableWith();
  expectTypeOf<Sdk['listTopics']>().toBeCallableWith({ query: { limit: 5 } });
  expectTypeOf<Parameters<Sdk['getTopic']>>().toEqualTypeOf<[input: InputOf<'getTopic'>]>();
});
