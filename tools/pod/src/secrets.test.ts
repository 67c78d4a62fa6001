import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepSecrets, readSecrets } from './secrets.ts';

it('makes secrets once, for their owner only', () => {
  const dir = mkdtempSync(join(tmpdir(), 'secrets-'));
  const file = join(dir, 'state', 'secrets.json');
  const made = keepSecrets(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(keepSecrets(file)).toEqual(made);
  rmSync(dir, { recursive: true });
});

it.each([
  ['{', /^s\.json is not readable as JSON\. Restore/],
  ['{"podSecret":"x"}', /lacks keyEncryptionKey, natsPassword, natsSystemPassword/],
  [JSON.stringify({ podSecret: 'short', keyEncryptionKey: 'a', natsPassword: 'b', natsSystemPassword: 'c' }), /fewer than 32/],
])('refuses %j in a sentence', (text, sentence) => expect(() => readSecrets(text, 's.json')).toThrow(sentence));
