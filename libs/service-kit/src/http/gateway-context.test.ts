import { expect, it } from 'vitest';
import { openContext, signContext } from './gateway-context.ts';

const key = Buffer.alloc(32, 1);
const facts = { territory: 'DK', ip: '192.0.2.1', routingEpoch: 3 };

it('opens what the gateway signed', () => {
  expect(openContext(signContext(facts, key), key)).toEqual(facts);
});

it('opens nothing else', () => {
  const signed = signContext(facts, key, 1_000);
  expect(openContext(signed, key, 1_000)).toEqual(facts);
  expect(openContext(signed, key, 62_000)).toBeUndefined();
  expect(openContext(signed.replace('DK', 'NO'), key, 1_000)).toBeUndefined();
  expect(openContext(signed, Buffer.alloc(32, 2), 1_000)).toBeUndefined();
  for (const text of [undefined, '', '|', 'DK|192.0.2.1|3|1000|', 'DK']) expect(openContext(text, key, 1_000)).toBeUndefined();
});
