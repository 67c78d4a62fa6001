import { describe, expect, it } from 'vitest';
import { diedAtStart, explain, notFound, portTaken, ServerError, wrongVersion } from './errors.ts';
import { withoutPassword } from './find/from-url.ts';

const fsError = (code: string): Error => Object.assign(new Error(`${code}: something, mkdir '/x'`), { code, path: '/x' });

describe('sentences', () => {
  it.each([
    [portTaken('redis', 6379, 'redis-server, process 7'), 'Port 6379 for Redis is already taken by redis-server, process 7; stop that or choose another port.'],
    [portTaken('redis', 6379, undefined), 'Port 6379 for Redis is already taken; stop that or choose another port.'],
    [wrongVersion('postgres', 'db', '14.1', 'version 15 to 18'), 'PostgreSQL at db is version 14.1, but UnityPlan needs version 15 to 18.'],
    [diedAtStart('nats', 'no', '/l'), 'NATS ended while it was starting: no (log: /l).'],
    [explain('redis', 'starting Redis', fsError('ENOSPC')), 'The disk is full: starting Redis failed at /x.'],
    [explain('redis', 'starting Redis', new Error('write: No space left on device')), 'The disk is full: starting Redis failed.'],
  ])('%s', (error, sentence) => expect(error.message).toBe(sentence));

  it('name the one line to run', () => {
    expect(notFound('postgres', 'v', 'why').message).toContain('run `sudo apt-get install -y postgresql`');
    expect(notFound('nats', 'v', 'why').message).toContain('`NATS_URL=nats://host:4222 npm start`');
  });
  it('name the folder without rights', () => expect(explain('redis', 'starting', fsError('EACCES')).message).toMatch(/^No rights to use \/x: /));
  it('are kept when they already are sentences', () => {
    const error = new ServerError('One.', 'nats');
    expect(explain('redis', 'x', error)).toBe(error);
  });
  it('are one line', () => expect(explain('redis', 'x', new Error('\na\nb')).message).toBe('x failed: a.'));
});

it('hides passwords of addresses', () => expect(withoutPassword('postgres://u:p%20w@h/db')).toBe('postgres://u:***@h/db'));
