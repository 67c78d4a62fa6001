import type { Mail, Mailbox, MailSummary } from './dev-mail.ts';

/** The mailbox of the pod runner's SMTP sink, asked over its loopback address. */
export function remoteMailbox(url: string): Mailbox {
  const get = async <T>(path: string): Promise<T | undefined> => {
    const answer = await fetch(url + path, { signal: AbortSignal.timeout(5_000) });
    return answer.ok ? ((await answer.json()) as T) : undefined;
  };
  return {
    list: async () => (await get<MailSummary[]>('/')) ?? [],
    get: (id) => get<Mail>(`/${encodeURIComponent(id)}`),
  };
}
