import type { Suggestion } from '@unityplan/ui';
import { sdk } from './sdk.ts';

/** People whose handle starts like this, for mentions. */
export async function suggestPeople(prefix: string, signal: AbortSignal): Promise<Suggestion[]> {
  const { items } = await sdk.suggestPeople({ query: { prefix }, signal });
  return items.flatMap(({ memberId, handle, displayName, avatar }) => (handle ? [{ id: memberId, handle, name: displayName ?? handle, picture: avatar ?? null }] : []));
}

/** How a text will look once posted. */
export async function renderPreview(markdown: string, signal: AbortSignal): Promise<string> {
  return (await sdk.previewMarkdown({ body: { markdown }, signal })).html;
}
