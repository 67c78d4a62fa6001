import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  databaseName, domainOf, FILES_DOMAIN, FILES_LOCAL_DOMAIN, groupRoles, idOfSlug, namesOf, parsePodId, parseTerritoryId, RESERVED_IDS, roleName, urlOf,
  safeParseTerritoryId, slugOfHost, TERRITORY_ID_MAX,
} from './names.ts';
import { REFERENCE_TERRITORIES } from './reference/index.ts';
import { sha256Hex } from './sha256.ts';

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const part = fc.string({ unit: fc.constantFrom(...upper), minLength: 1, maxLength: 20 });
const generated = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('-').slice(0, TERRITORY_ID_MAX).replace(/-$/, ''));
const longest = fc.string({ unit: fc.constantFrom(...upper), minLength: TERRITORY_ID_MAX, maxLength: TERRITORY_ID_MAX });
const id = fc.oneof(generated, longest, fc.constantFrom('NO', ...REFERENCE_TERRITORIES.map((one) => one.id))).filter((text) => !RESERVED_IDS.includes(text));
const service = fc.constantFrom('auth', 'user', 'forum', 'matrix-gateway', 'api-gateway', 'notification', 'translation', 'websocket', 'event');
const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('namesOf', () => {
  it('fits every target grammar', () => {
    fc.assert(
      fc.property(id, (text) => {
        const names = namesOf(text);
        expect(names.schema).toMatch(/^territory_[a-z0-9_]+$/);
        expect(bytes(names.schema)).toBeLessThanOrEqual(63);
        expect(names.hostLabel).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
        expect(names.subjectToken).toMatch(/^[a-z0-9-]+$/);
        expect(names.envSuffix).toMatch(/^[A-Z0-9_]+$/);
        expect(new URL(names.issuer).origin).toBe(names.issuer);
        expect(new URL(`http://${names.publicHost}`).hostname).toBe(names.publicHost);
      }),
    );
  });

  it('leads back from names to their id', () => {
    fc.assert(
      fc.property(id, (text) => {
        const names = namesOf(text);
        expect(parseTerritoryId(text.toLowerCase())).toBe(text);
        expect(idOfSlug(names.slug)).toBe(text);
        expect(slugOfHost(names.publicHost)).toBe(names.slug);
        expect(slugOfHost(`${names.localHost.toUpperCase()}:8080`)).toBe(names.slug);
        expect(slugOfHost(`${names.localFilesHost}:8080`, [FILES_LOCAL_DOMAIN])).toBe(names.slug);
        expect([names.filesHost, names.localFilesHost].map((host) => slugOfHost(host))).toEqual([undefined, undefined]);
        expect(urlOf(`https://{slug}.${FILES_DOMAIN}/`, names.id)).toBe(`https://${names.filesHost}`);
      }),
    );
  });

  it('gives different ids different names in every column', () => {
    fc.assert(
      fc.property(id, id, (a, b) => {
        fc.pre(a !== b);
        const [one, two] = [namesOf(a), namesOf(b)];
        for (const key of Object.keys(one) as (keyof typeof one)[]) expect(one[key]).not.toBe(two[key]);
      }),
    );
  });

  it('knows Norway and the First Nations', () => {
    expect(namesOf('no')).toMatchObject({ id: 'NO', slug: 'no', schema: 'territory_no', issuer: 'https://no.unityplan.org' });
    expect(namesOf('HAIDA-FN-CA')).toMatchObject({ schema: 'territory_haida_fn_ca', localHost: 'haida-fn-ca.localhost', envSuffix: 'HAIDA_FN_CA' });
  });
});

describe('parseTerritoryId', () => {
  it.each(['', 'D K', 'DK_', 'DK--X', '-DK', 'DK-', 'Å', 'ı', 'DK.X', 'A'.repeat(54), 'GLOBAL', 'all', 7, null, undefined])('refuses %j', (text) => {
    expect(safeParseTerritoryId(text)).toBeUndefined();
    expect(() => parseTerritoryId(text)).toThrow(expect.objectContaining({ code: 'TERRITORY_ID_INVALID' }));
  });
  it('normalises at the edge', () => expect(parseTerritoryId(' dk-copenhagen ')).toBe('DK-COPENHAGEN'));
  it('never accepts what the pattern refuses', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void expect(safeParseTerritoryId(text) ?? 'A').toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)*$/)));
  });
});

describe('slugOfHost', () => {
  it.each(['unityplan.org', 'localhost', 'a.dk.unityplan.org', 'dk.unityplan.org.evil.com', 'evilunityplan.org', 'dk_x.localhost', 'api.unityplan.org', '', '::1'])('%j is no territory', (host) => {
    expect(slugOfHost(host)).toBeUndefined();
  });
  it('takes other base domains', () => expect(slugOfHost('dk.example.net.', ['example.net'])).toBe('dk'));
});

describe('roleName', () => {
  it('is at most 63 bytes, a plain identifier, and unique per scope and service', () => {
    const scope = fc.oneof(id.map((text) => namesOf(text).slug), fc.constant('global'));
    const role = fc.record({ slug: scope, service, prefix: fc.constantFrom('up_', 't01234567_') });
    fc.assert(
      fc.property(role, role, (a, b) => {
        expect(roleName(a)).toMatch(/^[a-z][a-z0-9_]{0,62}$/);
        expect(roleName(a) === roleName(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
        expect(Object.values(groupRoles(a.prefix))).not.toContain(roleName(a));
      }),
      { numRuns: 2000 },
    );
  });
  it('shortens with a hash and still tells neighbours apart', () => {
    const slug = 'a'.repeat(53);
    const names = ['matrix-gateway', 'matrix-gatewaz', 'notification'].map((name) => roleName({ slug, service: name }));
    expect(new Set(names).size).toBe(3);
    expect(names[0]).toMatch(/^up_x_t_a+__[0-9a-f]{20}$/);
  });
  it('refuses what could escape', () => {
    for (const service of ['', 'a b', 'a"', 'a__b', 'A']) expect(() => roleName({ slug: 'dk', service })).toThrow('No role name');
    expect(() => roleName({ slug: 'dk', service: 'user', prefix: 'UP' })).toThrow('Role prefix');
  });
});

it('derives pod names', () => {
  expect([databaseName('haida-fn-ca'), parsePodId(' EU ')]).toEqual(['unityplan_haida_fn_ca', 'eu']);
});

it('hashes like node:crypto', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => void expect(sha256Hex(text)).toBe(createHash('sha256').update(text).digest('hex'))));
});

it('finds the domain of an address template', () => {
  expect(['https://{slug}.unityplan-files.org', 'http://{slug}.Files-UnityPlan.localhost:8080/', 'http://{slug}.localhost:8080'].map(domainOf)).toEqual(['unityplan-files.org', 'files-unityplan.localhost', 'localhost']);
  for (const text of ['', 'https://unityplan-files.org', 'https://{slug}', 'https://x.{slug}.org', 'ftp://{slug}.a', 'https://{slug}.a.org/path']) expect(domainOf(text)).toBeUndefined();
});
