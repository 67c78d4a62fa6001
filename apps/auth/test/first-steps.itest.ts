import { auth } from '@unityplan/contracts';
import { expectPublished } from '@unityplan/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyEmail, asMember, authAlone, goodPassword, memberIdOf, type AuthAlone } from './support.ts';

let pod: AuthAlone;
beforeAll(async () => {
  pod = await authAlone();
});
afterAll(() => pod?.stop());

const outbox = () => ({ query: async (text: string, values?: unknown[]) => ({ rows: await pod.ground.query(text, values), rowCount: null }) });

describe('from the first visit to the last', () => {
  it('registers, verifies, signs in, lists, signs out', async () => {
    const email = anyEmail();
    const registered = await pod.register(email);
    expect(registered).toMatchObject({ status: 202, body: { accepted: true } });
    const memberId = await memberIdOf(pod);
    await expectPublished(outbox(), auth.accountRegistered, { memberId, language: 'da' });

    const early = await pod.signIn(email);
    expect(early).toMatchObject({ status: 403, problem: { code: 'email_not_verified' } });

    expect((await pod.verify(memberId)).status).toBe(204);
    await expectPublished(outbox(), auth.accountVerified, { memberId, language: 'da' });

    const answer = await pod.signIn(email);
    expect(answer.status).toBe(201);
    const member = asMember(answer, email);
    await expectPublished(outbox(), auth.sessionOpened, { memberId, sessionId: member.sessionId });

    const listed = await pod.call(auth.listSessions, { as: member });
    expect(listed.body.items).toMatchObject([{ sessionId: member.sessionId, current: true }]);

    const out = await pod.call(auth.signOut, { as: member });
    expect(out.status).toBe(204);
    expect(out.headers['set-cookie']).toEqual([expect.stringMatching(/^__Host-access=; .*Max-Age=0$/), expect.stringMatching(/^__Host-refresh=; .*Max-Age=0$/)]);
    await expectPublished(outbox(), auth.sessionEnded, { sessionId: member.sessionId, reason: 'signed_out' });
    expect((await pod.call(auth.refresh, { body: { refreshToken: member.refreshToken } })).problem.code).toBe('session_ended');
  });
});
