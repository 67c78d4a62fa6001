import type { TopicSummary } from '@unityplan/sdk';
import { Button, TextField } from '@unityplan/ui';
import { useEffect, useState, type FormEvent, type RefObject } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { useCreateTopic } from '../api/create-topic.ts';
import { isEmpty, type DraftText } from '../drafts/draft-machine.ts';
import { DraftStatus } from '../drafts/draft-status.tsx';
import type { ServerDraft } from '../drafts/use-server-draft.ts';
import { useTopicDraft } from '../drafts/use-topic-draft.ts';
import { PostEditor } from './post-editor.tsx';

interface Props {
  /** Undefined until one is chosen. */
  categoryId: string | undefined;
  memberId: string;
  /** What was written before a category was chosen. */
  loose: DraftText;
  onLoose: (text: DraftText) => void;
  /** What is being written, for whoever moves it to another category. */
  writing: RefObject<ServerDraft | undefined>;
  onDone: (topic: TopicSummary) => void;
  /** Someone wanted to post without a category. */
  onMissing: () => void;
}

const within = (text: string, min: number, max: number) => text.trim().length >= min && text.trim().length <= max;

/** Title and text of a new topic, kept as a draft while they are written. */
export function TopicFields({ categoryId, memberId, loose, onLoose, writing, onDone, onMissing }: Props) {
  const { t } = useTranslation('forum');
  const create = useCreateTopic();
  const draft = useTopicDraft(memberId, categoryId, loose, onLoose);
  useEffect(() => { writing.current = draft; });
  const { title, markdown } = draft.text;
  // One key for one text: pressing twice, or again after a broken connection, opens one topic.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const titleFault = within(title, 5, 150) ? undefined : t('create.faults.title');
  const textFault = within(markdown, 2, 30_000) ? undefined : t(markdown.trim().length < 2 ? 'create.faults.text' : 'create.faults.textLong');
  const change = (text: Partial<DraftText>) => { draft.type(text); setKey(crypto.randomUUID()); };
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (!categoryId) onMissing();
    if (!categoryId || titleFault || textFault || busy || draft.status === 'conflict') return;
    setBusy(true);
    setProblem(undefined);
    try {
      const topic = await create({ categoryId, title: title.trim(), markdown: markdown.trim(), draftRevision: draft.revision }, key);
      draft.clear(true);
      onDone(topic);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-6">
      {problem !== undefined && <ProblemState error={problem} />}
      <TextField label={t('create.topicTitle')} hint={t('create.titleHint')} autoComplete="off" value={title} error={tried ? titleFault : undefined} onChange={(event) => change({ title: event.target.value })} />
      <div className="flex flex-col gap-2">
        <PostEditor label={t('create.text')} labelShown hint={t('create.hint')} placeholder={t('create.placeholder')} value={markdown} error={tried ? textFault : undefined} onChange={(text) => change({ markdown: text })} onSubmit={() => void submit()} />
        <DraftStatus draft={draft} />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={busy}>{t('create.send')}</Button>
        {!isEmpty(draft.text) && <Button tone="quiet" onClick={() => draft.clear(false)}>{t('draft.fresh')}</Button>}
      </div>
    </form>
  );
}
