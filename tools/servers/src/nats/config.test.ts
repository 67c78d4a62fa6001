import { describe, expect, it } from 'vitest';
import type { NatsConfig } from './config.ts';
import { natsConfig, quote } from './config.ts';

const config: NatsConfig = {
  port: 4222,
  httpPort: 8222,
  serverName: 'no',
  domain: 'no',
  storeDir: '/state/nats/jetstream',
  syncInterval: 'always',
  accounts: [{ name: 'no', user: 'off', password: 'a"b\\c', jetstream: true }],
};

describe('natsConfig', () => {
  it('quotes every name, as an unquoted no is false', () => {
    const text = natsConfig(config);
    expect(text).toContain('server_name: "no"\n');
    expect(text).toContain('domain: "no"\n');
    expect(text).toContain('"no": { users: [ { user: "off", password: "a\\"b\\\\c" } ], jetstream: enabled }');
    expect(text).not.toMatch(/: no\b/);
  });

  it('has the system account even when the caller names none', () => {
    expect(natsConfig(config)).toContain('"SYS": { users: [] }');
    expect(natsConfig(config)).toContain('system_account: "SYS"');
  });

  it('keeps JetStream out of the system account, where the server refuses it', () => {
    const text = natsConfig({ ...config, accounts: [{ name: 'SYS', user: 's', password: 'p', jetstream: true }] });
    expect(text.match(/"SYS"/g)).toHaveLength(2);
    expect(text).not.toContain('enabled');
  });

  it('listens on loopback only and syncs each write', () => {
    expect(natsConfig(config)).toContain('listen: "127.0.0.1:4222"');
    expect(natsConfig(config)).toContain('http: "127.0.0.1:8222"');
    expect(natsConfig(config)).toContain('sync_interval: "always"');
  });

  it('refuses characters that would end the line', () => expect(() => quote('a\nb')).toThrow(/control characters/));
});
