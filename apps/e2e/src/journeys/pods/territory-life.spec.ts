import { expect, test } from '@playwright/test';
import { forum, roleKeys, territory } from '@unityplan/contracts';
import { ApiMember, eventually } from '../../actors/api-member.ts';
import { Person } from '../../actors/member.ts';
import { awardByOperator, operate } from '../../actors/operator.ts';
import { mailsTo, type PodUnderTest } from '../../pod.ts';
import { freezeService, killService, runPod, type RunningPod } from '../../run-pod.ts';
import { expectAllOnce, expectHeard, mention, settle, statusOf, waitingMails, type Residents } from './residents.ts';
import { whoAnswers } from './three-territories.ts';

const patienceMs = 45_000;

test('territories come, rest, go on and end while the pod runs, and single processes die', async ({ context }) => {
  test.setTimeout(480_000);
  let pod: RunningPod | undefined;
  try {
    pod = await runPod({ port: 25_480, args: ['--processes'] });
    const boss = await new ApiMember({ ...pod, slug: 'dk' }, 'Boss').join();
    await awardByOperator({ ...pod, slug: 'dk' }, boss.handle, roleKeys.manager);
    const [ribe, haida] = await open(pod, boss);
    const both = await test.step('people sign up in both, talk, earn a badge and upload a picture', () => Promise.all([settle(ribe), settle(haida)]));
    await test.step('a mention is seen live and mailed, while services die', async () => {
      for (const service of ['notification', 'event']) killService(pod!, service);
      await Promise.all(both.map((one) => mention(one, 'Come in')));
      killService(pod!, 'websocket');
      await Promise.all(both.map((one) => expectHeard(one, 'Come in')));
    });
    const elsewhere = await settle({ ...pod, slug: 'dk' });
    await rest(pod, boss, both, elsewhere, context);
    await end(pod, boss, both);
    for (const { line } of [...both, elsewhere]) line.close();
  } finally {
    await pod?.stop();
  }
});

/** One by a manager, one by the operator, with the provisioner dying meanwhile. */
async function open(pod: RunningPod, boss: ApiMember): Promise<[PodUnderTest, PodUnderTest]> {
  return test.step('a manager opens a community and the operator a First Nation; the provisioner dies meanwhile', async () => {
    const body = { territoryId: 'DK-RIBE', name: { en: 'Ribe', da: 'Ribe' }, defaultLanguage: 'en' } as const;
    const { orderId } = await eventually(() => boss.call(territory.requestTerritory, { body }));
    killService(pod, 'provisioner');
    const made = await operate(pod, 'territory', ['create', 'HAIDA-FN-CA']);
    expect(made.out).toContain('HAIDA-FN-CA is open after');
    await eventually(async () => expect((await boss.call(territory.getTerritoryOrder, { params: { orderId } })).status).toBe('done'), patienceMs);
    for (const [slug, id] of [['dk-ribe', 'DK-RIBE'], ['haida-fn-ca', 'HAIDA-FN-CA']] as const) await eventually(async () => expect(await whoAnswers(pod, slug)).toBe(id));
    return [{ ...pod, slug: 'dk-ribe' }, { ...pod, slug: 'haida-fn-ca' }];
  });
}

/** Work that came while a territory was closed waits for it, and is done once. */
async function rest(pod: RunningPod, boss: ApiMember, both: readonly Residents[], elsewhere: Residents, context: Parameters<typeof Person.arrive>[0]): Promise<void> {
  await test.step('both are suspended with a topic that nobody was told of yet', async () => {
    freezeService(pod, 'notification');
    await Promise.all(both.map((one) => mention(one, 'While you sleep')));
    await setStatus(pod, boss, 'suspended');
  });

  await test.step('sockets are closed, pages and calls say so', async () => {
    for (const { here, freja, line, picture } of both) {
      await eventually(async () => expect(line.closings).toContain('drain'), patienceMs);
      expect(await freja.refused(forum.listTopics)).toMatchObject({ status: 403, problem: { code: 'territory_suspended', detail: expect.stringContaining('Nothing is lost') } });
      expect(await statusOf(here, picture)).toBe(403);
    }
    const visitor = await Person.arrive(context, 'Visitor', { base: `http://dk-ribe.localhost:${pod.port}` });
    await visitor.open('/');
    await expect(visitor.page.getByRole('heading', { name: visitor.t('common:closedTerritory.suspended', { territory: 'Ribe' }) })).toBeVisible();
    await visitor.page.close();
  });

  await test.step('its mails wait, also for services that have just started, while another territory’s leave', async () => {
    for (const service of ['notification', 'event', 'provisioner']) killService(pod, service);
    await eventually(async () => expect(await Promise.all(both.map(({ here }) => waitingMails(here)))).toEqual([1, 1]), patienceMs);
    await mention(elsewhere, 'Awake');
    await expectHeard(elsewhere, 'Awake');
    killService(pod, 'notification');
    await mention(elsewhere, 'Still awake');
    await expectHeard(elsewhere, 'Still awake');
    expect(await Promise.all(both.map(({ here }) => waitingMails(here)))).toEqual([1, 1]);
    for (const { freja } of both) expect((await mailsTo(freja.email, elsewhere.here)).filter(({ subject }) => subject.includes('While you sleep'))).toEqual([]);
  });

  await test.step('resumed, everything arrives, and once', async () => {
    await setStatus(pod, boss, 'active');
    killService(pod, 'websocket');
    await Promise.all(both.map((one) => expectHeard(one, 'While you sleep')));
    await Promise.all(both.map((one) => mention(one, 'Good morning')));
    await Promise.all(both.map((one) => expectAllOnce(one, ['Come in', 'While you sleep', 'Good morning'])));
  });
}

async function end(pod: RunningPod, boss: ApiMember, both: readonly Residents[]): Promise<void> {
  await test.step('archived, they stay closed, and nothing waits in vain', async () => {
    await setStatus(pod, boss, 'archived');
    for (const { freja } of both)
      await eventually(async () => expect((await freja.refused(forum.listTopics)).problem.code).toBe('territory_archived'));
    const again = await boss.refused(territory.setTerritoryStatus, { params: { territoryId: 'DK-RIBE' }, body: { status: 'active', reason: 'For the test' } });
    expect(again.problem.code).toBe('territory_archived');
    expect((await operate(pod, 'redrive', ['notification', '--list'])).out).toContain('notification has no dead letters.');
    expect((await operate(pod, 'audit', ['verify'])).code).toBe(0);
  });
}

const commands = { suspended: ['suspend'], active: ['resume'], archived: ['archive', '--for-good'] } as const;

/** The community by its manager, the First Nation by the operator. */
async function setStatus(pod: RunningPod, boss: ApiMember, status: keyof typeof commands): Promise<void> {
  await boss.call(territory.setTerritoryStatus, { params: { territoryId: 'DK-RIBE' }, body: { status, reason: 'For the test' } });
  const [command, ...more] = commands[status];
  expect(await operate(pod, 'territory', [command, 'HAIDA-FN-CA', '--reason', 'For the test', ...more])).toMatchObject({ code: 0 });
}
