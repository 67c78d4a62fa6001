import type { Gate } from '../lib/gates.ts';
import { gateWords } from '../lib/gate-words.ts';
import { useBadgeName } from './use-badge-name.ts';
import { useTranslation } from './use-translation.ts';

/** Says a rule in plain words, with the names of badges in the reader's language. */
export function useGateWords(): (gate: Gate) => string {
  const { t } = useTranslation('badges');
  const nameOf = useBadgeName();
  return (gate) =>
    gateWords(gate, nameOf, {
      everyone: t('gate.everyone'),
      member: t('gate.member'),
      badge: (name, level, valid, from) =>
        [name, t(level > 1 ? 'gate.levelFrom' : 'gate.level', { level }), valid ? t('gate.valid') : t('gate.evenExpired'), ...(from === 'sovereign' ? [] : [from === 'above' ? t('gate.above') : t('gate.at', { territory: from })])].join(', '),
      and: t('gate.and'),
      or: t('gate.or'),
      atLeast: (count, list) => t('gate.atLeast', { count, list }),
      anyone: (what) => t('gate.anyone', { what }),
    });
}
