import { auth } from '@unityplan/contracts';
import { Relay, RpcClient } from '@unityplan/messaging';
import { deliver, startConstellation, type TestMember } from '@unityplan/testing';
import pg from 'pg';
import { startUser } from '../src/app.ts';
import { startFilesStandIn } from './files-stand-in.ts';

/** The user service and a relay that carries its events; verified members come as auth's event would bring them. */
export async function userAlone({ files = true } = {}) {
  const pod = await startConstellation({ services: files ? [startUser, startFilesStandIn] : [startUser] });
  // Both territories' test keys are published before the service reads them for the first time.
  await Promise.all([pod.member('DK'), pod.member('NO')]);
  const { databases, leases, nats } = pod.resources;
  const carrier = new pg.Pool({ ...databases.connection('global', 'event'), max: 2 });
  const relay = new Relay({ pod: pod.config.podId, link: nats, leases, database: carrier });
  relay.start();
  const rpc = new RpcClient({ link: pod.resources.nats, pod: pod.config.podId });
  const { messaging } = pod.service('user');
  const verified = async (territory = 'DK', language: 'en' | 'da' = 'da'): Promise<TestMember> => {
    const member = await pod.member(territory);
    await deliver(messaging, auth.accountVerified, { memberId: member.memberId, language }, { territory });
    return member;
  };
  /** Resolves when every event so far was carried and handled, and what came of it. */
  const settled = async () => {
    for (let round = 0; round < 3; round++) {
      await relay.drain();
      await messaging.drain();
    }
  };
  const stop = async () => {
    await relay.stop();
    await carrier.end();
    await pod.stop();
  };
  return { ...pod, rpc, messaging, verified, settled, stop };
}
export type UserAlone = Awaited<ReturnType<typeof userAlone>>;
