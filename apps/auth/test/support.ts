import { auth } from '@unityplan/contracts';
import { RpcClient } from '@unityplan/messaging';
import { startConstellation, type CallAnswer, type Constellation, type TestMember } from '@unityplan/testing';
import { v7 } from 'uuid';
import { startAuth } from '../src/app.ts';

export const goodPassword = 'four unrelated words walk';

/** The auth service with a clock that tests may move. */
export async function authAlone() {
  const time: { offset: number; stoppedAt?: number } = { offset: 0 };
  const clock = () => (time.stoppedAt ?? Date.now()) + time.offset;
  const pod = await startConstellation({ services: [startAuth], clock });
  const rpc = new RpcClient({ link: pod.resources.nats, pod: pod.config.podId });
  return { ...pod, time, clock, rpc, ...steps(pod, rpc) };
}
export type AuthAlone = Awaited<ReturnType<typeof authAlone>>;

/** A signed-in member with a native client's tokens. */
export interface SignedIn extends TestMember {
  readonly email: string;
  readonly refreshToken: string;
}

function steps({ call }: Pick<Constellation, 'call'>, rpc: RpcClient) {
  const register = (email: string, territory = 'DK', password = goodPassword) =>
    call(auth.register, { body: { email, password, language: 'da' }, territory, ip: anyIp() });
  /** As a mail would: asks for the token of a link. */
  const linkToken = async (memberId: string, purpose: 'verify_email' | 'reset_password', territory = 'DK') =>
    (await rpc.call(auth.mailToken, territory, { memberId, purpose })).token;
  const verify = async (memberId: string, territory = 'DK') =>
    call(auth.verifyEmail, { body: { token: await linkToken(memberId, 'verify_email', territory) }, territory });
  const signIn = (email: string, options: { password?: string; territory?: string; client?: 'native' | 'browser'; ip?: string; headers?: Record<string, string> } = {}) => {
    const { password = goodPassword, territory = 'DK', client = 'native', ip = anyIp(), headers = {} } = options;
    return call(auth.signIn, { body: { email, password, client }, territory, ip, headers });
  };
  const refresh = (refreshToken: string, territory = 'DK') => call(auth.refresh, { body: { refreshToken }, territory });
  return { register, linkToken, verify, signIn, refresh };
}

/** The answer of a native sign-in or refresh, as a member for further calls. */
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

/** Registers and verifies. */
export async function newAccount(pod: AuthAlone, territory = 'DK'): Promise<{ email: string; memberId: string }> {
  const email = anyEmail();
  await pod.register(email, territory);
  const memberId = await memberIdOf(pod, territory);
  await pod.verify(memberId, territory);
  return { email, memberId };
}

/** Registers, verifies and signs in natively. */
export async function newMember(pod: AuthAlone, territory = 'DK'): Promise<SignedIn> {
  const { email } = await newAccount(pod, territory);
  return asMember(await pod.signIn(email, { territory }), email, territory);
}

/** The member behind the newest account; tests of a file run one after the other. */
export async function memberIdOf(pod: Pick<AuthAlone, 'ground'>, territory = 'DK'): Promise<string> {
  const rows = await pod.ground.query<{ member_id: string }>(`select member_id from territory_${territory.toLowerCase()}.accounts order by member_id desc limit 1`);
  return rows[0]!.member_id;
}
