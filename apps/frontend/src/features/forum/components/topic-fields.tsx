import type { TopicSummary } from '@unityplan/sdk';
import { Button, TextField } from '@unityplan/ui';
import { useEffect, useState, type FormEvent, type RefObject } from 'react';
import { ProblemState } from '../../../shared/components/problem-state.tsx';
import { useKeyFor } from '../../../shared/hooks/use-key-for.ts';
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
  const draft = useTopicDraft(memberId, categoryId, loose, onLoose);
  useEffect(() => { writing.current = draft; });
  const { title, markdown } = draft.text;
  const keyFor = useKeyFor();
  const [tried, setTried] = useState(false);
  const create = useCreateTopic(draft);
  const titleFault = within(title, 5, 150) ? undefined : t('create.faults.title');
  const textFault = within(markdown, 2, 30_000) ? undefined : t(markdown.trim().length < 2 ? 'create.faults.text' : 'create.faults.textLong');
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (!categoryId) onMissing();
    if (!categoryId || titleFault || textFault || create.isPending || draft.status === 'conflict') return;
    const body = { categoryId, title: title.trim(), markdown: markdown.trim() };
    create.mutate({ body, idempotencyKey: keyFor(body) }, { onSuccess: onDone });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      {create.error && <ProblemState error={create.error} />}
      <TextField label={t('create.topicTitle')} hint={t('create.titleHint')} autoComplete="off" value={title} error={tried ? titleFault : undefined} onChange={(event) => draft.type({ title: event.target.value })} />
      <div className="flex flex-col gap-2">
        <PostEditor label={t('create.text')} labelShown hint={t('create.hint')} placeholder={t('create.placeholder')} value={markdown} error={tried ? textFault : undefined} onChange={(text) => draft.type({ markdown: text })} onSubmit={() => submit()} />
        <DraftStatus draft={draft} />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={create.isPending || create.isSuccess}>{t('create.send')}</Button>
        {!isEmpty(draft.text) && <Button tone="quiet" onClick={() => draft.clear(false)}>{t('draft.fresh')}</Button>}
      </div>
    </form>
  );
}
