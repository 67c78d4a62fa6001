import type { EditorTexts } from '@unityplan/ui';
import { useTranslation } from './use-translation.ts';

/** The editor's own words. */
export function useEditorTexts(): EditorTexts {
  const { t } = useTranslation('forum');
  return {
    write: t('editor.write'), preview: t('editor.preview'), previewEmpty: t('editor.previewEmpty'), previewFailed: t('editor.previewFailed'),
    loading: t('editor.loading'), modes: t('editor.modes'), toolbar: t('editor.toolbar'), people: t('editor.people'),
    tools: {
      bold: t('editor.tools.bold'), italic: t('editor.tools.italic'), link: t('editor.tools.link'), quote: t('editor.tools.quote'),
      code: t('editor.tools.code'), list: t('editor.tools.list'), task: t('editor.tools.task'),
    },
  };
}
