import type { Territory } from './territory.ts';

const nation = (id: string, names: Territory['names'], geographicCountries: string[], defaultLanguage: string): Territory => ({
  id,
  kind: 'first_nation',
  names,
  parent: null,
  sovereign: id,
  geographicCountries,
  defaultLanguage,
  podId: null,
  status: 'listed',
  routingEpoch: 1,
});

/** The First Nations of the seeds (S0). The country in an id is geography; none of them has a parent. */
export const FIRST_NATIONS: readonly Territory[] = [
  nation('CHEROKEE-FN-US', { en: 'Cherokee Nation', da: 'Cherokee-nationen', own: 'ᏣᎳᎩᎯ ᎠᏰᎵ' }, ['US'], 'chr'),
  nation('CREE-FN-CA', { en: 'Cree Nation', da: 'Cree-nationen', own: 'ᓀᐦᐃᔭᐤ' }, ['CA'], 'cr'),
  nation('HAIDA-FN-CA', { en: 'Haida Nation', da: 'Haida-nationen', own: 'X̱aayda' }, ['CA'], 'hai'),
  nation('INUIT-FN-CA', { en: 'Inuit', da: 'Inuit', own: 'ᐃᓄᐃᑦ' }, ['CA'], 'iu'),
  nation('MAORI-FN-NZ', { en: 'Māori', da: 'Maori', own: 'Māori' }, ['NZ'], 'mi'),
  nation('NAVAJO-FN-US', { en: 'Navajo Nation', da: 'Navajo-nationen', own: 'Naabeehó Bináhásdzo' }, ['US'], 'nv'),
  nation('SAMI-FN-NO', { en: 'Sámi', da: 'Samerne', own: 'Sápmi' }, ['NO', 'SE', 'FI', 'RU'], 'se'),
  nation('YOLNGU-FN-AU', { en: 'Yolŋu', da: 'Yolŋu', own: 'Yolŋu' }, ['AU'], 'djr'),
  nation('ZAPOTEC-FN-MX', { en: 'Zapotec', da: 'Zapotekerne', own: 'Bënizàa' }, ['MX'], 'zap'),
];
