import { badge, forum, notification, user } from '@unityplan/contracts';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startNotificationWorld, type NotificationWorld, type Person } from './notification-world.ts';
import { known } from './stand-ins.ts';

let world: NotificationWorld;
beforeEach(async () => void (world = await startNotificationWorld()));
afterEach(() => world?.stop());

const { defaultPreferences: defaults } = notification;
const hour = 3_600_000;
const digestOf = (rest: object = {}) => ({ ...defaults, reasons: { ...defaults.reasons, reply: { inApp: true, mail: 'digest', push: false }, mention: { inApp: true, mail: 'digest', push: false }, badge_awarded: { inApp: true, mail: 'digest', push: false } }, ...rest });
const prefer = (as: Person, body: object) => world.call(notification.setPreferences, { as, body });
const digests = () => world.rows<{ on_date: string | null; status: string; entries: number; due_at: Date | null }>('select on_date, status, entries, due_at from territory_dk.digests order by on_date');
/** Someone who wants a digest of everything. The clock begins at 10:00 in Copenhagen, Saturday 21 November 2026. */
async function reader(name = 'Freja', overrides = {}): Promise<Person> {
  const person = await world.person(name, overrides);
  await prefer(person, digestOf());
  return person;
}
/** To eight the next morning in Copenhagen. */
const nextMorning = () => world.later((24 - ((world.now() / hour - 7) % 24)) * hour);

it('gathers a day in one mail at the hour of the reader, one line per topic, in their language, and it can be ended by one click', async () => {
  const [freja, bo, ida] = [await reader(), await world.person('Bo'), await world.person('Ida')];
  const ann = await reader('Ann', { language: 'en', timeZone: 'America/New_York' });
  const topicId = v7();
  await world.reply(bo, { to: freja, topicId, number: 2, text: 'Første svar' });
  await world.reply(ida, { to: freja, topicId, number: 3, text: 'Andet svar' });
  await world.reply(bo, { to: freja, title: 'Cykelstier', text: 'Ja' });
  await world.tell(badge.badgeAwarded, { awardId: v7(), memberId: freja.memberId, badge: 'community-host', territory: 'DK', level: 1, expiresAt: null, source: 'hand', courseId: null, byId: null });
  await world.reply(bo, { to: ann, text: 'Yes' });
  await world.settled();
  expect(await digests()).toMatchObject([{ on_date: '2026-11-21', due_at: new Date('2026-11-21T13:00:00Z') }, { on_date: '2026-11-22', status: 'open', due_at: new Date('2026-11-22T07:00:00Z') }]);
  await world.later(22 * hour - 1);
  expect(world.sink.inbox.map(({ to }) => to[0])).toEqual([ann.address]);
  await world.later(1);
  const [english, mail] = world.sink.inbox;
  expect(english!.mail.subject).toBe('One thing new in Denmark');
  expect(mail!.mail.subject).toBe('3 nyheder fra Danmark');
  expect(mail!.mail.text).toContain(`* Havnebadet i vinter\n2 nye indlæg af Bo og Ida\n> Første svar\nhttp://dk.localhost:8080/topics/${topicId}/havnebadet-i-vinter#post-2\n\n* Cykelstier\nEt nyt indlæg af Bo\n> Ja\n`);
  expect(mail!.mail.text).toContain('* Du har fået emblemet »Emblem community-host«');
  expect(mail!.mail.html).not.toMatch(/<(img|script|link)/);
  expect(mail!.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  expect(mail!.header('List-Id')).toMatch(/<digest\.dk\.unityplan\.org>$/);
  expect((await digests()).map(({ status, entries }) => [status, entries])).toEqual([['sent', 1], ['sent', 4]]);

  const params = { token: /unsubscribes\/([\w-]+)>/.exec(mail!.header('List-Unsubscribe')!)![1]! };
  expect((await world.call(notification.getUnsubscribe, { params })).body).toEqual({ about: 'digest', subscribed: true });
  expect((await world.call(notification.unsubscribe, { params, body: { 'List-Unsubscribe': 'One-Click' } })).body).toEqual({ about: 'digest', subscribed: false });
  expect((await world.call(notification.getPreferences, { as: freja })).body.digest).toEqual({ ...defaults.digest, on: false });
  await world.reply(bo, { to: freja });
  await world.later(48 * hour);
  expect(world.sink.inbox).toHaveLength(2);
  expect((await world.call(notification.resubscribe, { params })).body).toEqual({ about: 'digest', subscribed: true });
});

it('holds nothing that was deleted, hidden, read, muted, unwanted or closed meanwhile', async () => {
  const [freja, bo] = [await reader(), await world.person('Bo')];
  const secret = world.category({ rule: 'badge', badge: 'host' });
  world.hold(freja, ['host']);
  const say = (text: string, rest = {}) => world.reply(bo, { to: freja, text, title: text, ...rest });
  const [kept, deleted, gone, hidden, silent, readOne, muted, closed] = [
    await say('kept'), await say('deleted'), await say('gone'), await say('hidden'), await say('silent'), await say('read'), await say('muted'), await say('closed', { categoryId: secret }),
  ];
  await world.tell(forum.postDeleted, { postId: deleted.postId });
  known.posts.delete(gone.postId);
  known.hidden.add(hidden.postId);
  await world.tell(forum.postHidden, { postId: hidden.postId });
  known.hidden.add(silent.postId);
  await world.call(notification.markNotifications, { as: freja, body: { mark: 'read', which: { topicId: readOne.topicId, upToNumber: 9 } } });
  await world.call(notification.setTopicWatch, { as: freja, params: { topicId: muted.topicId }, body: { level: 'muted' } });
  world.hold(freja, []);
  await nextMorning();
  expect(world.sink.inbox).toHaveLength(1);
  expect(world.sink.inbox[0]!.mail.text!.match(/\* (\w+)/g)).toEqual(['* kept']);
  expect(kept.postId).not.toBe(closed.postId);
  // What could not be shown may be shown again: it waits. What the reader read, muted or lost by deletion never comes.
  known.hidden.clear();
  await world.tell(forum.postRestored, { postId: hidden.postId, byAppeal: true });
  world.hold(freja, ['host']);
  await nextMorning();
  expect(world.sink.inbox[1]!.mail.text!.match(/\* (\w+)/g)!.sort()).toEqual(['* closed', '* hidden', '* silent']);
  await nextMorning();
  expect(world.sink.inbox).toHaveLength(2);
});

it('is not sent when nothing is left to tell', async () => {
  const [freja, bo] = [await reader(), await world.person('Bo')];
  const { postId } = await world.reply(bo, { to: freja });
  await world.tell(forum.postDeleted, { postId });
  await nextMorning();
  expect(world.sink.inbox).toEqual([]);
  expect(await digests()).toMatchObject([{ on_date: '2026-11-22', status: 'empty', entries: 0 }]);
});

it('comes weekly on its day, at the hour now wished, by the clock where the reader now is', async () => {
  const [freja, bo] = [await reader(), await world.person('Bo')];
  await prefer(freja, digestOf({ digest: { on: true, every: 'weekly', weekday: 1, hour: 18 } }));
  await world.reply(bo, { to: freja });
  await world.settled();
  expect(await digests()).toMatchObject([{ on_date: '2026-11-23', due_at: new Date('2026-11-23T17:00:00Z') }]);
  await prefer(freja, digestOf({ digest: { on: true, every: 'daily', weekday: 1, hour: 20 } }));
  await world.settled();
  expect(await digests()).toMatchObject([{ on_date: '2026-11-21', due_at: new Date('2026-11-21T19:00:00Z') }]);
  known.locales.set(freja.memberId, { ...known.locales.get(freja.memberId)!, timeZone: 'Asia/Tokyo' });
  await world.tell(user.profileUpdated, { memberId: freja.memberId, fields: ['time_zone'] });
  await world.settled();
  expect(await digests()).toMatchObject([{ on_date: '2026-11-21', due_at: new Date('2026-11-21T11:00:00Z') }]);
  await world.later(2 * hour);
  expect(world.sink.inbox).toHaveLength(1);
  // She flies west, where it is the same day once more: there is one digest per date.
  known.locales.set(freja.memberId, { ...known.locales.get(freja.memberId)!, timeZone: 'America/Los_Angeles' });
  await world.tell(user.profileUpdated, { memberId: freja.memberId, fields: ['time_zone'] });
  await world.reply(bo, { to: freja });
  await world.settled();
  expect((await digests()).at(-1)).toMatchObject({ on_date: '2026-11-22', due_at: new Date('2026-11-23T04:00:00Z') });
  await world.later(48 * hour);
  expect(world.sink.inbox).toHaveLength(2);
  expect((await digests()).map(({ on_date, status }) => [on_date, status])).toEqual([['2026-11-21', 'sent'], ['2026-11-22', 'sent']]);
});

it('is one message through refusals, and what comes meanwhile is in the next', async () => {
  const [freja, bo] = [await reader(), await world.person('Bo')];
  await world.reply(bo, { to: freja, title: 'first' });
  world.sink.plan({ code: 451 }, 'drop');
  await nextMorning();
  expect((await world.jobs()).at(-1)).toMatchObject({ kind: 'digest', status: 'queued', attempts: 1 });
  await world.later(60_000);
  await world.later(3 * 60_000);
  expect((await world.jobs()).at(-1)).toMatchObject({ status: 'sent', attempts: 3, uncertain: true });
  expect(new Set(world.sink.attempts.map((mail) => mail.header('Message-ID'))).size).toBe(1);
  await world.reply(bo, { to: freja, title: 'second' });
  await nextMorning();
  expect(world.sink.inbox.map(({ mail }) => mail.text!.match(/\* (\w+)/g))).toEqual([['* first'], ['* second']]);
});

it('keeps what waited when the mail server will never take the digest', async () => {
  const [freja, bo] = [await reader(), await world.person('Bo')];
  await world.reply(bo, { to: freja });
  world.sink.plan({ code: 550 });
  await nextMorning();
  expect((await digests()).map(({ on_date, status }) => [on_date, status])).toEqual([['2026-11-22', 'failed'], ['2026-11-23', 'open']]);
  await nextMorning();
  expect(world.sink.inbox).toHaveLength(1);
});

it('waits for the end of quiet hours', async () => {
  const [freja, bo] = [await reader(), await world.person('Bo')];
  await prefer(freja, digestOf({ quietHours: { from: '23:00', to: '09:30' } }));
  await world.reply(bo, { to: freja });
  await nextMorning();
  expect(world.sink.inbox).toEqual([]);
  await world.later(1.5 * hour);
  expect(world.sink.inbox).toHaveLength(1);
});

it('takes over what was to go at once when its reader now wants digests', async () => {
  const [freja, bo] = [await world.person('Freja'), await world.person('Bo')];
  world.sink.plan({ code: 451 });
  await world.reply(bo, { to: freja });
  await world.settled();
  await prefer(freja, digestOf());
  await world.later(60_000);
  expect(await world.jobs()).toMatchObject([{ kind: 'post', status: 'cancelled', note: 'waits for the digest' }, { kind: 'digest', status: 'queued' }]);
  await nextMorning();
  expect(world.sink.inbox).toHaveLength(1);
});

it('plans for everyone once the user service is back', async () => {
  const [freja, bo] = [await reader(), await world.person('Bo')];
  const locale = known.locales.get(freja.memberId)!;
  await world.service('user').close();
  await world.reply(bo, { to: freja });
  await world.settled();
  expect(await digests()).toMatchObject([{ on_date: null, status: 'open' }]);
  expect(locale.timeZone).toBe('Europe/Copenhagen');
});
