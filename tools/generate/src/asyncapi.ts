import { allEvents, allRpcs, eventKey, websocket, type EventContract, type RpcContract } from '@unityplan/contracts';
import { z } from 'zod';
import { eventHeaders } from './asyncapi-headers.ts';
import { toJsonSchema, type JsonSchema } from './json-schema.ts';
import { nameShapes } from './named-shapes.ts';
import { shapeCollector } from './openapi.ts';
import { sortedBy, sortedEntries } from './stable.ts';

type Section = Record<string, JsonSchema>;
const channelRef = (name: string) => ({ $ref: `#/channels/${name}` });
const messageRef = (channel: string, message: string) => ({ $ref: `#/channels/${channel}/messages/${message}` });
const tokens: Record<string, JsonSchema> = {
  origin: { description: 'Subject token of the territory it happened in, or of the pod for global events' },
  target: { description: 'Subject token of the territory it goes to' },
  pod: { description: 'Id of the pod' },
};

/** The AsyncAPI 3.0 document: every event and RPC over NATS, and the live protocol of browsers. */
export function asyncapi(): JsonSchema {
  nameShapes();
  const { shapes, refs } = shapeCollector();
  const channels: Section = {};
  const operations: Section = {};
  for (const event of sortedBy(allEvents, eventKey)) addEvent(event, channels, operations, refs);
  for (const rpc of sortedBy(allRpcs, (r) => `${r.owner}.${r.method}`)) addRpc(rpc, channels, operations, refs);
  addLive(channels, operations, refs);
  return {
    asyncapi: '3.0.0',
    info: { title: 'UnityPlan messages', version: '1', description: 'What services tell and ask each other over NATS, and what a browser hears live. Generated from libs/contracts; do not edit.', license: { name: 'MIT' } },
    defaultContentType: 'application/json',
    servers: {
      nats: { host: '{host}', protocol: 'nats', description: 'The NATS server of the pod; events are kept by JetStream', variables: { host: { default: 'localhost:4222' } } },
      live: { host: '{host}', protocol: 'wss', description: 'The host of the territory', variables: { host: { default: 'dk.localhost:8080' } } },
    },
    channels,
    operations,
    components: { messageTraits: { event: { headers: eventHeaders } }, schemas: Object.fromEntries(sortedEntries(shapes)) },
  };
}

type Refs = ReturnType<typeof shapeCollector>['refs'];

/** Subject of an event as documents show it: `territory.{origin}.topic.created`. */
export const subjectPattern = (event: EventContract): string => `${event.scope}.{origin}.${event.scope === 'cross' ? '{target}.' : ''}${eventKey(event)}`;

const parametersIn = (address: string): Section =>
  Object.fromEntries([...address.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, tokens[name] ?? {}]));

function addEvent(event: EventContract, channels: Section, operations: Section, refs: Refs): void {
  const key = eventKey(event);
  const address = subjectPattern(event);
  channels[key] = {
    address,
    title: key,
    summary: event.about,
    servers: [{ $ref: '#/servers/nats' }],
    parameters: parametersIn(address),
    messages: {
      event: {
        name: key, title: key, summary: event.about,
        traits: [{ $ref: '#/components/messageTraits/event' }],
        payload: toJsonSchema(event.payload, 'output', refs),
        examples: [{ name: 'example', payload: event.example }],
        'x-owner': event.owner, 'x-order-key': event.orderBy, 'x-personal': event.personal,
      },
    },
  };
  operations[`publish.${key}`] = { action: 'send', summary: `Published by ${event.owner}`, tags: [{ name: event.owner }], channel: channelRef(key), messages: [messageRef(key, 'event')] };
}

function addRpc(rpc: RpcContract, channels: Section, operations: Section, refs: Refs): void {
  const name = `rpc.${rpc.owner}.${rpc.method}`;
  const address = `rpc.{pod}.${rpc.owner}.${rpc.method}`;
  const message = (side: 'input' | 'output'): JsonSchema => ({
    name: `${rpc.method}.${side}`, payload: toJsonSchema(rpc[side], side, refs), examples: [{ name: 'example', payload: rpc.example[side] }],
  });
  const servers = [{ $ref: '#/servers/nats' }];
  channels[name] = { address, title: `${rpc.owner}.${rpc.method}`, summary: rpc.about, servers, parameters: parametersIn(address), messages: { request: message('input') } };
  channels[`${name}.reply`] = { address: null, title: `Answer of ${rpc.owner}.${rpc.method}`, servers, messages: { answer: message('output') } };
  operations[`answer.${rpc.owner}.${rpc.method}`] = {
    action: 'receive', summary: rpc.about, tags: [{ name: rpc.owner }], channel: channelRef(name), messages: [messageRef(name, 'request')],
    reply: { address: { location: '$message.header#/reply', description: 'The inbox NATS made for this call' }, channel: channelRef(`${name}.reply`), messages: [messageRef(`${name}.reply`, 'answer')] },
    'x-owner': rpc.owner, 'x-deadline-ms': rpc.deadlineMs, 'x-idempotent': rpc.idempotent, 'x-errors': rpc.errors.map((error) => error.code),
  };
}

function addLive(channels: Section, operations: Section, refs: Refs): void {
  const sides = { client: [websocket.clientMessage, 'input', 'receive'], server: [websocket.serverMessage, 'output', 'send'] } as const;
  const messages: Section = {};
  for (const [side, [union, io, action]] of Object.entries(sides)) {
    const names = union.options.map((option) => {
      const type = option.shape.type.value;
      messages[`${side}.${type}`] = { name: type, title: `${type} (from the ${side})`, payload: toJsonSchema(option as z.ZodType, io, refs) };
      return `${side}.${type}`;
    });
    operations[`live.${side}`] = { action, summary: `What the ${side} says`, tags: [{ name: 'websocket' }], channel: channelRef('live'), messages: names.map((name) => messageRef('live', name)) };
  }
  channels['live'] = { address: '/ws', title: 'Live updates', summary: `The live protocol, version ${websocket.protocolVersion}`, servers: [{ $ref: '#/servers/live' }], messages };
}
