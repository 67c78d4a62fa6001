import { defineEvent } from '@unityplan/contracts';
import { z } from 'zod';
import type { Changes } from '../changes.ts';
import { ownerFile } from '../contracts.ts';
import { Refusal } from '../refusal.ts';
import { payloadOf, type Field } from '../text/fields.ts';
import { importNames } from '../text/imports.ts';
import { insertAfterLast } from '../text/lines.ts';
import { template } from '../text/template.ts';
import type { KnownEvent } from './event.ts';

/** Declares the event at the end of its owner's events.ts. */
export function eventContract(changes: Changes, { name, owner, exported, happened, order }: KnownEvent, fields: readonly Field[], about: string | undefined): void {
  refusePersonal(name, fields);
  const { payload, example, shapes } = payloadOf(fields);
  const places = { event: exported, 'event name': name, owner, key: order.name, about: quote(about ?? `${happened.title}.`), payload, example };
  const path = `libs/contracts/src/${owner}/events.ts`;
  const known = changes.read(path);
  if (known === undefined) changes.edit(ownerFile(owner), (text) => insertAfterLast(text, /^export \* from /, "export * from './events.ts';"));
  changes.put(path, (text = '') => {
    const used: [string, string[]][] = [
      ['zod', ['z']], ['../kernel/events.ts', ['defineEvent']],
      ...(example.includes('exampleId(') ? [['../kernel/examples.ts', ['exampleId']] as [string, string[]]] : []), ...(shapes.length > 0 ? [['../kernel/shapes.ts', shapes] as [string, string[]]] : []),
    ];
    return used.reduce((all, [from, names]) => importNames(all, from, names), text).trimEnd() + '\n' + template('event/contract.ts', places);
  });
}

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** The contracts refuse fields that say who someone is; so does this, before anything is written. */
function refusePersonal(name: string, fields: readonly Field[]): void {
  try {
    const payload = z.object(Object.fromEntries(fields.map((field) => [field.name, z.string()])));
    defineEvent({ name, version: 1, scope: 'territory', owner: '', orderBy: fields[0]!.name, personal: [], about: '', payload, example: Object.fromEntries(fields.map((field) => [field.name, ''])) });
  } catch (error) {
    throw new Refusal((error as Error).message);
  }
}
