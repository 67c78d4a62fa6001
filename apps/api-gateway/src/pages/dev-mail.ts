import type { ServerResponse } from 'node:http';
import { commonErrors, Problem } from '@unityplan/contracts';
import { escape } from '../html.ts';

export interface MailSummary {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** ISO 8601 */
  readonly at: string;
}
export interface Mail extends MailSummary {
  readonly text: string;
  readonly html?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}
/** Mails that a real SMTP sink caught; only a pod in development has one. */
export interface Mailbox {
  list(): readonly MailSummary[] | Promise<readonly MailSummary[]>;
  get(id: string): Mail | undefined | Promise<Mail | undefined>;
}

/** `/dev/mail`: what the pod has mailed, for the developer at this machine. `/dev/mail/api…` is the same as JSON. */
export async function devMail(mailbox: Mailbox, path: string, response: ServerResponse): Promise<void> {
  const rest = path.slice('/dev/mail'.length).replace(/\/$/, '');
  response.setHeader('cache-control', 'no-store');
  if (rest === '/api') return json(response, { items: newestFirst(await mailbox.list()) });
  if (rest === '') return html(response, listPage(newestFirst(await mailbox.list())));
  const api = rest.startsWith('/api/');
  const raw = rest.endsWith('/html');
  const id = decode(rest.slice(api ? '/api/'.length : 1, raw ? -'/html'.length : undefined));
  const mail = id === undefined ? undefined : await mailbox.get(id);
  if (!mail) throw new Problem(commonErrors.not_found);
  if (api) return json(response, mail);
  if (!raw) {
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'none'");
    return html(response, mailPage(mail));
  }
  // What a mail brings runs nothing and loads nothing; its links open outside the frame.
  response.setHeader('content-security-policy', "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'");
  html(response, `<base target="_top">${mail.html ?? `<pre style="white-space:pre-wrap">${escape(mail.text)}</pre>`}`);
}

const newestFirst = (mails: readonly MailSummary[]): MailSummary[] => [...mails].sort((a, b) => b.at.localeCompare(a.at));

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function json(response: ServerResponse, value: unknown): void {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(value));
}
function html(response: ServerResponse, body: string): void {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mails of this pod</title>${body}`);
}

const style = '<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}td,th{text-align:left;padding:.3rem .8rem .3rem 0}iframe{width:100%;height:60vh;border:1px solid #8888}pre{white-space:pre-wrap;background:#8881;padding:1rem}</style>';

function listPage(mails: readonly MailSummary[]): string {
  const rows = mails.map((mail) => `<tr><td>${escape(mail.at)}<td>${escape(mail.to)}<td><a href="/dev/mail/${encodeURIComponent(mail.id)}">${escape(mail.subject)}</a>`);
  return `${style}<h1>Mails of this pod</h1>${rows.length ? `<table><tr><th>When<th>To<th>Subject${rows.join('')}</table>` : '<p>Nothing was mailed yet.</p>'}`;
}
function mailPage(mail: Mail): string {
  return `${style}<p><a href="/dev/mail">All mails</a><h1>${escape(mail.subject)}</h1><p>${escape(mail.from)} → ${escape(mail.to)}, ${escape(mail.at)}</p>
<iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" src="/dev/mail/${encodeURIComponent(mail.id)}/html"></iframe>${mail.html ? `<h2>Plain text</h2><pre>${escape(mail.text)}</pre>` : ''}`;
}
