import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { signAccessToken } from '@unityplan/service-kit';
import { v7 as uuid } from 'uuid';
import type { TestGround } from './cluster.ts';

/** Someone signed in: what a test sends with a request to act as that member. */
export interface TestMember {
  readonly memberId: string;
  readonly sessionId: string;
  readonly territory: string;
  readonly token: string;
}

/** Makes members with valid tokens where the auth service is not part of the test: an issuer key of its own per territory. */
export function memberMaker(ground: TestGround, territories: readonly string[]): (territory?: string) => Promise<TestMember> {
  const keys = new Map<string, Promise<Parameters<typeof signAccessToken>[1]>>();
  const keyOf = async (territory: string) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const kid = randomBytes(8).toString('hex');
    await ground.query('insert into global.issuer_keys (territory, kid, jwk) values ($1, $2, $3)', [territory, kid, JSON.stringify(publicKey.export({ format: 'jwk' }))]);
    return { kid, privateKey };
  };
  return async (territory = 'DK') => {
    // All at once: services look for new keys only every few seconds.
    for (const each of territories) if (!keys.has(each)) keys.set(each, keyOf(each));
    await Promise.all(keys.values());
    const subject = { memberId: uuid(), sessionId: uuid(), territory };
    return { ...subject, token: signAccessToken(subject, await keys.get(territory)!).token };
  };
}
