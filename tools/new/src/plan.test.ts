import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { Changes } from './changes.ts';
import { readCommand } from './command.ts';
import { plan } from './plan.ts';

const root = resolve(import.meta.dirname, '../../..');
const now = new Date('2027-01-02T03:04:00Z');
const planned = (line: string) => {
  const changes = new Changes(root);
  plan(changes, readCommand(line.split(' '))!, now);
  return changes.list();
};

it.each([
  ['service forum', /called forum already/], ['service boundaries', /called boundaries already/], ['service TimeBank', /Try: time-bank/],
  ['service weather --thing topic', /The route listTopics .* of forum exists/], ['service posters --thing post', /exists already/],
  ['capability posts', /--in <service>\. There are: .*forum.*user/], ['capability posts --in nowhere', /--in knows .*forum.*; not nowhere/], ['capability topics --in user', /listTopics/],
  ['event topic.created', /--to <service>/], ['event topic.created --to nowhere', /--to knows .*; not nowhere/], ['event topic.created --to badge --owner forum', /exists already\. Leave out --owner/],
  ['event topic.created --to notification', /notification handles topic\.created already, in apps\/notification\//], ['event topic.painted --to user', /--owner <service>/],
  ['event topic.painted --owner forum --to user --fields topicId:colour', /one of id, text/], ['event topic.painted --owner forum --to user --order byId', /--order knows topicId; not byId/],
  ['event topic.painted --owner forum --to user --fields email:text', /looks personal/], ['event topic.painted --owner forum --to user --fields stars:int', /order is kept by/],
  ['migration x', /--in <service>/], ['migration x --in user --table a --column b.c:int', /not both/], ['migration x --in user --column profiles', /write table\.column:type/],
  ['migration x --in user --column nothing.c:int', /user has the tables user_profiles/], ['migration x --in user --column profiles.handle:text', /has a column handle already/], ['migration forum_votes --in forum', /1510_forum_votes\.sql exists already/], ['migration x --in user --table profiles', /a table user_profiles already/],
  ['page weather', /--list knows .*listTopics.*; not listWeather/], ['page badges --list listBadges', /features\/badges\/api\/keys\.ts exists already/],
])('refuses %j', (line, sentence) => expect(() => planned(line)).toThrow(sentence));

it.each(['auth', 'badge', 'course', 'event', 'files', 'forum', 'notification', 'territory', 'user', 'websocket'])('finds the places of a capability in %s, and of a handler', (service) => {
  expect(planned(`capability odd-notes --in ${service}`).map(({ path }) => path)).toContain(`apps/${service}/test/odd-notes.itest.ts`);
  if (service === 'event') return expect(() => planned('event odd_note.read --owner user --to event')).toThrow(/event handles odd_note\.read already, in apps\/event\/src\/audit\//);
  expect(planned(`event odd_note.read --owner user --to ${service}`).map(({ path }) => path)).toContain(`apps/${service}/test/odd-note-read.itest.ts`);
});

it('makes a migration come after the newest of its owner', () => {
  const [file] = planned('migration add_x --in user');
  expect(file!.path).toBe('apps/user/src/db/migrations/territory/20270102_0304_add_x.sql');
  const early = new Changes(root);
  plan(early, readCommand(['migration', 'add_x', '--in', 'user'])!, new Date(0));
  expect(early.list()[0]!.path > 'apps/user/src/db/migrations/territory/20261121_1000').toBe(true);
});

it.each(['listTerritories', 'listBadges', 'listFiles', 'listTopics', 'listTerritoryOrders'])('makes a page of %s', (list) => {
  expect(planned(`page all-things --list ${list}`).map(({ path }) => path)).toContain('apps/frontend/src/features/all-things/components/all-things-list.tsx');
});

it('refuses to change files with work in them that is not committed', () => {
  const dir = mkdtempSync(join(tmpdir(), 'unclean-'));
  try {
    execFileSync('git', ['init', '-q'], { cwd: dir });
    writeFileSync(join(dir, 'a.txt'), 'work\n');
    const changes = new Changes(dir);
    changes.edit('a.txt', (text) => `${text}more\n`);
    expect(() => changes.refuseUnclean()).toThrow(/not committed:\n {2}a\.txt/);
    expect(() => changes.create('a.txt', '')).toThrow('a.txt exists already');
  } finally {
    rmSync(dir, { recursive: true });
  }
});
