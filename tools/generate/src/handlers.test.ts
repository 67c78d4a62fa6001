import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { badge, forum } from '@unityplan/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listenersOf } from './handlers.ts';

let root: string;
beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'handlers-')); });
afterEach(() => rmSync(root, { recursive: true }));
const write = (app: string, text: string): void => {
  mkdirSync(join(root, 'apps', app, 'src', 'things'), { recursive: true });
  writeFileSync(join(root, 'apps', app, 'src', 'things', 'things.handlers.ts'), text);
};

it('finds who handles and who hears, also under another name of the owner', () => {
  write('course', "import { badge as badges, forum } from '@unityplan/contracts';\n  @Hears(badges.badgeDefined)\n  @Handles(forum.topicCreated)");
  write('user', "import { forum, type EventOf } from '@unityplan/contracts';\n  @Handles(forum.topicCreated)");
  const listeners = listenersOf(root);
  expect(listeners(badge.badgeDefined)).toEqual({ handle: [], hear: ['course'] });
  expect(listeners(forum.topicCreated)).toEqual({ handle: ['course', 'user'], hear: [] });
  expect(listeners(forum.postCreated)).toEqual({ handle: [], hear: [] });
});

it('does not pass over a handler it cannot place', () => {
  write('user', "import { forum } from '@unityplan/contracts';\n  @Handles(forum.topicPainted)");
  expect(() => listenersOf(root)).toThrow('forum.topicPainted');
});
