import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { allErrors, allEvents, allRoutes, eventKey, owners } from '@unityplan/contracts';
import { Refusal } from './refusal.ts';

/** Names that a run is about to give to contracts. */
export interface NewContracts {
  readonly routes?: readonly { readonly id: string; readonly path: string }[];
  readonly events?: readonly string[];
  readonly errors?: readonly string[];
  readonly shapes?: readonly string[];
}

const ofPath = (path: string): string => path.split('/')[1] ?? '';
const shapes = (): Set<string> => new Set(Object.values(owners).flatMap((owner) => Object.entries(owner).flatMap(([name, value]) => (value instanceof z.ZodType ? [name] : []))));

/** Throws a Refusal when one of the names belongs to someone already: names of contracts are the platform's, not the owner's. */
export function refuseTakenContracts(wanted: NewContracts): void {
  for (const { id, path } of wanted.routes ?? []) {
    const taken = allRoutes.find((route) => route.id === id) ?? allRoutes.find((route) => ofPath(route.path) === ofPath(path));
    if (taken) throw new Refusal(`The route ${taken.id} (${taken.method} ${taken.path}) of ${taken.owner} exists already. Choose another name.`);
  }
  for (const key of wanted.events ?? []) {
    const taken = allEvents.find((event) => eventKey(event) === key);
    if (taken) throw new Refusal(`The event ${key} of ${taken.owner} exists already. Choose another name.`);
  }
  for (const code of wanted.errors ?? []) if (Object.hasOwn(allErrors, code)) throw new Refusal(`The error ${code} exists already. Choose another name.`);
  const known = shapes();
  for (const name of wanted.shapes ?? []) if (known.has(name)) throw new Refusal(`A contract exports a shape called ${name} already. Choose another name.`);
}

/** The file of an owner's contracts that the others are exported from: `libs/contracts/src/time-bank/time-bank.ts`. */
export const ownerFile = (owner: string): string => `libs/contracts/src/${owner}/${owner}.ts`;

/** The namespace by which the code knows an owner's contracts, as owners.ts exports it. */
export function namespaceOf(root: string, owner: string): string {
  const text = readFileSync(join(root, 'libs/contracts/src/owners.ts'), 'utf8');
  const found = new RegExp(`export \\* as (\\w+) from '\\./${owner}/`).exec(text)?.[1];
  if (!found) throw new Refusal(`libs/contracts/src/owners.ts knows no owner ${owner}. There are: ${Object.keys(owners).join(', ')}.`);
  return found;
}
