import { auth, forum, notification } from '@unityplan/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startNotificationWorld, type NotificationWorld } from './notification-world.ts';
import { MailJobsRepository } from '../src/mail/mail-jobs.repository.ts';
import { known } from './stand-ins.ts';

let world: NotificationWorld;
beforeEach(async () => void (world = await startNotificationWorld()));
afterEach(() => world?.stop());

const minute = 60_000;

it('writes in the language of the reader, with everything a mail program needs', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  const { topicId, postId } = await world.reply(bo, { to: freja, text: 'Ja, <b>gerne</b> & straks' });
  await world.mailed();
  const [mail] = world.sink.inbox;
  expect(mail!.to).toEqual([freja.address]);
  expect(mail!.mail.subject).toBe('Re: Havnebadet i vinter');
  expect(mail!.mail.text).toContain('Hej Freja\n\nBo svarede dig i »Havnebadet i vinter«:\n\n> Ja, <b>gerne</b> & straks');
  expect(mail!.mail.text).toContain(`http://dk.localhost:8080/topics/${topicId}/havnebadet-i-vinter#post-2`);
  expect(mail!.mail.html).toContain('<html lang="da" dir="ltr">');
  expect(mail!.mail.html).toContain('Ja, &lt;b&gt;gerne&lt;/b&gt; &amp; straks');
  expect(mail!.mail.html).not.toMatch(/<(img|script|link)/);
  const [job] = await world.jobs();
  expect(job).toMatchObject({ status: 'sent', attempts: 1, uncertain: false });
  expect(mail!.header('Message-ID')).toBe(job!.message_id);
  expect(mail!.header('Message-ID')).not.toContain(postId);
  for (const name of ['References', 'In-Reply-To']) expect(mail!.header(name)).toBe(`<topic.${topicId}@dk.unityplan.org>`);
  expect(mail!.header('List-Unsubscribe')).toMatch(/^<http:\/\/dk\.localhost:8080\/api\/v1\/unsubscribes\/[\w-]{46}>$/);
  expect(mail!.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  expect(mail!.header('List-Id')).toMatch(/<forum\.dk\.unityplan\.org>$/);
  expect(mail!.header('Auto-Submitted')).toBe('auto-generated');
});

it('tries again with the same message after a temporary refusal, and not before its time', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo', { language: 'en' })];
  world.sink.plan({ code: 451 }, { code: 421 });
  await world.reply(freja, { to: bo });
  await world.mailed();
  expect(await world.jobs()).toMatchObject([{ status: 'queued', attempts: 1, note: 'the mail server answered 451' }]);
  await world.later(minute / 4);
  expect(world.sink.attempts).toHaveLength(1);
  await world.later(minute);
  await world.later(3 * minute);
  expect(await world.jobs()).toMatchObject([{ status: 'sent', attempts: 3 }]);
  expect(new Set(world.sink.attempts.map((mail) => mail.header('Message-ID'))).size).toBe(1);
  expect(world.sink.inbox).toHaveLength(1);
  expect(world.sink.inbox[0]!.mail.text).toContain('Freja replied to you');
});

it('repeats the same message when the line breaks before the answer', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  world.sink.plan('drop');
  await world.reply(freja, { to: bo });
  await world.mailed();
  await world.later(minute);
  expect(world.sink.attempts.map((mail) => mail.header('Message-ID'))).toEqual([world.sink.inbox[0]!.header('Message-ID'), world.sink.inbox[0]!.header('Message-ID')]);
});

it('gives up on a mail that the server will never take', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  world.sink.plan({ code: 550 });
  await world.reply(freja, { to: bo });
  await world.mailed();
  await world.later(60 * minute);
  expect(await world.jobs()).toMatchObject([{ status: 'failed', attempts: 1, note: 'the mail server answered 550' }]);
  expect(world.sink.attempts).toHaveLength(1);
});

it('flags a mail whose first attempt died without an outcome', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  await world.reply(freja, { to: bo });
  await world.mailed();
  // As a killed worker leaves it: claimed, and nobody knows what became of it.
  await world.ground.query(`update territory_dk.mail_jobs set status = 'attempted', next_at = next_at`);
  await world.later(minute);
  expect(world.sink.inbox).toHaveLength(1);
  await world.later(5 * minute);
  expect(await world.jobs()).toMatchObject([{ status: 'sent', attempts: 2, uncertain: true }]);
});

it.each([
  ['read meanwhile', 'read meanwhile', async (reader: { token: string }) => void (await world.call(notification.markRead, { as: reader as never, body: { all: true } }))],
  ['unsubscribed', 'not wanted any more', async (reader: { token: string }) =>
    void (await world.call(notification.setPreferences, { as: reader as never, body: { mention: { inApp: true, mail: true }, reply: { inApp: true, mail: false }, mailPaused: false } }))],
  ['paused', 'not wanted any more', async (reader: { token: string }) =>
    void (await world.call(notification.setPreferences, { as: reader as never, body: { mention: { inApp: true, mail: true }, reply: { inApp: true, mail: true }, mailPaused: true } }))],
  ['deleted', 'the post was deleted', async () => known.posts.clear()],
  ['deleted, and told of', 'the post was deleted', async (_reader: unknown, post: { postId: string }) => void (await world.tell(forum.postDeleted, post))],
  ['without a confirmed address', 'no confirmed address', async (reader: { memberId: string }) => void known.addresses.set(reader.memberId, { address: 'x@example.org', verified: false })],
])('cancels what is waiting when it is %s', async (_what, note, meanwhile) => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  world.sink.plan({ code: 451 });
  const post = await world.reply(bo, { to: freja });
  await world.mailed();
  await meanwhile(freja as never, post);
  await world.later(minute);
  expect(await world.jobs()).toMatchObject([{ status: 'cancelled', note }]);
  expect(world.sink.inbox).toHaveLength(0);
});

it('shares the work between processes: what one has claimed, another neither waits for nor takes', async () => {
  const bo = await world.person('Bo');
  world.sink.plan(...Array.from({ length: 12 }, () => ({ code: 451 })));
  for (let i = 0; i < 12; i++) await world.reply(bo, { to: await world.person(`m${i}`) });
  await world.mailed();
  await world.ground.query('update territory_dk.mail_jobs set next_at = created_at');
  const { app, db } = world.service('notification');
  const jobs = app.get(MailJobsRepository);
  const claimed: string[] = [];
  await db.transact('DK', async (one) => {
    claimed.push(...(await jobs.claim(one as never, 5)).map(({ id }) => id));
    await db.transact('DK', async (other) => void claimed.push(...(await jobs.claim(other as never, 20)).map(({ id }) => id)));
  });
  expect(new Set(claimed).size).toBe(12);
  expect(claimed).toHaveLength(12);
});

it('waits while a neighbour is away', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  await world.service('auth').close();
  await world.reply(bo, { to: freja });
  await world.mailed();
  expect(await world.jobs()).toMatchObject([{ status: 'queued', attempts: 1, note: expect.stringContaining('could not be written') }]);
});

it('sends mails about the account to addresses not confirmed yet, whatever was unsubscribed, in the language chosen', async () => {
  const member = await world.member();
  const { memberId } = member;
  known.addresses.set(memberId, { address: 'ny@example.org', verified: false });
  await world.call(notification.setPreferences, { as: member, body: { mention: { inApp: false, mail: false }, reply: { inApp: false, mail: false }, mailPaused: true } });
  await world.tell(auth.accountRegistered, { memberId, language: 'da' });
  await world.mailed();
  await world.tell(auth.verificationRequested, { memberId, language: 'en' });
  await world.mailed();
  await world.tell(auth.passwordResetRequested, { memberId, language: 'da' });
  await world.mailed();
  await world.tell(auth.registrationRepeated, { memberId });
  await world.mailed();
  await world.tell(auth.passwordChanged, { memberId });
  await world.mailed();
  await world.tell(auth.refreshReplayed, { memberId });
  await world.mailed();
  expect(world.sink.inbox.map(({ to, mail }) => [to[0], mail.subject])).toEqual([
    ['ny@example.org', 'Bekræft din e-mailadresse'],
    ['ny@example.org', 'Confirm your e-mail address'],
    ['ny@example.org', 'Vælg en ny adgangskode'],
    ['ny@example.org', 'Du har allerede en konto'],
    ['ny@example.org', 'Din adgangskode er ændret'],
    ['ny@example.org', 'En enhed er logget ud for din sikkerheds skyld'],
  ]);
  const [verify, , reset] = world.sink.inbox;
  expect(verify!.mail.text).toMatch(/http:\/\/dk\.localhost:8080\/verify-email\?token=secret-token-number-\d+\n/);
  expect(reset!.mail.text).toMatch(/http:\/\/dk\.localhost:8080\/reset-password\?token=secret-token-number-\d+\n/);
  expect(verify!.header('List-Unsubscribe')).toBeUndefined();
  // No secret and no address is kept.
  expect(JSON.stringify(await world.ground.query('select * from territory_dk.mail_jobs'))).not.toMatch(/secret-token|example\.org/);
});

it('finishes what it has in hand before it stops', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  await world.reply(bo, { to: freja });
  await world.service('notification').close();
  expect(world.sink.inbox).toHaveLength(1);
  expect(await world.jobs()).toMatchObject([{ status: 'sent' }]);
});
