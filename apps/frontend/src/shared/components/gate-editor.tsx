import { useTranslation } from '../hooks/use-translation.ts';
import type { Gate } from '../lib/gates.ts';
import { RadioGroup } from '@unityplan/ui';
import { useId, useState } from 'react';
import { useGateWords } from '../hooks/use-gate-words.ts';
import { gateOf, groupOf, isUnfinished, type GroupDraft } from '../lib/gate-draft.ts';
import { GateGroup } from './gate-group.tsx';

type Who = 'nobody' | 'everyone' | 'member' | 'badges';

interface Props {
  legend: string;
  /** The rule when the editor opens; to show another, give the editor another key. */
  value: Gate | null;
  /** What may be chosen beside badges; `nobody` stands for no rule at all. */
  open: readonly Exclude<Who, 'badges'>[];
  /** What the choice without a rule is called: "No prerequisites". */
  withoutRule?: string;
  onChange: (gate: Gate | null) => void;
}

const whoIs = (gate: Gate | null): Who => (!gate ? 'nobody' : gate.rule === 'everyone' || gate.rule === 'member' ? gate.rule : 'badges');

/** Makes a rule: for whom, with which badges, joined how, and says it back in plain words. Unfinished lines count for nothing yet. */
export function GateEditor({ legend, value, open, withoutRule, onChange }: Props) {
  const { t } = useTranslation('badges');
  const say = useGateWords();
  const id = useId();
  const [who, setWho] = useState<Who>(() => whoIs(value));
  const [group, setGroup] = useState<GroupDraft>(() => groupOf(value));
  const ruleOf = (whom: Who, draft: GroupDraft): Gate | null => (whom === 'nobody' ? null : whom === 'badges' ? gateOf(draft) : { rule: whom });
  const change = (whom: Who, draft: GroupDraft) => {
    setWho(whom);
    setGroup(draft);
    onChange(ruleOf(whom, draft));
  };
  const gate = ruleOf(who, group);
  const names: Record<Who, string> = { nobody: withoutRule ?? t('editor.nobody'), everyone: t('editor.everyone'), member: t('editor.member'), badges: t('editor.badges') };
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup legend={legend} chosen={who} onChoose={(next) => change(next, group)} choices={[...open, 'badges' as const].map((key) => ({ key, label: names[key] }))} />
      {who === 'badges' && <GateGroup group={group} depth={0} onChange={(next) => change('badges', next)} />}
      <p id={id} role="status" className="rounded-md bg-sunken px-4 py-3">
        {who === 'badges' && !gate ? t('editor.choose') : <><span className="text-muted">{t('editor.preview')}</span> {gate ? t('open', { who: say(gate) }) : names.nobody}</>}
        {who === 'badges' && gate && isUnfinished(group) && <span className="block text-sm text-muted">{t('editor.unfinished')}</span>}
      </p>
    </div>
  );
}
