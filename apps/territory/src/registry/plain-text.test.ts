import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

it.each([
  ['København', 'kobenhavn'],
  ['Åland', 'aland'],
  ['Māori', 'maori'],
  ['X̱aayda', 'xaayda'],
  ['Naabeehó Bináhásdzo', 'naabeeho binahasdzo'],
  ['Yolŋu', 'yolnu'],
  ['Côte d’Ivoire', 'cote divoire'],
  ['ᏣᎳᎩᎯ ᎠᏰᎵ', 'ᏣᎳᎩᎯ ᎠᏰᎵ'.toLowerCase()],
])('%s is typed %s', (written, typed) => expect(plainText(written)).toBe(typed));
