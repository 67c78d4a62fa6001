import { auth, forum, notification, user } from '@unityplan/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startNotificationWorld, type NotificationWorld, type Person } from './notification-world.ts';
import { claimJobs } from '../src/jobs/job-rows.ts';
import { known } from './stand-ins.ts';

let world: NotificationWorld;
beforeEach(async () => void (world = await startNotificationWorld()));
afterEach(() => world?.stop());

const minute = 60_000;

it('writes in the language of the reader, with everything a mail program needs', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  const { topicId, postId } = await world.reply(bo, { to: freja, text: 'Ja, <b>gerne</b> & straks' });
  await world.settled();
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
  await world.settled();
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
  await world.settled();
  await world.later(minute);
  expect(world.sink.attempts.map((mail) => mail.header('Message-ID'))).toEqual([world.sink.inbox[0]!.header('Message-ID'), world.sink.inbox[0]!.header('Message-ID')]);
  // It had left when the line broke: it may have arrived twice.
  expect(await world.jobs()).toMatchObject([{ status: 'sent', attempts: 2, uncertain: true }]);
});

it('gives up on a mail that the server will never take', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  world.sink.plan({ code: 550 });
  await world.reply(freja, { to: bo });
  await world.settled();
  await world.later(60 * minute);
  expect(await world.jobs()).toMatchObject([{ status: 'failed', attempts: 1, note: 'the mail server answered 550' }]);
  expect(world.sink.attempts).toHaveLength(1);
});

it('tries again when the server turns away every mail, whatever its greeting says', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  world.sink.greet(554);
  await world.reply(freja, { to: bo });
  await world.settled();
  expect(await world.jobs()).toMatchObject([{ status: 'queued', attempts: 1, note: 'the mail server answered 554' }]);
  await world.later(minute);
  expect(await world.jobs()).toMatchObject([{ status: 'sent', attempts: 2, uncertain: false }]);
});

it('flags a mail whose first attempt died without an outcome', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  await world.reply(freja, { to: bo });
  await world.settled();
  // As a killed worker leaves it: claimed, and nobody knows what became of it.
  await world.ground.query(`update territory_dk.mail_jobs set status = 'attempted', next_at = next_at`);
  await world.later(minute);
  expect(world.sink.inbox).toHaveLength(1);
  await world.later(5 * minute);
  expect(await world.jobs()).toMatchObject([{ status: 'sent', attempts: 2, uncertain: true }]);
});

const without = (change: object) => ({ ...notification.defaultPreferences, ...change });
const noReplies = { ...notification.defaultPreferences.reasons, reply: { inApp: true, mail: 'off', push: false } };
const prefer = (body: object) => async (reader: Person) => void (await world.call(notification.setPreferences, { as: reader, body }));

it.each<[string, string, (reader: Person, post: { postId: string; topicId: string }) => Promise<unknown>]>([
  ['read meanwhile', 'read meanwhile', (as) => world.call(notification.markNotifications, { as, body: { mark: 'read', which: { all: true } } })],
  ['done', 'read meanwhile', (as) => world.call(notification.markNotifications, { as, body: { mark: 'done', which: { all: true } } })],
  ['read in its topic', 'read meanwhile', (as, { topicId }) => world.call(notification.markNotifications, { as, body: { mark: 'read', which: { topicId, upToNumber: 2 } } })],
  ['unsubscribed', 'not wanted any more', prefer(without({ reasons: noReplies }))],
  ['paused', 'not wanted any more', prefer(without({ mailPaused: true }))],
  ['muted', 'muted meanwhile', (as, { topicId }) => world.call(notification.setTopicWatch, { as, params: { topicId }, body: { level: 'muted' } })],
  ['deleted', 'gone, hidden or closed to the member', async () => known.posts.clear()],
  ['deleted, and told of', 'the post was deleted', (_as, post) => world.tell(forum.postDeleted, post)],
  ['hidden', 'gone, hidden or closed to the member', async (_as, { postId }) => known.hidden.add(postId)],
  ['hidden, and told of', 'the post is hidden', (_as, { postId }) => world.tell(forum.postHidden, { postId })],
  ['without a confirmed address', 'no confirmed address', async ({ memberId }) => known.addresses.set(memberId, { address: 'x@example.org', verified: false })],
  ['without an address', 'no confirmed address', async ({ memberId }) => known.addresses.delete(memberId)],
])('cancels what is waiting when it is %s', async (_what, note, meanwhile) => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  world.sink.plan({ code: 451 });
  const post = await world.reply(bo, { to: freja });
  await world.settled();
  await meanwhile(freja, post);
  await world.later(minute);
  expect((await world.jobs())[0]).toMatchObject({ status: 'cancelled', note });
  expect(world.sink.inbox).toHaveLength(0);
});

it('sends nothing to who may not read it any more', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  const categoryId = world.category({ rule: 'badge', badge: 'host' });
  world.hold(freja, ['host']);
  world.sink.plan({ code: 451 });
  await world.reply(bo, { to: freja, categoryId });
  await world.settled();
  world.hold(freja, []);
  await world.later(minute);
  expect(await world.jobs()).toMatchObject([{ status: 'cancelled', note: 'gone, hidden or closed to the member' }]);
});

it('keeps one line to the mail server for what follows, and takes a new one when that has died', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  for (let i = 0; i < 5; i++) {
    await world.reply(bo, { to: freja });
    await world.settled();
  }
  expect([world.sink.inbox.length, world.sink.connections()]).toEqual([5, 1]);
  world.sink.hangUp();
  await world.reply(bo, { to: freja });
  await world.settled();
  expect([world.sink.inbox.length, world.sink.connections()]).toEqual([6, 2]);
  expect((await world.jobs()).every(({ status, attempts, uncertain }) => status === 'sent' && attempts === 1 && !uncertain)).toBe(true);
});

it('holds back in quiet hours and looks again when they end, or when they are no more', async () => {
  const night = { from: '22:00', to: '07:00' };
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  await prefer(without({ quietHours: night }))(freja);
  await world.later(13 * 60 * minute); // 23:00 in Copenhagen
  await world.reply(bo, { to: freja });
  const second = await world.reply(bo, { to: freja });
  await world.settled();
  expect(await world.jobs()).toMatchObject([{ status: 'queued', held: true, attempts: 0, next_at: new Date('2026-11-22T06:00:00Z') }, { held: true }]);
  await world.call(notification.markNotifications, { as: freja, body: { mark: 'read', which: { topicId: second.topicId, upToNumber: 9 } } });
  await world.later(7 * 60 * minute + 59 * minute);
  expect(world.sink.inbox).toHaveLength(0);
  await world.later(minute);
  expect((await world.jobs()).map(({ status }) => status)).toEqual(['sent', 'cancelled']);

  await world.later(17 * 60 * minute);
  await world.reply(bo, { to: freja });
  await world.settled();
  expect((await world.jobs()).at(-1)).toMatchObject({ held: true });
  // She flew to where it is morning.
  known.locales.set(freja.memberId, { ...known.locales.get(freja.memberId)!, timeZone: 'Asia/Tokyo' });
  await world.tell(user.profileUpdated, { memberId: freja.memberId, fields: ['time_zone'] });
  await world.settled();
  expect((await world.jobs()).at(-1)).toMatchObject({ status: 'sent', held: false });
  // Mails about the account do not wait.
  await prefer(without({ quietHours: { from: '00:00', to: '23:59' } }))(freja);
  await world.tell(auth.passwordChanged, { memberId: freja.memberId });
  await world.settled();
  expect((await world.jobs()).at(-1)).toMatchObject({ kind: 'password_changed', status: 'sent' });
});

it('shares the work between processes: what one has claimed, another neither waits for nor takes', async () => {
  const bo = await world.person('Bo');
  world.sink.plan(...Array.from({ length: 12 }, () => ({ code: 451 })));
  for (let i = 0; i < 12; i++) await world.reply(bo, { to: await world.person(`m${i}`) });
  await world.settled();
  await world.ground.query('update territory_dk.mail_jobs set next_at = created_at');
  const { db } = world.service('notification');
  const claimed: string[] = [];
  await db.transact('DK', async (one) => {
    claimed.push(...(await claimJobs(one as never, 'mail_jobs', world.now(), 5)).jobs.map(({ id }) => id));
    await db.transact('DK', async (other) => void claimed.push(...(await claimJobs(other as never, 'mail_jobs', world.now(), 20)).jobs.map(({ id }) => id)));
  });
  expect(new Set(claimed).size).toBe(12);
  expect(claimed).toHaveLength(12);
});

it.each(['auth', 'user'] as const)('waits while the %s service is away, that nobody is woken at night or written to in another language', async (neighbour) => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  await world.service(neighbour).close();
  await world.reply(bo, { to: freja });
  await world.settled();
  expect(await world.jobs()).toMatchObject([{ status: 'queued', attempts: 1, note: expect.stringContaining('could not be written') }]);
});

it('sends mails about the account also while the user service is away', async () => {
  const freja = await world.person('Freja');
  await world.service('user').close();
  await world.tell(auth.passwordResetRequested, { memberId: freja.memberId, language: 'en' });
  await world.tell(auth.passwordChanged, { memberId: freja.memberId });
  await world.settled();
  expect(world.sink.inbox.map(({ mail }) => mail.subject).sort()).toEqual(['Choose a new password', 'Din adgangskode er ændret']);
});

it('sends mails about the account to addresses not confirmed yet, whatever was unsubscribed, in the language chosen', async () => {
  const member = await world.member();
  const { memberId } = member;
  known.addresses.set(memberId, { address: 'ny@example.org', verified: false });
  await world.call(notification.setPreferences, { as: member, body: without({ mailPaused: true }) });
  await world.tell(auth.accountRegistered, { memberId, language: 'da' });
  await world.settled();
  await world.tell(auth.verificationRequested, { memberId, language: 'en' });
  await world.settled();
  await world.tell(auth.passwordResetRequested, { memberId, language: 'da' });
  await world.settled();
  await world.tell(auth.registrationRepeated, { memberId });
  await world.settled();
  await world.tell(auth.passwordChanged, { memberId });
  await world.settled();
  await world.tell(auth.refreshReplayed, { memberId });
  await world.settled();
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
  let go!: () => void;
  world.sink.plan({ after: new Promise<void>((resolve) => (go = resolve)) });
  await world.reply(bo, { to: freja });
  await expect.poll(() => world.sink.attempts).toHaveLength(1);
  const closed = world.service('notification').close();
  go();
  await closed;
  expect(world.sink.inbox).toHaveLength(1);
  expect(await world.jobs()).toMatchObject([{ status: 'sent' }]);
});

it('leaves to the next process what it has not begun when it stops', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  await world.reply(bo, { to: freja });
  await world.service('notification').close();
  const [job] = await world.jobs();
  expect([job!.status, world.sink.inbox.length]).toEqual(job!.status === 'sent' ? ['sent', 1] : ['queued', 0]);
});
