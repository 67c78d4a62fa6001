import { describe, expect, it } from 'vitest';
import { commonWords } from './common-words.ts';
import { isGuessable } from './passwords.policy.ts';

const context = ['unityplan', 'Denmark', 'Danmark', 'DK', 'freja.holm'];

describe('a password', () => {
  it.each(['password', 'Password1', 'P4ssw0rd!', 'p@ssw0rd', 'sommer2026', 'qwertyui', '12345678', '87654321', '11111111', 'abcdefgh', '1234512345', 'abababab', 'kodeord123', 'HejHej2024'])(
    'is refused when everyone tries it: %s',
    (password) => expect(isGuessable(password, context)).toBe(true),
  );
  it.each(['unityplan', 'UnityPlan2026', 'denmark1!', 'Danmark-1849', 'frejaholm', 'freja.holm', 'holm123456', 'denmarkdenmark', 'hello-unityplan1'])(
    'is refused when it is a word of the place or the person: %s',
    (password) => expect(isGuessable(password, context)).toBe(true),
  );
  it.each(['correct horse battery staple', 'fire uafhængige ord her', 'k2#vQ9!x', 'my grandmother in Denmark bakes', '  spaces are fine  ', '雨の中を歩く猫三匹', 'xk39fh2m', '94718250', 'freja likes 3 old bridges'])(
    'is accepted when it is not: %s',
    (password) => expect(isGuessable(password, context)).toBe(false),
  );
  it('is compared with some three hundred words', () => {
    expect(commonWords.size).toBeGreaterThan(280);
  });
  it('is not refused for a short local part', () => {
    expect(isGuessable('abk39fh2m', ['ab'])).toBe(false);
  });
});
