import { expect, it } from 'vitest';
import { filesOrigin, readPodConfig } from './config.ts';

const env = {
  POD_ID: 'dk', TERRITORIES: 'DK', DATABASE_URL: 'postgres://x', NATS_URL: 'nats://x', REDIS_URL: 'redis://x', POD_SECRET: 's'.repeat(32), KEY_ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
};

it('serves files from a domain of their own', () => {
  expect(filesOrigin(readPodConfig(env), 'HAIDA-FN-CA')).toBe('https://haida-fn-ca.unityplan-files.org');
  const development = readPodConfig({ ...env, PUBLIC_URL: 'http://{slug}.localhost:8080', PUBLIC_FILES_URL: 'http://{slug}.files-unityplan.localhost:8080' });
  expect(filesOrigin(development, 'DK')).toBe('http://dk.files-unityplan.localhost:8080');
});

it.each([
  ['https://{slug}.unityplan.org', 'on the domain of PUBLIC_URL'],
  ['https://{slug}.files.unityplan.org', 'on the domain of PUBLIC_URL'],
  ['https://{slug}.org', 'on the domain of PUBLIC_URL'],
  ['http://{slug}.localhost', 'on the domain of PUBLIC_URL'],
  ['https://files.example.org', 'PUBLIC_FILES_URL: must look like'],
])('refuses %s', (url, why) => {
  expect(() => readPodConfig({ ...env, PUBLIC_FILES_URL: url })).toThrow(why);
});
