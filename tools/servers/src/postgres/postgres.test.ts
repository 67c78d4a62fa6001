import { describe, expect, it } from 'vitest';
import { outsideName } from './home.ts';
import { pickUser } from './server-user.ts';
import { durable, forTests, postgresArgs } from './settings.ts';

describe('postgresArgs', () => {
  it('merges settings and keeps the fixed ones', () => {
    const args = postgresArgs('/data', 5432, { ...forTests, listen_addresses: '*', max_connections: 50 });
    expect(args.slice(0, 2)).toEqual(['-D', '/data']);
    expect(args).toContain('listen_addresses=127.0.0.1');
    expect(args).not.toContain('listen_addresses=*');
    expect(args).toEqual(expect.arrayContaining(['max_connections=50', 'fsync=off', 'jit=off', 'port=5432', 'unix_socket_directories=']));
  });

  it('is durable unless told otherwise', () => expect(Object.keys(durable)).not.toContain('fsync'));
});

describe('pickUser', () => {
  const nobody = 'root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534::/:/usr/sbin/nologin\n';

  it('prefers postgres', () => expect(pickUser(`${nobody}postgres:x:101:104::/var/lib/postgresql:/bin/bash\n`)?.uid).toBe(101));
  it('takes nobody else', () => expect(pickUser(nobody)).toEqual({ name: 'nobody', uid: 65534, gid: 65534 }));
  it('never takes root', () => expect(pickUser('postgres:x:0:0::/:/bin/sh')).toBeUndefined());
});

it('names a folder outside anew for each clone at the same path', () => {
  const names = [outsideName('/root/x y/.state'), outsideName('/root/x y/.state')];
  expect(names[0]).toMatch(/^x_y-[0-9a-f]{12}-[0-9a-f]{6}$/);
  expect(names[0]).not.toBe(names[1]);
});
