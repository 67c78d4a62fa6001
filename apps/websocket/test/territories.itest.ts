import { territory } from '@unityplan/contracts';
import type { TestMember } from '@unityplan/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Client, startRig, type Rig } from './rig.ts';

let rig: Rig;
let [freja, nils]: TestMember[] = [];
beforeAll(async () => {
  rig = await startRig({ drainSpreadMs: 1_000 });
  [freja, nils] = [await rig.constellation.member('DK'), await rig.constellation.member('NO')];
});
afterAll(() => rig?.stop());

/** As the territory service does it: the row, and the event that tells of it. */
async function setStatus(territoryId: string, status: 'active' | 'suspended' | 'archived'): Promise<void> {
  await rig.constellation.ground.query('update global.territories set status = $2 where id = $1', [territoryId, status]);
  await rig.publish(territory.territoryChanged, [{ territoryId, status, routingEpoch: 9 }]);
}
const opening = () => Client.open(rig.service.url, rig.constellation.config.podSecret, 'NO');

it('closes the sockets of a territory that is suspended, and no others, and lets them in when it goes on', async () => {
  const [here, there] = [await rig.connect({ as: freja! }), await rig.connect({ as: nils!, territory: 'NO' })];
  await setStatus('NO', 'suspended');
  expect(await there.until(({ type }) => type === 'closing')).toMatchObject({ reason: 'drain' });
  expect(await there.end()).toBe(1012);
  await expect(opening()).rejects.toThrow('403');
  here.send({ type: 'ping' });
  await here.until(({ type }) => type === 'pong');
  await setStatus('NO', 'active');
  await rig.constellation.resources.registry.refresh();
  (await rig.connect({ as: nils!, territory: 'NO' })).socket.close();
  here.socket.close();
});
