import { auth } from '@unityplan/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asMember, authAlone, newAccount, type AuthAlone, type SignedIn } from './support.ts';

/*
 * Invariants of a family of refresh tokens, held against every sequence of acts:
 *  1. Only the current token rotates, and it has one successor.
 *  2. A token replaced at most 30 s ago is answered with the current token, and nothing changes.
 *  3. A token replaced earlier ends the family.
 *  4. Once ended, whatever the reason, no token of the family is ever answered again.
 */
const graceMs = 30_000;

/** The rules as plainly as they can be written: all tokens ever given, and when each was replaced. */
class Model {
  readonly tokens: string[] = [];
  readonly replacedAt: number[] = [];
  open = true;
  now = 0;
}
interface Real {
  readonly member: SignedIn;
}

let pod: AuthAlone;
beforeAll(async () => {
  pod = await authAlone();
  pod.time.stoppedAt = Date.now();
});
afterAll(() => pod?.stop());

class Refresh implements fc.AsyncCommand<Model, Real> {
  constructor(readonly pick: number, readonly times: number) {}
  check = () => true;
  async run(model: Model): Promise<void> {
    const last = model.tokens.length - 1;
    const i = Math.max(0, last - this.pick);
    const answers = await Promise.all(Array.from({ length: this.times }, () => pod.refresh(model.tokens[i]!)));
    const codes = new Set(answers.map((answer) => (answer.status === 200 ? answer.body.refreshToken! : answer.problem.code)));
    if (!model.open) return expect([...codes]).toEqual(['session_ended']) as void;
    if (i === last) {
      expect(codes.size).toBe(1);
      const [token] = [...codes];
      expect(model.tokens).not.toContain(token);
      expect(token).not.toBe('session_ended');
      model.replacedAt[i] = model.now;
      model.tokens.push(token!);
    } else if (model.now - model.replacedAt[i]! <= graceMs) expect([...codes]).toEqual([model.tokens[last]]);
    else {
      expect([...codes]).toEqual(['session_ended']);
      model.open = false;
    }
  }
  toString = () => `refresh(${this.pick} back, ${this.times} at once)`;
}

class Wait implements fc.AsyncCommand<Model, Real> {
  constructor(readonly ms: number) {}
  check = () => true;
  async run(model: Model): Promise<void> {
    model.now += this.ms;
    pod.time.offset += this.ms;
  }
  toString = () => `wait(${this.ms})`;
}

class SignOut implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  async run(model: Model, { member }: Real): Promise<void> {
    expect((await pod.call(auth.signOut, { headers: { cookie: `__Host-refresh=${model.tokens.at(-1)!}` } })).status).toBe(204);
    model.open = false;
    expect(await pod.ground.query(`select 1 from territory_dk.sessions where session_id = $1 and ended_at is null`, [member.sessionId])).toEqual([]);
  }
  toString = () => 'signOut';
}

it('keeps its invariants through any sequence of refreshes, replays, waits and sign-outs', async () => {
  const { email } = await newAccount(pod);
  const acts = fc.commands(
    [
      fc.tuple(fc.constantFrom(0, 0, 0, 1, 1, 2, 3), fc.constantFrom(1, 1, 1, 4)).map(([pick, times]) => new Refresh(pick, times)),
      fc.constantFrom(1, 5_000, 29_999, 30_000, 30_001, 400_000).map((ms) => new Wait(ms)),
      fc.oneof({ weight: 1, arbitrary: fc.constant(new SignOut()) }, { weight: 6, arbitrary: fc.constant(new Wait(1000)) }),
    ],
    { size: 'medium', maxCommands: 25 },
  );
  await fc.assert(
    fc.asyncProperty(acts, async (commands) => {
      const member = asMember(await pod.signIn(email), email);
      const model = new Model();
      model.tokens.push(member.refreshToken);
      await fc.asyncModelRun(() => ({ model, real: { member } }), commands);
    }),
    { numRuns: 40 },
  );
}, 120_000);
