import type { Category, TopicSummary } from '@unityplan/sdk';
import { Select } from '@unityplan/ui';
import { useRef, useState } from 'react';
import { AccessNotice } from '../../../shared/components/access-notice.tsx';
import { useDraft } from '../../../shared/hooks/use-draft.ts';
import { useTranslation } from '../../../shared/hooks/use-translation.ts';
import { inLanguage } from '../../../shared/lib/territory.ts';
import { blank, isEmpty } from '../drafts/draft-machine.ts';
import type { ServerDraft } from '../drafts/use-server-draft.ts';
import { TopicFields } from './topic-fields.tsx';

interface Props {
  categories: readonly Category[];
  categoryId: string | undefined;
  memberId: string;
  onDone: (topic: TopicSummary) => void;
}

/** Opens a topic: where, then what. A category that is closed to the member says so, and how to get in. */
export function TopicForm({ categories, categoryId, memberId, onDone }: Props) {
  const { t, language } = useTranslation('forum');
  const [chosen, setChosen] = useState(() => (categories.some((each) => each.categoryId === categoryId) ? categoryId! : ''));
  // Written before a category was chosen: it has no place on the server yet, and goes along to the one that is, also when another is.
  const [looseTitle, setLooseTitle] = useDraft(`${memberId}.new.title`);
  const [looseText, setLooseText] = useDraft(`${memberId}.new.text`);
  const [tried, setTried] = useState(false);
  const category = categories.find((each) => each.categoryId === chosen);
  const closed = category && !(category.may.create.allowed && category.may.read.allowed);
  const writing = useRef<ServerDraft>(undefined);
  const choose = (next: string) => {
    setTried(false);
    const draft = writing.current;
    if (chosen && draft && !isEmpty(draft.text)) {
      setLooseTitle(draft.text.title);
      setLooseText(draft.text.markdown);
      draft.clear(false);
    }
    setChosen(next);
  };
  const loose = { ...blank, title: looseTitle, markdown: looseText };
  return (
    <div className="flex flex-col gap-6">
      <Select label={t('create.category')} value={chosen} error={tried && !chosen ? t('create.faults.category') : undefined} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('create.chooseCategory')}</option>
        {categories.map((each) => {
          const name = inLanguage(each.name, language);
          return <option key={each.categoryId} value={each.categoryId}>{each.may.create.allowed ? name : t('lock.option', { name })}</option>;
        })}
      </Select>
      {closed
        ? <AccessNotice title={t(category.may.read.allowed ? 'door.create' : 'door.read')} verdict={category.may.read.allowed ? category.may.create : category.may.read} />
        : <TopicFields key={chosen} categoryId={chosen || undefined} memberId={memberId} loose={loose} writing={writing} onDone={onDone}
            onLoose={(text) => { setLooseTitle(text.title); setLooseText(text.markdown); }} onMissing={() => setTried(true)} />}
    </div>
  );
}
