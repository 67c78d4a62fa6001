import { expect, it } from 'vitest';
import { bodyAgain, bodyOf, faultsOf, newCommunity, suffixOf, typedSuffix } from './community-draft.ts';

it.each([
  ['Aarhus', 'AARHUS'], ['Ærø Kommune', 'AEROE-KOMMUNE'], ['  Åland & øer  ', 'AALAND-OEER'], ['Māori', 'MAORI'], ['Yolŋu', 'YOLNGU'], ['ᐃᓄᐃᑦ', ''], ['X̱aayda', 'XAAYDA'],
  ['A very long name that nobody would ever want in an address', 'A-VERY-LONG-NAME-THAT-NO'],
])('suggests for %s the id %s', (name, suffix) => expect(suffixOf(name)).toBe(suffix));

it('puts right what is typed', () => expect(typedSuffix('new port_2')).toBe('NEW-PORT-2'));

it('says what is not in order, and makes a body of what is', () => {
  const draft = newCommunity('da');
  expect(faultsOf(draft, 'DK')).toEqual(['suffix', 'name.en', 'name.da']);
  expect(faultsOf({ ...draft, suffix: 'A--B', name: { en: '42', da: 'x'.repeat(121) }, own: '!' }, 'DK')).toEqual(['suffix', 'name.en', 'name.da', 'own']);
  expect(faultsOf({ ...draft, suffix: 'A'.repeat(51), name: { en: 'A', da: 'A' } }, 'DK')).toEqual(['suffix']);
  expect(bodyOf(draft, 'DK')).toBeUndefined();
  expect(bodyOf({ ...draft, suffix: 'NUUK', name: { en: ' Nuuk ', da: 'Nuuk' }, own: ' ' }, 'DK')).toEqual({ territoryId: 'DK-NUUK', name: { en: 'Nuuk', da: 'Nuuk' }, parent: 'DK', defaultLanguage: 'da' });
});

it('asks again for what failed in the words of the first order', () => {
  const name = { en: 'Nuuk', da: 'Nuuk', own: 'Nuuk' };
  const failed = { orderId: 'o', territoryId: 'DK-NUUK', name, parent: 'DK', defaultLanguage: 'da', status: 'failed', step: 'recorded', problem: { en: 'No', da: 'Nej' }, createdAt: '', doneAt: '', host: null } as const;
  expect(bodyAgain(failed)).toEqual({ territoryId: 'DK-NUUK', name, parent: 'DK', defaultLanguage: 'da' });
});
