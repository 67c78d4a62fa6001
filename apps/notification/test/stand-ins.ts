import { everyone, members, moderators, type badge, type forum, type Gate, type RpcInput, type RpcOutput, type user } from '@unityplan/contracts';
import { evaluate } from '@unityplan/permissions';
import { standIn, type StartService } from '@unityplan/testing';

type Excerpt = RpcOutput<typeof forum.getExcerpts>['posts'][number];
type Decision = RpcOutput<typeof forum.getDecisions>['decisions'][number];
type Locale = RpcOutput<typeof user.getLocale>;

/** The category of everything a test says nothing else about. */
export const commons = '01900000-0000-7000-8000-00000000000c';

/** What the neighbours know; a test's file has its own, since files run in processes of their own. */
export const known = {
  posts: new Map<string, Excerpt & { categoryId: string }>(),
  hidden: new Set<string>(),
  decisions: new Map<string, Decision>(),
  topics: new Map<string, { categoryId: string; title: string; slug: string }>(),
  gates: new Map<string, { read: Gate; moderate: Gate }>([[commons, { read: everyone, moderate: moderators }]]),
  holdings: new Map<string, badge.Holding[]>(),
  locales: new Map<string, Locale>(),
  addresses: new Map<string, { address: string | null; verified: boolean }>(),
  tokens: 0,
  /** How often each call was answered. */
  asked: new Map<string, number>(),
};

const places = { get: (id: string) => ({ id, parent: null, sovereign: id }) };
let clock = Date.now;
/** The badge service's time is that of the test. */
export function setClock(now: () => number): void {
  clock = now;
}

function mayRead(memberId: string | null, categoryId: string): boolean {
  const gate = known.gates.get(categoryId)?.read ?? members;
  return evaluate(gate, { signedIn: memberId !== null, holdings: known.holdings.get(memberId ?? '') ?? [] }, { place: 'DK', places, now: clock() }).allowed;
}

function count<I, O>(method: string, answer: (input: I) => O): (input: I) => O {
  return (input) => {
    known.asked.set(method, (known.asked.get(method) ?? 0) + 1);
    return answer(input);
  };
}

const describe = (key: string): RpcOutput<typeof badge.describeBadges>['badges'][number] => ({
  badge: key, name: { en: `Badge ${key}`, da: `Emblem ${key}` }, about: { en: 'About it', da: 'Om det' }, level: 1, icon: 'host', colour: 'teal', scope: 'global', state: 'active',
  courses: [{ courseId: '01900000-0000-7000-8000-000000000028', slug: 'hosting', title: { en: 'Hosting', da: 'Værtskab' } }],
});

/** The neighbours' answers over real NATS. */
export const neighbours: readonly StartService[] = [
  standIn('forum', {
    get_excerpts: count('get_excerpts', ({ postIds, viewerId, html }: RpcInput<typeof forum.getExcerpts>) => ({
      posts: postIds.flatMap((id) => {
        const post = known.posts.get(id);
        return post && !known.hidden.has(id) && mayRead(viewerId, post.categoryId) ? [html ? post : { ...post, html: '' }] : [];
      }),
    })),
    get_places: count('get_places', ({ topicIds, categoryIds }: RpcInput<typeof forum.getPlaces>) => ({
      topics: topicIds.flatMap((topicId) => {
        const topic = known.topics.get(topicId);
        return topic ? [{ topicId, ...topic, ...known.gates.get(topic.categoryId)! }] : [];
      }),
      categories: categoryIds.flatMap((categoryId) => (known.gates.has(categoryId) ? [{ categoryId, ...known.gates.get(categoryId)! }] : [])),
    })),
    get_decisions: ({ decisionIds }: RpcInput<typeof forum.getDecisions>) => ({ decisions: decisionIds.flatMap((id) => known.decisions.get(id) ?? []) }),
  }),
  standIn('user', {
    get_people: ({ memberIds }: RpcInput<typeof user.getPeople>) => ({
      people: memberIds.flatMap((memberId) => {
        const { handle, displayName } = known.locales.get(memberId) ?? {};
        return handle ? [{ memberId, handle, displayName: displayName ?? null }] : [];
      }),
    }),
    // Of people without a profile, as the service has it, the territory's: all live in DK.
    get_locale: count('get_locale', ({ memberId }: RpcInput<typeof user.getLocale>): Locale => known.locales.get(memberId) ?? { language: 'da', timeZone: 'Europe/Copenhagen', displayName: null, handle: null }),
  }),
  standIn('auth', {
    mail_address: ({ memberId }: { memberId: string }) => known.addresses.get(memberId) ?? { address: null, verified: false },
    mail_token: () => ({ token: `secret-token-number-${++known.tokens}`, expiresAt: '2026-11-22T09:00:00Z' }),
    revoked_sessions: () => ({ sessionIds: [] }),
  }),
  standIn('badge', {
    get_holdings: count('get_holdings', ({ memberIds }: RpcInput<typeof badge.getHoldings>) => ({ holders: memberIds.map((memberId) => ({ memberId, holdings: known.holdings.get(memberId) ?? [] })) })),
    list_role_holders: ({ badges }: RpcInput<typeof badge.listRoleHolders>) => ({ memberIds: [...known.holdings].filter(([, held]) => held.some(({ badge: key }) => badges.includes(key))).map(([memberId]) => memberId) }),
    describe_badges: ({ badges }: RpcInput<typeof badge.describeBadges>) => ({ badges: badges.map(describe) }),
  }),
];
