import { randomBytes } from 'node:crypto';
import { call, callJson } from './http.ts';
import type { Pod } from './pod.ts';

export interface BenchMember {
  readonly email: string;
  readonly password: string;
  token: string;
}

export interface Topic {
  readonly topicId: string;
  readonly slug: string;
}

/** A post of ordinary length, with the markup people use: 700 characters. */
export const ordinaryText = `It would help **everyone on our street** if the crossing had lights. I counted for an hour on Tuesday: 214 cars, 61 bicycles and 38 people on foot, eleven of them children on their way to school.

> The council has said that it wants to hear from those who live here.

Three things we could ask for:

1. lights with a button, as on [Harbour Road](https://example.org/harbour-road)
2. a lower limit between 7 and 9
3. paint, which costs little

I have written to the office twice and got *one* answer. Who comes along on Thursday? We meet at half past six by the library, and bring what you have counted yourselves so that we can show more than one hour of one day.`;

/** Calls the API as a native client does: host, token, JSON. */
export function api<T>(pod: Pod, method: string, path: string, body?: unknown, token?: string): Promise<T> {
  const headers: Record<string, string> = { host: pod.host, ...(token ? { authorization: `Bearer ${token}` } : {}), ...(method === 'POST' ? { 'idempotency-key': randomBytes(12).toString('hex') } : {}) };
  return callJson<T>({ port: pod.port, path: `/api/v1${path}`, method, headers, body });
}

export async function signIn(pod: Pod, member: { email: string; password: string }): Promise<string> {
  const { accessToken } = await api<{ accessToken: string }>(pod, 'POST', '/auth/sessions', { email: member.email, password: member.password, client: 'native' });
  return accessToken;
}

/** Registers people, confirms their addresses with the mailed links, signs them in and gives them names. */
export async function makeMembers(pod: Pod, count: number): Promise<BenchMember[]> {
  const members: BenchMember[] = [];
  for (let i = 0; i < count; i++) {
    const handle = `bench-${Date.now().toString(36)}-${i}`;
    const member = { email: `${handle}@example.org`, password: 'seven quiet harbour lamps', token: '' };
    await api(pod, 'POST', '/auth/registrations', { email: member.email, password: member.password, language: 'en' });
    await api(pod, 'POST', '/auth/verifications', { token: await tokenMailedTo(pod, member.email) });
    member.token = await signIn(pod, member);
    // The profile follows the account by an event.
    await eventually(() => api(pod, 'PATCH', '/users/me', { handle, displayName: `Bench ${i}` }, member.token));
    members.push(member);
  }
  return members;
}

/** Topics with this many posts by all members in turn. */
export async function makeTopics(pod: Pod, members: readonly BenchMember[], count: number, posts: number): Promise<Topic[]> {
  const categories = await api<{ items: { categoryId: string; gates: { create: { rule: string } } }[] }>(pod, 'GET', '/categories');
  const items = categories.items.filter(({ gates }) => gates.create.rule === 'member');
  const topics: Topic[] = [];
  for (let i = 0; i < count; i++) {
    const opened = { categoryId: items[i % items.length]!.categoryId, title: `A safer crossing, proposal ${i + 1}`, markdown: ordinaryText };
    const { topic } = await api<{ topic: Topic }>(pod, 'POST', '/topics', opened, members[i % members.length]!.token);
    topics.push(topic);
    for (let n = 1; n < posts; n++) await api(pod, 'POST', `/topics/${topic.topicId}/posts`, { markdown: ordinaryText }, members[n % members.length]!.token);
  }
  return topics;
}

async function tokenMailedTo(pod: Pod, email: string): Promise<string> {
  const mailbox = <T>(path: string): Promise<T> => callJson<T>({ port: pod.port, path: `/dev/mail/api${path}`, headers: { host: pod.host } });
  return eventually(async () => {
    const { items } = await mailbox<{ items: { id: string; to: string }[] }>('');
    const mail = items.find(({ to }) => to.includes(email));
    if (!mail) throw new Error(`No mail to ${email}`);
    const { text } = await mailbox<{ text: string }>(`/${mail.id}`);
    const link = /https?:\/\/\S*verify-email\S*/.exec(text)?.[0];
    const token = link && (new URL(link).searchParams.get('token') ?? new URLSearchParams(new URL(link).hash.slice(1)).get('token'));
    if (!token) throw new Error(`The mail to ${email} has no link`);
    return token;
  });
}

async function eventually<T>(work: () => Promise<T>, patienceMs = 20_000): Promise<T> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** The bytes of one page of posts, and the headers they came with. */
export async function topicPage(pod: Pod, topicId: string, token: string) {
  const answer = await call({ port: pod.port, path: pagePath(topicId), headers: { host: pod.host, authorization: `Bearer ${token}` } });
  if (answer.status !== 200) throw new Error(`The topic page answered ${answer.status}`);
  return answer;
}

export function pagePath(topicId: string): string {
  return `/api/v1/topics/${topicId}/posts?limit=20`;
}
