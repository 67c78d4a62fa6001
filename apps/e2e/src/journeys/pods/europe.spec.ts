import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { forum, user } from '@unityplan/contracts';
import { eventually } from '../../actors/api-member.ts';
import { migrateByOperator, operate } from '../../actors/operator.ts';
import { pod as denmark } from '../../pod.ts';
import type { RunningPod } from '../../run-pod.ts';
import { places, runEurope, whereTerritoriesAre, type Layout } from './europe-pod.ts';
import { expectOnce, openCommunity, talkInThree, whoAnswers } from './three-territories.ts';

const layouts: readonly { layout: Layout; where: Record<string, string[]> }[] = [
  { layout: 'own', where: { unityplan_de: ['territory_de'], unityplan_es: ['territory_es'], unityplan_eu: [], unityplan_fr: ['territory_fr'] } },
  { layout: 'one', where: { unityplan_eu: ['territory_de', 'territory_es', 'territory_fr'] } },
];

for (const { layout, where } of layouts)
  test(`three territories in ${layout === 'own' ? 'databases of their own' : 'one database'}, beside Denmark`, async () => {
    test.setTimeout(480_000);
    const before = processOf(denmark);
    let europe: RunningPod | undefined;
    try {
      europe = await runEurope(layout, { processes: true });
      for (const { slug } of places) expect(europe.said()).toContain(`http://${slug}.localhost:${europe.port}`);
      expect(await whereTerritoriesAre(europe)).toEqual(where);
      const stays = await talkInThree(europe);
      const community = await openCommunity(europe, stays[0]!);
      await expectSound(europe);

      await test.step('Ctrl-C stops only its own; a later start goes on from its data, in one process', async () => {
        expect(await europe!.halt()).toBe(0);
        await expectUntouched(before);
        europe = await runEurope(layout, { processes: false, state: europe!.state });
        await Promise.all(stays.map(({ freja }) => eventually(() => freja.signIn(), 30_000)));
        await expectOnce(europe, stays);
        expect(await whoAnswers(europe, 'de-berlin')).toBe(community);
        expect(europe.said()).toContain(`http://de-berlin.localhost:${europe.port}`);
        const [de, fr] = stays;
        expect((await de!.freja.call(user.getOwnProfile)).handle).toBe(de!.freja.handle);
        expect((await fr!.mads.call(forum.createPost, { params: { topicId: fr!.topicId }, body: { markdown: 'Still here.' } })).number).toBe(3);
      });
    } finally {
      await europe?.stop();
    }
    await expectUntouched(before);
  });

/** What an operator looks at: the schemas of every database, and the trail of every territory. */
async function expectSound(europe: RunningPod): Promise<void> {
  await test.step('the operator finds every schema and every trail sound', async () => {
    const [status, drift, audit, letters] = await Promise.all([
      migrateByOperator(europe, 'status'), migrateByOperator(europe, 'drift'), operate(europe, 'audit', ['verify']), operate(europe, 'redrive', ['notification', '--list']),
    ]);
    expect([status.code, drift.code, audit.code]).toEqual([0, 0, 0]);
    for (const { id, slug } of places) {
      expect(status.out).toMatch(new RegExp(`territory_${slug}: \\d+ applied, 0 pending`));
      expect(audit.out).toMatch(new RegExp(`^${id}: ([5-9]|\\d\\d+) entries, all right`, 'm'));
    }
    expect(letters.out).toContain('notification has no dead letters.');
  });
}

/** The process of the other pod's services, which must not notice anything. */
const processOf = ({ state }: typeof denmark): unknown => JSON.parse(readFileSync(join(state, 'run', 'pod.json'), 'utf8'));

async function expectUntouched(before: unknown): Promise<void> {
  expect((await fetch(`http://127.0.0.1:${denmark.port}/health/ready`)).status).toBe(200);
  expect(processOf(denmark)).toEqual(before);
}
