import { Controller, Module } from '@nestjs/common';
import { auth, forum, user, type RpcInput, type RpcOutput } from '@unityplan/contracts';
import { Answers } from '@unityplan/messaging';
import { startService, type RunningService, type ServiceOptions } from '@unityplan/service-kit';

type Options = Omit<ServiceOptions, 'name' | 'module'>;
type Excerpt = RpcOutput<typeof forum.getExcerpts>['posts'][number];
type Locale = RpcOutput<typeof user.getLocale>;

/** What the neighbours know; a test's file has its own, since files run in processes of their own. */
export const known = {
  posts: new Map<string, Excerpt>(),
  locales: new Map<string, Locale>(),
  addresses: new Map<string, { address: string | null; verified: boolean }>(),
  tokens: 0,
};

@Controller()
class ForumStandIn {
  @Answers(forum.getExcerpts)
  getExcerpts({ postIds }: RpcInput<typeof forum.getExcerpts>) {
    return { posts: postIds.flatMap((postId) => known.posts.get(postId) ?? []) };
  }
}

@Controller()
class UserStandIn {
  @Answers(user.getPeople)
  getPeople({ memberIds }: RpcInput<typeof user.getPeople>) {
    return { people: memberIds.flatMap((memberId) => (known.locales.has(memberId) ? [{ memberId, handle: null, ...known.locales.get(memberId) }] : [])).map(({ memberId, handle, displayName = null }) => ({ memberId, handle, displayName })) };
  }

  @Answers(user.resolveHandles)
  resolveHandles() {
    return { people: [] };
  }

  @Answers(user.getLocale)
  getLocale({ memberId }: RpcInput<typeof user.getLocale>) {
    const locale = known.locales.get(memberId);
    if (!locale) throw new Error('no profile');
    return locale;
  }
}

@Controller()
class AuthStandIn {
  @Answers(auth.mailAddress)
  mailAddress({ memberId }: RpcInput<typeof auth.mailAddress>) {
    return known.addresses.get(memberId) ?? { address: null, verified: false };
  }

  @Answers(auth.mailToken)
  mailToken() {
    return { token: `secret-token-number-${++known.tokens}`, expiresAt: '2026-11-22T09:00:00Z' };
  }

  @Answers(auth.revokedSessions)
  revokedSessions() {
    return { sessionIds: [] };
  }
}

@Module({ controllers: [ForumStandIn] })
class ForumModule {}
@Module({ controllers: [UserStandIn] })
class UserModule {}
@Module({ controllers: [AuthStandIn] })
class AuthModule {}

/** The neighbours' answers over real NATS: a service's tests may not import another service. */
export const neighbours: readonly ((options: Options) => Promise<RunningService>)[] = [
  (options) => startService({ ...options, name: 'forum', module: ForumModule }),
  (options) => startService({ ...options, name: 'user', module: UserModule }),
  (options) => startService({ ...options, name: 'auth', module: AuthModule }),
];
