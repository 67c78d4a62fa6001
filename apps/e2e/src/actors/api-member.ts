import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { auth, user, type ProblemBody, type RouteContract } from '@unityplan/contracts';
import type { z } from 'zod';
import { hostOf, linkIn, mailTo, type PodUnderTest } from '../pod.ts';

interface Sent<R extends RouteContract> {
  readonly params?: z.input<R['params']>;
  readonly query?: Record<string, string | number | boolean>;
  readonly body?: z.input<R['body']> | Buffer;
  readonly key?: string;
}
type Refused = { readonly status: number; readonly problem: ProblemBody };

const patienceMs = 30_000;
let count = 0;

/** A person as a native client: bearer token, JSON, and patience with a pod of which a part has just died. */
export class ApiMember {
  readonly email: string;
  readonly handle: string;
  readonly password = 'seven quiet harbour lamps';
  memberId = '';
  private token = '';

  constructor(
    private readonly pod: PodUnderTest,
    readonly name: string,
    private readonly language: 'en' | 'da' = 'en',
    email?: string,
  ) {
    this.handle = `${name.toLowerCase()}-${Date.now().toString(36)}${++count}`;
    this.email = email ?? `${this.handle}@example.org`;
  }

  /** Registers, confirms by mail, signs in and takes a name. */
  async join(): Promise<this> {
    await this.call(auth.register, { body: { email: this.email, password: this.password, language: this.language } });
    // One address may have an account in each territory: the link says which one it is for.
    const confirming = new RegExp(`//${hostOf(this.pod)}/verify-email`);
    const link = new URL(linkIn(await mailTo(this.email, confirming, { of: this.pod, patienceMs }), '/verify-email'));
    const token = link.searchParams.get('token') ?? new URLSearchParams(link.hash.slice(1)).get('token')!;
    await this.call(auth.verifyEmail, { body: { token } });
    await this.signIn();
    await eventually(async () => this.call(user.updateOwnProfile, { body: { handle: this.handle, displayName: this.name } }));
    return this;
  }

  async signIn(): Promise<void> {
    const session = await this.call(auth.signIn, { body: { email: this.email, password: this.password, client: 'native' } });
    this.memberId = session.memberId;
    this.token = session.accessToken!;
  }

  /** The same person on the host of another territory, with the same token in hand. */
  at(slug: string): ApiMember {
    const guest = new ApiMember({ ...this.pod, slug }, this.name, this.language, this.email);
    return Object.assign(guest, { memberId: this.memberId, token: this.token });
  }

  /** The answer of a call that must succeed. A 502, 503 or a lost line is tried again, with the same idempotency key. */
  async call<R extends RouteContract>(route: R, sent: Sent<R> = {}): Promise<z.output<R['answer']>> {
    const { status, body } = await this.attempt(route, sent);
    if (status >= 300) throw new Error(`${route.id} answered ${status}: ${JSON.stringify(body)}`);
    return body as z.output<R['answer']>;
  }

  /** The refusal of a call that must be refused. */
  async refused<R extends RouteContract>(route: R, sent: Sent<R> = {}): Promise<Refused> {
    const { status, body } = await this.attempt(route, sent);
    if (status < 400) throw new Error(`${route.id} was not refused: ${status} ${JSON.stringify(body)}`);
    return { status, problem: body as ProblemBody };
  }

  private async attempt(route: RouteContract, sent: Sent<RouteContract>): Promise<{ status: number; body: unknown }> {
    const key = sent.key ?? randomUUID();
    const until = Date.now() + patienceMs;
    for (;;) {
      const answer = await this.send(route, sent, key).catch((error: unknown) => ({ status: 0, body: String(error) }));
      if (![0, 502, 503, 504].includes(answer.status) || Date.now() > until) return answer;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  private send(route: RouteContract, { params = {}, query = {}, body }: Sent<RouteContract>, key: string): Promise<{ status: number; body: unknown }> {
    const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String((params as Record<string, unknown>)[name])));
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
    const raw = Buffer.isBuffer(body) ? body : body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const headers = {
      host: hostOf(this.pod), 'accept-language': this.language,
      ...(this.token ? { authorization: `Bearer ${this.token}` } : {}), ...(route.idempotencyKey ? { 'idempotency-key': key } : {}),
      ...(raw ? { 'content-type': Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json', 'content-length': String(raw.length) } : {}),
    };
    return new Promise((resolve, reject) => {
      // The address is given and the host only named: Node's resolver may not know `*.localhost`.
      const call = request({ host: '127.0.0.1', port: this.pod.port, method: route.method, path: `/api/v1${path}${search.size ? `?${search}` : ''}`, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          resolve({ status: answer.statusCode ?? 0, body: text && answer.headers['content-type']?.includes('json') ? JSON.parse(text) : text });
        });
      });
      call.on('error', reject);
      call.end(raw);
    });
  }
}

/** What `look` answers once it answers without throwing; for what comes by events. */
export async function eventually<T>(look: () => Promise<T>, withinMs = 20_000): Promise<T> {
  for (const until = Date.now() + withinMs; ; ) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
