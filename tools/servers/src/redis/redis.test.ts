import { describe, expect, it } from 'vitest';
import { encode } from './ask.ts';
import { quote, redisConfig } from './config.ts';

describe('redisConfig', () => {
  const text = redisConfig({ port: 6379, folder: '/a b', password: 'p"w', databases: 64 });

  it('writes nothing to disk and listens on loopback only', () => {
    expect(text).toContain('bind 127.0.0.1\n');
    expect(text).toContain('save ""\n');
    expect(text).toContain('appendonly no\n');
  });

  it('quotes what may hold blanks or quotes', () => {
    expect(text).toContain('dir "/a b"\n');
    expect(text).toContain('requirepass "p\\"w"\n');
    expect(quote('a\nb')).toBe('"a\\nb"');
  });
});

it('counts bytes, not characters, in a command', () => expect(encode(['AUTH', 'æ'])).toBe('*2\r\n$4\r\nAUTH\r\n$2\r\næ\r\n'));
