import type { FlagKind } from '@unityplan/sdk';
import { RadioGroup } from '@unityplan/ui';
import { useTranslation } from '../hooks/use-translation.ts';

/** The rules a post can break, as flags and decisions name them. */
const rules = ['spam', 'abuse', 'off_topic', 'personal_data', 'other'] as const satisfies readonly FlagKind[];

interface Props {
  legend?: string;
  chosen: FlagKind | undefined;
  /** Someone tried to go on: a missing choice is said. */
  tried: boolean;
  onChoose: (rule: FlagKind) => void;
  noteOf?: (rule: FlagKind) => string;
}

/** Which rule a post breaks. */
export function RuleChoice({ legend, chosen, tried, onChoose, noteOf }: Props) {
  const { t } = useTranslation('moderation');
  return (
    <RadioGroup legend={legend ?? t('rule')} chosen={chosen} onChoose={onChoose} error={tried && !chosen ? t('ruleNeeded') : undefined}
      choices={rules.map((key) => ({ key, label: t(`rules.${key}`), ...(noteOf ? { note: noteOf(key) } : {}) }))} />
  );
}
