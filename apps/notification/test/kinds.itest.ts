import { badge, forum, notification, type PayloadOf } from '@unityplan/contracts';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startNotificationWorld, type NotificationWorld, type Person } from './notification-world.ts';
import { commons, known } from './stand-ins.ts';

let world: NotificationWorld;
beforeAll(async () => void (world = await startNotificationWorld()));
afterAll(() => world?.stop());

const list = async (as: Person) => (await world.call(notification.listNotifications, { as })).body.items;
const unread = async (as: Person) => (await world.call(notification.countUnread, { as })).body.unread;
const mails = async () => (await world.settled(), world.sink.inbox.splice(0));
let freja: Person;
let moderator: Person;
beforeEach(async () => {
  freja = await world.person('Freja');
  moderator = await world.person('Mads', { language: 'en' });
  await mails();
});

/** A decision as the forum knows it from then on. */
function decided(action: 'post_hidden' | 'post_restored' | 'flags_dismissed' | 'appeal_granted' | 'appeal_upheld', rest: object = {}) {
  const example = forum.getDecisions.example.output.decisions[0]!;
  const decision = { ...example, decisionId: v7(), action, moderatorId: moderator.memberId, topicTitle: 'Havnebadet', rule: 'abuse', reason: 'Nævner en nabo ved navn', postNumber: 4, appealableUntil: null, ...rest };
  known.decisions.set(decision.decisionId, decision as never);
  return decision.decisionId;
}
const ofPost = () => ({ postId: v7(), topicId: v7(), categoryId: commons, authorId: freja.memberId, number: 4, moderatorId: moderator.memberId, digest: 'a'.repeat(64) });
const award = (rest: Partial<PayloadOf<typeof badge.badgeAwarded>> = {}) => ({ awardId: v7(), memberId: freja.memberId, badge: 'community-host', territory: 'DK', ...rest });

it('tells of a badge that was earned, given, renewed, expires, expired and was taken back', async () => {
  const courseId = '01900000-0000-7000-8000-000000000028';
  const one = award();
  await world.tell(badge.badgeAwarded, { ...one, level: 1, expiresAt: '2027-11-21T09:00:00.000Z', source: 'course', courseId, byId: null });
  expect(await list(freja)).toMatchObject([
    { kind: 'badge', event: 'awarded', awardId: one.awardId, badge: { badge: 'community-host', name: { da: 'Emblem community-host' } }, course: { slug: 'hosting' }, by: null, expiresAt: '2027-11-21T09:00:00.000Z', reasons: [{ reason: 'badge_awarded', rule: { rule: 'preference' } }] },
  ]);
  const [earned] = await mails();
  expect(earned!.mail).toMatchObject({ subject: 'Du har fået emblemet »Emblem community-host«' });
  expect(earned!.mail.text).toContain('Du har gennemført »Værtskab« og fået emblemet');
  expect(earned!.mail.text).toContain('Det gælder til 21. november 2027.');
  expect(earned!.mail.text).toContain('http://dk.localhost:8080/badges/community-host\n');

  await world.tell(badge.badgeAwarded, { ...award(), level: 2, expiresAt: null, source: 'hand', courseId: null, byId: moderator.memberId });
  expect((await mails())[0]!.mail.text).toContain('Mads gav dig emblemet');
  await world.tell(badge.badgeExpiring, { ...one, expiresAt: '2026-11-28T09:00:00.000Z', days: 7 });
  expect((await mails())[0]!.mail.text).toContain('udløber om 7 dage, den 28. november 2026');
  await world.tell(badge.badgeExpired, one);
  expect((await mails())[0]!.mail.text).toContain('Du får det igen ved at tage kurset »Værtskab«.');
  await world.tell(badge.badgeAwarded, { ...one, level: 1, expiresAt: null, source: 'renewal', courseId, byId: null });
  expect((await mails())[0]!.mail.subject).toContain('er fornyet');
  await world.tell(badge.badgeRevoked, { ...one, byId: moderator.memberId });
  expect((await mails())[0]!.mail.text).toContain('Mads tog dit emblem »Emblem community-host« tilbage.');
  expect((await list(freja)).map((item) => item.kind === 'badge' && item.event)).toEqual(['revoked', 'renewed', 'expired', 'expiring', 'awarded', 'awarded']);
  expect(await unread(freja)).toBe(6);
});

it('counts the days that a badge has left from now, in the list and in a late mail', async () => {
  const day = 24 * 3_600_000;
  const expiresAt = new Date(world.now() + 7 * day).toISOString();
  world.sink.plan({ code: 451 });
  await world.tell(badge.badgeExpiring, { ...award(), expiresAt, days: 7 });
  await world.settled();
  expect(await list(freja)).toMatchObject([{ event: 'expiring', days: 7 }]);
  await world.later(1.5 * day);
  expect((await mails())[0]!.mail.subject).toContain('udløber om 6 dage');
  for (const [ms, days] of [[4.5 * day, 1], [2 * day, 0]] as const) {
    await world.later(ms);
    expect(await list(freja)).toMatchObject([{ event: 'expiring', days }]);
  }
});

it('sends nothing about a badge that something newer has overtaken', async () => {
  const one = award();
  world.sink.plan({ code: 451 }, { code: 451 });
  await world.tell(badge.badgeAwarded, { ...one, level: 1, expiresAt: null, source: 'hand', courseId: null, byId: null });
  await world.settled();
  await world.tell(badge.badgeRevoked, { ...one, byId: null });
  await world.settled();
  await world.later(60_000);
  expect((await mails()).map(({ mail }) => mail.subject)).toEqual(['Dit emblem »Emblem community-host« er taget tilbage']);
  expect((await world.jobs()).filter(({ status }) => status === 'cancelled').at(-1)).toMatchObject({ kind: 'badge_awarded', note: 'the badge is not held any more' });
});

it('always lists the end of a badge, whatever was turned off', async () => {
  const { defaultPreferences: defaults } = notification;
  await world.call(notification.setPreferences, { as: freja, body: { ...defaults, mailPaused: true, pushPaused: true, reasons: { ...defaults.reasons, badge_ended: { inApp: true, mail: 'off', push: false } } } });
  await world.tell(badge.badgeExpired, award());
  expect(await list(freja)).toMatchObject([{ kind: 'badge', event: 'expired', reasons: [{ rule: { rule: 'always' } }] }]);
  expect(await mails()).toEqual([]);
});

it('tells an author what was hidden, by whom, why, by which rule and how to appeal', async () => {
  const decisionId = decided('post_hidden', { appealableUntil: '2026-12-05T09:00:00.000Z' });
  await world.tell(forum.postHidden, { ...ofPost(), decisionId });
  expect(await list(freja)).toMatchObject([
    { kind: 'moderation', event: 'post_hidden', decisionId, rule: 'abuse', reason: 'Nævner en nabo ved navn', moderator: { displayName: 'Mads' }, canAppeal: true, appealableUntil: '2026-12-05T09:00:00.000Z', outcome: null, post: { topicTitle: 'Havnebadet', number: 4 } },
  ]);
  const [mail] = await mails();
  expect(mail!.mail.subject).toBe('Dit indlæg i »Havnebadet« er skjult');
  expect(mail!.mail.text!.slice(0, mail!.mail.text!.indexOf('\n\nIkke flere'))).toBe(
    `Hej Freja\n\nMads skjulte dit indlæg nr. 4 i »Havnebadet«.\n\nReglen: krænkende eller chikanerende.\n\nBegrundelsen:\n\n> Nævner en nabo ved navn\n\nMener du, at det er forkert, kan du klage indtil 5. december 2026. En anden moderator ser så på det.\n\nSe afgørelsen og klag:\nhttp://dk.localhost:8080/moderation/log/${decisionId}\n\n-- \nDu får denne mail, fordi den handler om et indlæg, du har skrevet.`,
  );
  expect(mail!.header('List-Unsubscribe')).toBeDefined();
  const restored = decided('post_restored');
  await world.tell(forum.postRestored, { ...ofPost(), decisionId: restored, byAppeal: false });
  expect((await mails())[0]!.mail.text).toContain('Mads viser igen dit indlæg nr. 4');
  await world.tell(forum.postRestored, { ...ofPost(), decisionId: decided('post_restored'), byAppeal: true });
  expect(await mails()).toEqual([]);
});

it.each([['granted', 'giver dig ret'], ['upheld', 'det forbliver skjult']] as const)('tells an author that an appeal was %s', async (outcome, words) => {
  const decisionId = decided(outcome === 'granted' ? 'appeal_granted' : 'appeal_upheld');
  await world.tell(forum.appealDecided, { ...ofPost(), decisionId, appealId: v7(), appealedDecisionId: v7(), outcome });
  expect(await list(freja)).toMatchObject([{ kind: 'moderation', event: 'appeal_decided', outcome, reasons: [{ reason: 'appeal_decided' }] }]);
  expect((await mails())[0]!.mail.text).toContain(words);
});

it('tells moderators that work waits, in one item, until it is done; and those who flagged what came of it', async () => {
  world.hold(moderator, ['moderator']);
  const manager = await world.person('Gro');
  world.hold(manager, ['territory-manager']);
  const ida = await world.person('Ida');
  world.hold(ida, ['moderator']);
  const cases = [v7(), v7()];
  const flag = (caseId: string, flagger: Person) => world.tell(forum.flagCreated, { ...ofPost(), caseId, flagId: v7(), flaggerId: flagger.memberId });
  await flag(cases[0]!, ida);
  await flag(cases[0]!, freja);
  await flag(cases[1]!, freja);
  const appealId = v7();
  await world.tell(forum.appealCreated, { ...ofPost(), appealId, decisionId: v7(), moderatorId: moderator.memberId });
  expect(await list(moderator)).toMatchObject([{ kind: 'queue', flags: 2, appeals: 0, reasons: [{ reason: 'moderation_queue' }] }]);
  expect(await list(manager)).toMatchObject([{ kind: 'queue', flags: 2, appeals: 1 }]);
  // Not of her own flag, but of another's on the same post, and of the rest.
  expect(await list(ida)).toMatchObject([{ kind: 'queue', flags: 2, appeals: 1 }]);
  expect(await list(freja)).toEqual([]);
  expect(await mails()).toEqual([]);
  expect(JSON.stringify(await list(manager))).not.toContain(freja.memberId);

  const decisionId = decided('post_hidden');
  await world.tell(forum.flagDecided, { ...ofPost(), caseId: cases[0]!, decisionId, outcome: 'hidden', flaggerIds: [freja.memberId, ida.memberId] });
  await world.tell(forum.flagDecided, { ...ofPost(), caseId: cases[1]!, decisionId: decided('flags_dismissed'), outcome: 'dismissed', flaggerIds: [freja.memberId] });
  expect(await list(moderator)).toEqual([]);
  expect(await unread(moderator)).toBe(0);
  expect(await list(manager)).toMatchObject([{ kind: 'queue', flags: 0, appeals: 1 }]);
  expect((await list(freja)).map((item) => item.kind === 'moderation' && [item.event, item.outcome])).toEqual([['flag_decided', 'dismissed'], ['flag_decided', 'hidden']]);
  await world.tell(forum.appealDecided, { ...ofPost(), decisionId: decided('appeal_upheld'), appealId, appealedDecisionId: v7(), outcome: 'upheld' });
  expect(await list(manager)).toEqual([]);
});

it('shows the queue to moderators alone, also afterwards', async () => {
  const categoryId = world.category({ rule: 'everyone' }, { rule: 'badge', badge: 'harbour-guard', from: 'above' });
  world.hold(moderator, ['harbour-guard']);
  await world.tell(forum.flagCreated, { ...ofPost(), categoryId, caseId: v7(), flagId: v7(), flaggerId: freja.memberId });
  expect(await list(moderator)).toMatchObject([{ kind: 'queue', flags: 1 }]);
  world.hold(moderator, []);
  world.service('notification').app.get<{ forget(territory: string, memberId: string): void }>((await import('@unityplan/service-kit')).Permissions as never).forget('DK', moderator.memberId);
  expect(await list(moderator)).toEqual([]);
});

it('filters by kind', async () => {
  await world.tell(badge.badgeExpired, award());
  await world.reply(moderator, { to: freja });
  const kinds = async (kind: string) => (await world.call(notification.listNotifications, { as: freja, query: { kind } })).body.items.map((item) => item.kind);
  expect([await kinds('badge'), await kinds('post'), await kinds('queue')]).toEqual([['badge'], ['post'], []]);
});
