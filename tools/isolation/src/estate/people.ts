import { auth, badge, notification, roleKeys, user } from '@unityplan/contracts';
import { namesOf } from '@unityplan/territory/names';
import { canary } from '../canaries.ts';
import type { Pod } from '../pod.ts';
import type { TerritoryId } from '../territories.ts';
import type { WireAnswer } from '../wire.ts';
import type { Caller, Person } from './caller.ts';

const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** Someone who registered, confirmed, signed in on a phone and in a browser, and took a name. */
export async function join(pod: Pod, territory: TerritoryId, { call, ask }: Caller): Promise<Person> {
  const handle = canary(territory, 'open');
  const email = `${canary(territory, 'own')}@example.org`;
  const password = `${canary(territory, 'own')} four words`;
  await call(auth.register, { body: { email, password, language: 'en' } });
  const memberId = await newest(pod, territory);
  const { token: link } = await pod.rpc.call(auth.mailToken, territory, { memberId, purpose: 'verify_email' });
  await call(auth.verifyEmail, { body: { token: link } });
  const { sessionId, accessToken, refreshToken } = await call(auth.signIn, { body: { email, password, client: 'native' } });
  const browser = await ask(auth.signIn, { body: { email, password, client: 'browser' }, headers: { 'user-agent': userAgent } });
  const { sessionId: browserSessionId } = JSON.parse(browser.body.toString()) as { sessionId: string };
  const person = { territory, memberId, sessionId, email, password, handle, token: accessToken!, refreshToken: refreshToken!, cookie: cookiesOf(browser), browserSessionId };
  await pod.drain();
  await call(user.updateOwnProfile, { as: person, body: { handle, displayName: `Name ${canary(territory, 'open')}`, about: `About ${canary(territory, 'own')}` } });
  await call(notification.setPreferences, { as: person, body: { ...notification.defaultPreferences, digest: { on: false, every: 'weekly', weekday: 3, hour: 11 }, quietHours: null } });
  return person;
}

const cookiesOf = ({ headers }: WireAnswer): string => [headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0]).join('; ');

/** Renews both sessions of someone: access tokens end after a quarter of an hour, and a proof on a busy machine takes longer. */
export async function renew(person: Person, host: string, { call, ask }: Caller): Promise<void> {
  const { accessToken, refreshToken } = await call(auth.refresh, { body: { refreshToken: person.refreshToken } });
  const browser = await ask(auth.refresh, { body: {}, headers: { cookie: person.cookie, origin: `http://${host}`, 'x-unityplan-request': '1' } });
  Object.assign(person, { token: accessToken!, refreshToken: refreshToken!, cookie: cookiesOf(browser) });
}

/** Makes a member the manager of their territory, as the operator does with the first one. */
export async function promote(pod: Pod, { territory, memberId }: Person): Promise<void> {
  await pod.rpc.call(badge.awardBadge, territory, { memberId, badge: roleKeys.manager, territory, reason: `Chosen ${canary(territory, 'own')}`, key: `first-manager-${territory}` });
}

/** The member behind the newest account; people of a territory come one after the other. */
export async function newest(pod: Pod, territory: TerritoryId): Promise<string> {
  const rows = await pod.inside.of<{ member_id: string }>(territory, `select member_id from ${namesOf(territory).schema}.accounts order by member_id desc limit 1`);
  return rows[0]!.member_id;
}
