import { describe, expect, it } from 'vitest';
import { aptConfig, aptFailure, parseDepends } from './apt.ts';
import { parseTargets, readRelease, sourcesFor, suiteFor } from './debian.ts';
import { parseMissing } from './libraries.ts';

const bookworm = { id: 'debian', codename: 'bookworm', version: 12 };
const targets = parseTargets('http://m/debian/|bookworm|main\nhttp://m/debian/|bookworm-updates|main\nhttp://m/sec/|bookworm-security|main\nhttps://other/|nodistro|main\n');

describe('the suite', () => {
  it('reads the release', () => {
    expect(readRelease('ID=debian\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\n')).toEqual(bookworm);
    expect(readRelease('ID=debian\nVERSION_CODENAME=forky\n')?.version).toBe(99);
    expect(readRelease('ID=ubuntu\n')).toBeUndefined();
  });
  it('of NATS is a newer one on Debian 12', () => {
    expect(suiteFor('nats', bookworm)).toBe('trixie');
    expect(suiteFor('redis', bookworm)).toBe('bookworm');
    expect(suiteFor('nats', { id: 'debian', codename: 'forky', version: 14 })).toBe('forky');
  });
});

describe('sources', () => {
  it('come from the machine’s own mirror, signed', () => {
    expect(sourcesFor('trixie', bookworm, targets, '/k.gpg')).toBe('deb [signed-by=/k.gpg] http://m/debian/ trixie main\n');
  });
  it('of our own release include its updates', () => {
    expect(sourcesFor('bookworm', bookworm, targets, '/k.gpg').trim().split('\n')).toHaveLength(3);
  });
  it('are empty when the machine has no Debian archive', () => expect(sourcesFor('trixie', bookworm, parseTargets('https://other/|nodistro|main'), '/k')).toBe(''));
});

it('never trusts unsigned archives and runs no hooks of the system', () => {
  expect(aptConfig('/c')).not.toMatch(/AllowUnauthenticated|AllowInsecure|trusted=yes/i);
  expect(aptConfig('/c')).toContain('#clear APT::Update::Post-Invoke;');
});

it('takes the first name of a dependency and no virtual package', () => {
  expect(parseDepends('redis-tools\n  PreDepends: init\n |Depends: libjemalloc2\n  Depends: <virtual>\n    real\n  Suggests: x\n')).toEqual(['init', 'libjemalloc2']);
});

it('reads what ldd misses, once', () => expect(parseMissing('a:\n\tlibx.so.1 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0)\nb:\n\tlibx.so.1 => not found\n')).toEqual(['libx.so.1']));

describe('aptFailure', () => {
  it.each([
    ['E: Failed to fetch http://m/x  Could not connect to m', /mirror .* cannot be reached/],
    ['W: GPG error: x NO_PUBKEY 1\nE: The repository is not signed.', /signature/],
    ['E: Unable to locate package x', /^Unable to locate/],
  ])('of %j', (stderr, sentence) => expect(aptFailure({ code: 100, stdout: '', stderr })).toMatch(sentence));
  it('without apt', () => expect(aptFailure({ code: 127, stdout: '', stderr: '' })).toMatch(/no apt-get/));
});
