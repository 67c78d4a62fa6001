import { auth } from '@unityplan/contracts';
import { startConstellation, type CallAnswer, type Constellation, type TestMember } from '@unityplan/testing';
import { v7 } from 'uuid';
import { startAuth } from '../src/app.ts';

export const goodPassword = 'four unrelated words walk';

/** The auth service with a clock that tests may move. */
export async function authAlone() {
  const time = { offset: 0 };
  const constellation = await startConstellation({ services: [startAuth], clock: () => Date.now() + time.offset });
  return { ...constellation, time, ...people(constellation) };
}
export type AuthAlone = Awaited<ReturnType<typeof authAlone>>;

/** Someone who registered; `cookies` as a browser would keep them. */
export interface SignedIn extends TestMember {
  readonly email: string;
  readonly refreshToken: string;
}

function people({ call, resources, config }: Pick<Constellation, 'call' | 'resources' | 'config'>) {
  const rpc = async <T>(method: string, input: object, territory = 'DK'): Promise<T> => {
    const { headers } = await import('@nats-io/transport-node');
    const sent = headers();
    sent.set('up-territory', territory);
    const reply = await resources.nats.nc.request(`rpc.${config.podId}.auth.${method}`, JSON.stringify(input), { timeout: 5000, headers: sent });
    const { ok } = reply.json<{ ok: T }>();
    return ok;
  };
  const register = async (email: string, territory = 'DK', password = goodPassword) =>
    call(auth.register, { body: { email, password, language: 'da' }, territory, ip: anyIp() });
  /** As the mail would: asks for the link's token, and follows it. */
  const verify = async (memberId: string, territory = 'DK') => {
    const { token } = await rpc<{ token: string }>('mail_token', { memberId, purpose: 'verify_email' }, territory);
    return call(auth.verifyEmail, { body: { token }, territory });
  };
  const signIn = (email: string, password = goodPassword, territory = 'DK', client: 'native' | 'browser' = 'native') =>
    call(auth.signIn, { body: { email, password, client }, territory, ip: anyIp() });
  return { rpc, register, verify, signIn, anyEmail, anyIp };
}

/** The answer of a native sign-in as a member for further calls. */
export function asMember(answer: CallAnswer<typeof auth.signIn>, email: string, territory = 'DK'): SignedIn {
  const { memberId, sessionId, accessToken, refreshToken } = answer.body;
  return { memberId, sessionId, territory, token: accessToken!, refreshToken: refreshToken!, email };
}

export function anyEmail(): string {
  return `freja.${v7()}@example.org`;
}

let addresses = 0;
/** A network of its own for each call, so that one test's attempts do not pause another's. */
export function anyIp(): string {
  addresses++;
  return `198.51.${addresses >> 8}.${addresses & 255}`;
}

/** Registers, verifies and signs in natively. */
export async function newMember(pod: AuthAlone, territory = 'DK'): Promise<SignedIn> {
  const email = anyEmail();
  await pod.register(email, territory);
  await pod.verify(await memberIdOf(pod, territory), territory);
  return asMember(await pod.signIn(email, goodPassword, territory), email, territory);
}

/** The member behind the newest account; only this file's tests write to its database. */
export async function memberIdOf(pod: Pick<AuthAlone, 'ground'>, territory = 'DK'): Promise<string> {
  const rows = await pod.ground.query<{ member_id: string }>(`select member_id from territory_${territory.toLowerCase()}.accounts order by created_at desc, member_id desc limit 1`);
  return rows[0]!.member_id;
}
