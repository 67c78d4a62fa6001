import { expectTypeOf, it } from 'vitest';
import type { AnswerOf, InputOf, Post, Sdk, TopicSummary } from './index.ts';

it('types every call from its contract', () => {
  expectTypeOf<AnswerOf<'getTopic'>>().toEqualTypeOf<TopicSummary>();
  expectTypeOf<AnswerOf<'createTopic'>>().toEqualTypeOf<{ topic: TopicSummary; post: Post }>();
  expectTypeOf<AnswerOf<'listPosts'>['items'][number]>().toEqualTypeOf<Post>();
  expectTypeOf<AnswerOf<'deletePost'>>().toEqualTypeOf<undefined>();
  expectTypeOf<InputOf<'createTopic'>['body']>().toEqualTypeOf<{ categoryId: string; title: string; markdown: string }>();
  expectTypeOf<InputOf<'createTopic'>>().toHaveProperty('idempotencyKey');
  expectTypeOf<InputOf<'getTopic'>>().not.toHaveProperty('body');
  expectTypeOf<InputOf<'getTopic'>>().not.toHaveProperty('query');
  expectTypeOf<InputOf<'getTopic'>>().not.toHaveProperty('idempotencyKey');
  expectTypeOf<InputOf<'getTopic'>['params']>().toEqualTypeOf<{ topicId: string }>();
  expectTypeOf<NonNullable<InputOf<'listNotifications'>['query']>['unread']>().toEqualTypeOf<boolean | undefined>();
  expectTypeOf<NonNullable<InputOf<'signIn'>['body']>['client']>().toEqualTypeOf<'browser' | 'native' | undefined>();
});

it('asks for an argument only where something is required', () => {
  expectTypeOf<Sdk['getOwnProfile']>().toBeCallableWith();
  expectTypeOf<Sdk['listTopics']>().toBeCallableWith({ query: { limit: 5 } });
  expectTypeOf<Parameters<Sdk['getTopic']>>().toEqualTypeOf<[input: InputOf<'getTopic'>]>();
});
