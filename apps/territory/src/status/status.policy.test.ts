import { expect, it } from 'vitest';
import { checkChange, type NewStatus, type Standing } from './status.policy.ts';

const open: Standing = { territory: 'DK-RIBE', status: 'active', podId: 'dk', openBelow: [], othersOpen: true };

it.each<[string, Partial<Standing>, NewStatus, string]>([
  ['suspending', {}, 'suspended', 'fits'],
  ['resuming', { status: 'suspended', othersOpen: false }, 'active', 'fits'],
  ['archiving', {}, 'archived', 'fits'],
  ['archiving what is suspended', { status: 'suspended', othersOpen: false }, 'archived', 'fits'],
  ['the same again', { othersOpen: false }, 'active', 'fits'],
  ['archived again', { status: 'archived' }, 'archived', 'fits'],
  ['the way back from the archive', { status: 'archived' }, 'active', 'territory_archived'],
  ['archiving above others', { openBelow: ['DK-RIBE-A'] }, 'archived', 'territory_has_communities'],
  ['suspending above others', { openBelow: ['DK-RIBE-A'] }, 'suspended', 'fits'],
  ['suspending the last', { othersOpen: false }, 'suspended', 'territory_last'],
  ['archiving the last', { othersOpen: false }, 'archived', 'territory_last'],
  ['one that is only listed', { status: 'listed', podId: null }, 'active', 'territory_not_served'],
  ['one of another pod', { podId: 'no' }, 'suspended', 'territory_not_served'],
])('%s', (_what, change, status, expected) => {
  let found = 'fits';
  try {
    checkChange({ ...open, ...change }, status, 'dk');
  } catch (error) {
    found = (error as { contract: { code: string } }).contract.code;
  }
  expect(found).toBe(expected);
});
