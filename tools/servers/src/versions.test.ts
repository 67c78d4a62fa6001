import { describe, expect, it } from 'vitest';
import { acceptsVersion, compareVersions, parseVersion } from './versions.ts';

describe('parseVersion', () => {
  it.each([
    ['postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)', '15.18'],
    ['postgres (PostgreSQL) 18beta1', '18'],
    ['nats-server: v2.10.27', '2.10.27'],
    ['Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64', '7.0.15'],
    ['Valkey server v=8.1.1 sha=00000000:0', '8.1.1'],
    ['usage: something else', undefined],
  ])('reads %j as %s', (output, version) => expect(parseVersion(output)).toBe(version));
});

describe('acceptsVersion', () => {
  it.each([
    ['postgres', '14.12', false],
    ['postgres', '15.0', true],
    ['postgres', '18.4', true],
    ['postgres', '19.0', false],
    ['nats', '2.9.10', false],
    ['nats', '2.10.26', false],
    ['nats', '2.10.27', true],
    ['nats', '2.11.0', true],
    ['redis', '6.2.7', false],
    ['redis', '7.0.15', true],
    ['redis', '8.1.1', true],
  ] as const)('%s %s: %s', (server, version, accepted) => expect(acceptsVersion(server, version)).toBe(accepted));

  it('compares numbers, not text', () => expect(compareVersions('2.10', '2.9.99')).toBeGreaterThan(0));
});
