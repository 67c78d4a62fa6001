/** Carries out the order ORDER_ID and dies, as by kill -9, where KILL_AT says. */
import { onFailPoint } from '@unityplan/messaging/testing';
import { podFrom } from '../src/pod.config.ts';
import { Provision } from '../src/provision/provision.ts';
import { openGlobal } from '../src/provision/territory-db.ts';

const die = (at: string): void => {
  if (at === process.env['KILL_AT']) process.kill(process.pid, 'SIGKILL');
};
onFailPoint(die);
const pod = podFrom(process.env);
await new Provision(pod, openGlobal(pod.databases)).carryOut(process.env['ORDER_ID']!, die);
