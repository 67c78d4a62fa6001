import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { AuthConfig } from '../auth.config.ts';
import { PasswordHasher } from './password-hasher.service.ts';

const hasher = new PasswordHasher({ podSecret: 'p'.repeat(32), hashConcurrency: 2 } as AuthConfig);
const otherPod = new PasswordHasher({ podSecret: 'q'.repeat(32), hashConcurrency: 2 } as AuthConfig);
let stored: string;
beforeAll(async () => {
  await Promise.all([hasher.onModuleInit(), otherPod.onModuleInit()]);
  stored = await hasher.hash('four unrelated words walk');
});
afterAll(() => vi.restoreAllMocks());

it('hashes with the parameters that OWASP asks for, salted', async () => {
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hasher.hash('four unrelated words walk')).not.toBe(stored);
});

it('knows the password, and only with the pepper of the pod', async () => {
  expect(await hasher.verify(stored, 'four unrelated words walk')).toBe(true);
  expect(await hasher.verify(stored, 'four unrelated words wal')).toBe(false);
  expect(await otherPod.verify(stored, 'four unrelated words walk')).toBe(false);
});

it('does the same work where there is no account', async () => {
  const quickest = async (hashed: string | undefined) => {
    const times = [];
    for (let i = 0; i < 8; i++) {
      const started = performance.now();
      expect(await hasher.verify(hashed, 'wrong')).toBe(false);
      times.push(performance.now() - started);
    }
    return Math.min(...times);
  };
  const [known, unknown] = [await quickest(stored), await quickest(undefined)];
  expect(unknown / known, `${unknown} ms for none, ${known} ms for one`).toBeGreaterThan(0.5);
});

it('tells outdated hashes', async () => {
  expect(hasher.isOutdated(stored)).toBe(false);
  expect(hasher.isOutdated(await hash('x', { memoryCost: 8192, timeCost: 2, parallelism: 1 }))).toBe(true);
});

it('lets few hash at once and refuses when the line is too long', async () => {
  const results = await Promise.allSettled(Array.from({ length: 203 }, () => hasher.verify('$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQxMjM0$aaaa', 'x').catch((error: unknown) => Promise.reject(error))));
  const refused = results.filter((one) => one.status === 'rejected' && (one.reason as { contract?: { code: string } }).contract?.code === 'service_unavailable');
  expect(refused.length).toBe(1);
});
