import { inMemoryRegistry, REFERENCE_TERRITORIES } from '@unityplan/territory';
import { expect, it } from 'vitest';
import { commandOf, type Creation } from './command.ts';
import { nearest } from './nearest.ts';
import { wishOf } from './wish.ts';

const registry = inMemoryRegistry(REFERENCE_TERRITORIES);

it('reads each command', () => {
  expect(commandOf(['suspend', 'dk-ribe', '--reason', ' Flooded '])).toEqual({ name: 'suspend', territory: 'DK-RIBE', reason: 'Flooded' });
  expect(commandOf(['archive', 'DK-RIBE', '--reason', 'Empty', '--for-good'])).toMatchObject({ name: 'archive' });
  expect(commandOf(['list', '--all'])).toEqual({ name: 'list', all: true });
  expect(commandOf(['create', 'se', '--database', 'unityplan_se'])).toMatchObject({ territory: 'SE', database: 'unityplan_se', en: undefined });
  expect(commandOf(['create', 'NZ-X', '--name', 'A\u030Aland', '--parent', 'nz'])).toMatchObject({ en: 'Åland', parent: 'NZ' });
  expect([commandOf([]), commandOf(['create', '--help'])]).toEqual([undefined, undefined]);
});

it.each([
  [['destroy', 'DK'], 'The commands are create, suspend, resume, archive and list; not destroy'],
  [['constructor', 'DK'], 'not constructor'],
  [['suspend'], 'Which territory?'],
  [['suspend', 'D K', '--reason', 'Why'], 'not a territory id'],
  [['suspend', 'DK'], '--reason takes 3 to 500'],
  [['suspend', 'DK', '--reason', 'no'], '--reason takes 3 to 500'],
  [['suspend', 'DK', '--name', 'x', '--reason', 'Why'], '--name does not belong to suspend'],
  [['archive', 'DK', '--reason', 'Why'], 'cannot be undone'],
  [['create', 'DK-X', 'Y'], 'a word too much: Y'],
  [['list', 'DK'], 'a word too much: DK'],
  [['create', 'DK-X', '--language', 'tlh'], '--language takes en or da'],
  [['create', 'DK-X', '--countries', 'Denmark'], '--countries takes codes'],
  [['create', 'DK-X', '--database', 'Unity Plan'], '--database takes a name'],
  [['create', 'DK-X', '--database', 'x; drop'], '--database takes a name'],
  [['create', 'DK-X', '--name', '\u202Ex'], '--name: Write it on one line'],
  [['create', 'DK-X', '--kind', 'planet'], '--kind takes country or first-nation'],
  [['create', 'DK', '--force'], '--force'],
])('refuses %j with a sentence', (args, sentence) => expect(() => commandOf(args)).toThrow(sentence));

const wish = (...args: string[]) => wishOf(commandOf(['create', ...args]) as Creation, registry);

it('takes what is listed from the list, and lets what was typed go first', () => {
  expect(wish('SE')).toEqual({ territory: 'SE', kind: 'country', parent: null, name: { en: 'Sweden', da: 'Sverige', own: 'Sverige' }, geographicCountries: ['SE'], defaultLanguage: 'sv', database: null });
  expect(wish('MAORI-FN-NZ')).toMatchObject({ kind: 'first_nation', parent: null, name: { en: 'Māori', own: 'Māori' }, geographicCountries: ['NZ'] });
  expect(wish('DK-COPENHAGEN', '--language', 'en')).toMatchObject({ kind: 'community', parent: 'DK', defaultLanguage: 'en' });
});

it('treats a First Nation as it treats a country', () => {
  for (const kind of ['country', 'first-nation'])
    expect(wish('TUVAN', '--kind', kind, '--name', 'Tuva', '--countries', 'RU')).toEqual({ territory: 'TUVAN', kind: kind.replace('-', '_'), parent: null, name: { en: 'Tuva', da: 'Tuva', own: undefined }, geographicCountries: ['RU'], defaultLanguage: 'en', database: null });
});

it('makes a community as its parent is, where nothing else is said', () => {
  expect(wish('HAIDA-FN-CA-SKIDEGATE', '--name', 'Skidegate', '--parent', 'HAIDA-FN-CA')).toMatchObject({ kind: 'community', parent: 'HAIDA-FN-CA', geographicCountries: ['CA'] });
});

it.each([
  [['SEE'], 'SEE is not listed. Did you mean EE or SE?'],
  [['DK-COPENHAGN'], 'Did you mean DK-COPENHAGEN?'],
  [['Danmark'], 'Did you mean DK?'],
  [['QQQQQQQQ'], 'QQQQQQQQ is not listed. To create it, add --name, and --kind country, --kind first-nation or --parent ID.'],
  [['DK-RIBE', '--parent', 'DK'], 'To create it, add --name.'],
  [['NEWLAND', '--name', 'Newland'], 'say what it is with --kind'],
  [['HAIDA-FN-CA', '--parent', 'CA'], 'HAIDA-FN-CA is a First Nation: nothing stands above it'],
  [['NEWNATION', '--name', 'x', '--kind', 'first-nation', '--parent', 'CA'], 'nothing stands above it'],
  [['HAIDA-FN-CA', '--kind', 'country'], 'listed as a First Nation, not as a country'],
  [['DK-COPENHAGEN', '--parent', 'NO'], 'listed below DK, not below NO'],
  [['XX-RIBE', '--name', 'Ribe', '--parent', 'XX'], 'There is no territory XX'],
  [['NEWLAND', '--name', 'x', '--kind', 'community'], 'A community needs the territory above it'],
])('refuses %j with a sentence', (args, sentence) => expect(() => wish(...args)).toThrow(sentence));

it('suggests nothing for what is like nothing', () => expect(nearest('QQQQQQQQ', registry.all())).toEqual([]));
