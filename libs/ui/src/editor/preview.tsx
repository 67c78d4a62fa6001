import { useEffect, useState } from 'react';
import { Skeleton } from '../feedback/skeleton.tsx';
import { SafeHtml } from '../text/html.tsx';
import type { EditorTexts } from './markdown-editor.tsx';

interface Props {
  markdown: string;
  texts: EditorTexts;
  render: (markdown: string, signal: AbortSignal) => Promise<string>;
}

/** The text as it will look once posted. */
export function Preview({ markdown, texts, render }: Props) {
  const [state, setState] = useState<{ html?: string; failed?: boolean }>({});
  const empty = markdown.trim() === '';
  useEffect(() => {
    if (empty) return;
    const stop = new AbortController();
    render(markdown, stop.signal).then(
      (html) => setState({ html }),
      () => { if (!stop.signal.aborted) setState({ failed: true }); },
    );
    return () => stop.abort();
  }, [markdown, empty, render]);
  return (
    <div className="min-h-40 px-4 py-3">
      {empty ? (
        <p className="text-muted">{texts.previewEmpty}</p>
      ) : state.failed ? (
        <p role="alert" className="text-danger">{texts.previewFailed}</p>
      ) : state.html === undefined ? (
        <div role="status" className="flex flex-col gap-3 py-2">
          <span className="sr-only">{texts.loading}</span>
          <Skeleton className="w-4/5" />
          <Skeleton className="w-3/5" />
        </div>
      ) : (
        <SafeHtml html={state.html} />
      )}
    </div>
  );
}
