import { MarkdownEditor, type EditorProps } from '@unityplan/ui';
import { renderPreview, suggestPeople } from '../../../shared/lib/compose.ts';
import { useEditorTexts } from '../../../shared/hooks/use-editor-texts.ts';

/** The editor, tied to this territory's preview and people. */
export function PostEditor(props: Omit<EditorProps, 'texts' | 'renderPreview' | 'suggest'>) {
  return <MarkdownEditor {...props} texts={useEditorTexts()} renderPreview={renderPreview} suggest={suggestPeople} />;
}
