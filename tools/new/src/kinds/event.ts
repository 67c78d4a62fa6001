import { allEvents, eventKey, owners } from '@unityplan/contracts';
import type { Changes } from '../changes.ts';
import { namespaceOf } from '../contracts.ts';
import { Refusal } from '../refusal.ts';
import { readEventName } from '../text/names.ts';
import { readFields, type Field } from '../text/fields.ts';
import { formsOf, type Forms } from '../text/words.ts';
import { serviceOf, type Service } from '../workspace.ts';
import { eventContract } from './event-contract.ts';
import { eventHandler } from './event-handler.ts';

/** What an event is made from; with the name of one that is there, only a handler is made. */
export interface EventWish {
  readonly name: string;
  /** The service that publishes it. */
  readonly owner?: string | undefined;
  /** The service that handles it. */
  readonly to?: string | undefined;
  /** `memberId:id,stars:int` */
  readonly fields?: string | undefined;
  /** The field of whose value events keep their order; the first field when left out. */
  readonly order?: string | undefined;
  readonly about?: string | undefined;
}

/** The event in the forms that its handler is written with. */
export interface KnownEvent {
  readonly name: string;
  readonly owner: string;
  /** `recipe`, under which the code knows the owner's contracts */
  readonly namespace: string;
  /** `recipeCooked`, as the contract is exported */
  readonly exported: string;
  readonly happened: Forms;
  readonly order: Field;
}

/** An event with its example, and a handler with a table of its own in another service; or a handler alone. */
export function newEvent(changes: Changes, wish: EventWish, now: Date): void {
  const { noun, verb } = readEventName(wish.name);
  const happened = formsOf(`${noun.kebab}-${verb.kebab}`);
  const consumer = serviceOf(changes.root, wish.to, 'to');
  const known = allEvents.find((event) => eventKey(event) === wish.name);
  const event = known ? knownEvent(changes, wish, happened) : declared(changes, wish, happened);
  eventHandler(changes, consumer, event, now);
}

function knownEvent(changes: Changes, wish: EventWish, happened: Forms): KnownEvent {
  const contract = allEvents.find((each) => eventKey(each) === wish.name)!;
  if (wish.owner || wish.fields || wish.order) throw new Refusal(`The event ${wish.name} of ${contract.owner} exists already. Leave out --owner, --fields and --order to make a handler for it, or choose another name.`);
  const exported = Object.entries(owners[contract.owner as keyof typeof owners] ?? {}).find(([, value]) => (value as unknown) === contract)?.[0];
  if (!exported) throw new Refusal(`The contract of ${wish.name} is not exported by its owner ${contract.owner}.`);
  return { name: wish.name, owner: contract.owner, namespace: namespaceOf(changes.root, contract.owner), exported, happened, order: { name: contract.orderBy, type: 'id' } };
}

function declared(changes: Changes, wish: EventWish, happened: Forms): KnownEvent {
  const owner: Service = serviceOf(changes.root, wish.owner, 'owner');
  const fields = readFields(wish.fields ?? `${formsOf(readEventName(wish.name).noun.kebab).camel}Id:id`);
  const order = fields.find(({ name }) => name === (wish.order ?? fields[0]!.name));
  if (!order) throw new Refusal(`--order knows ${fields.map(({ name }) => name).join(', ')}; not ${wish.order}.`);
  if (!['id', 'text', 'territory'].includes(order.type)) throw new Refusal(`--order ${order.name} is a ${order.type}; order is kept by an id, a text or a territory.`);
  const event = { name: wish.name, owner: owner.name.kebab, namespace: namespaceOf(changes.root, owner.name.kebab), exported: happened.camel, happened, order };
  eventContract(changes, event, fields, wish.about);
  return event;
}
