import { setTimeout as sleep } from 'node:timers/promises';
import { isSame, OrdersRepository, particularsOf, type OrderRow, type Wish } from '@unityplan/territory-service/life';
import { v7 } from 'uuid';
import type { Creation } from './command.ts';
import { Provision } from './provision/provision.ts';
import { addressOf, Refusal, type Surroundings } from './surroundings.ts';
import { wishOf } from './wish.ts';

const tries = 5;

/** Records an order and carries it out, or watches the provisioner do so; answers the exit code. */
export async function create(creation: Creation, { pod, db, registry, print }: Surroundings): Promise<number> {
  const { territory } = creation;
  const known = registry.get(territory);
  if (known && known.status !== 'listed') return standing(known.status, known.podId, creation, pod, print);
  const wish = wishOf(creation, registry);
  const order = await db.global.transact(async (tx) => {
    const orders = new OrdersRepository();
    const given = await orders.standing(tx, territory);
    if (given && given.status !== 'done') return adopted(given, wish);
    const made = await orders.insert(tx, { ...particularsOf(wish, registry), id: v7(), requested_by: null, requested_in: null });
    return made ?? adopted((await orders.standing(tx, territory))!, wish);
  });
  const started = performance.now();
  const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const done = await carriedOut(new Provision(pod, db), order.id, (what) => print(`${seconds().padStart(7)}  ${what}`));
  if (done.status === 'failed') {
    print(`${territory} could not be opened. ${done.problem_en}\n  ${done.detail}`);
    return 1;
  }
  print(`${territory} is open after ${seconds()}: ${addressOf(pod, territory)}`);
  print(`Its first manager comes to office with: npm run badge -- award --territory ${territory} --member @handle --badge territory-manager --reason "First manager"`);
  return 0;
}

function standing(status: string, podId: string | null, { territory }: Creation, pod: Surroundings['pod'], print: (line: string) => void): number {
  if (podId !== pod.podId) throw new Refusal(`${territory} is served by the pod ${podId}.`);
  if (status === 'archived') throw new Refusal(`${territory} was archived and stays closed; its data is kept. Choose another id for something new.`);
  if (status === 'suspended') throw new Refusal(`${territory} is there and suspended: npm run territory -- resume ${territory} --reason "…"`);
  print(`${territory} is open already: ${addressOf(pod, territory)}`);
  return 0;
}

/** An order that somebody gave before, when it says the same. */
function adopted(order: OrderRow, wish: Wish): OrderRow {
  if (isSame(order, wish)) return order;
  throw new Refusal(`${order.territory} is being created with other particulars. Wait until it is done, then change what should differ.`);
}

async function carriedOut(provision: Provision, orderId: string, tell: (what: string) => void): Promise<OrderRow> {
  let told: OrderRow['step'] | undefined;
  for (let failures = 0; ; ) {
    try {
      const order = await provision.carryOut(orderId, tell);
      if (order !== 'busy') return order;
      const seen = (await provision.find(orderId))!;
      if (seen.status === 'done' || seen.status === 'failed') return seen;
      if (seen.step !== told) tell(`in the provisioner’s hands: ${seen.step}`);
      told = seen.step;
      await sleep(200);
    } catch (error) {
      if (++failures >= tries) throw new Error(`It is recorded and will be carried out by the provisioner, or by this command again; now it could not be: ${(error as Error).message}`, { cause: error });
      tell(`${(error as Error).message}; trying again`);
      await sleep(1_000 * failures);
    }
  }
}
