import { createConnection } from 'node:net';
import { contextHeader, contextKeyPurpose, deriveKey, signContext } from '@unityplan/service-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startRig, type Rig } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig?.stop());

/** Opens a connection by hand, writes bytes after the handshake, and resolves with the code of the closing frame (0: none) once it has ended. */
function endOf(bytes: readonly number[] | Buffer): Promise<number> {
  const context = signContext({ territory: 'DK', ip: '192.0.2.1', routingEpoch: 1 }, deriveKey(rig.constellation.config.podSecret, contextKeyPurpose));
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port: Number(new URL(rig.service.url).port) });
    let heard = Buffer.alloc(0);
    let sent = false;
    socket.write(`GET /ws HTTP/1.1\r\nhost: dk.localhost\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n${contextHeader}: ${context}\r\n\r\n`);
    socket.on('data', (part) => {
      heard = Buffer.concat([heard, part]);
      if (sent || !heard.includes('\r\n\r\n')) return;
      sent = true;
      socket.write(Buffer.from(bytes));
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const frames = heard.subarray(heard.indexOf('\r\n\r\n') + 4);
      const at = frames.lastIndexOf(0x88);
      resolve(at < 0 || frames.length < at + 4 ? 0 : frames.readUInt16BE(at + 2));
    });
  });
}
const masked = (first: number, payload: Buffer): Buffer => Buffer.concat([Buffer.from([first, 0x80 | payload.length, 0, 0, 0, 0]), payload]);

it.each<[string, () => readonly number[] | Buffer, number]>([
  ['that are not masked', () => [0x81, 0x02, 0x7b, 0x7d], 1002],
  ['with reserved bits', () => masked(0xf1, Buffer.from('{}')), 1002],
  ['of a kind that there is not', () => masked(0x83, Buffer.from('{}')), 1002],
  ['that go on with nothing begun', () => masked(0x80, Buffer.from('{}')), 1002],
  ['of control in pieces', () => masked(0x09, Buffer.from('x')), 1002],
  ['that announce 8 exabytes', () => [0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], 1009],
  ['that announce 4,097 bytes', () => [0x81, 0xfe, 0x10, 0x01, 0, 0, 0, 0], 1009],
  ['that are no UTF-8', () => masked(0x81, Buffer.from([0xff, 0xfe])), 1007],
  ['in many pieces that are too much together', () => Buffer.concat([masked(0x01, Buffer.alloc(120, 97)), ...Array.from({ length: 40 }, () => masked(0x00, Buffer.alloc(120, 97)))]), 1009],
  ['that are binary', () => masked(0x82, Buffer.from('{}')), 1002],
  ['that are no messages', () => masked(0x81, Buffer.from('{"type":"__proto__"}')), 1002],
])('frames %s end the connection, with the reason, and nothing else', async (_, bytes, code) => {
  const other = await rig.connect();
  expect(await endOf(bytes())).toBe(code);
  await other.subscribe('territory');
  other.socket.close();
});
