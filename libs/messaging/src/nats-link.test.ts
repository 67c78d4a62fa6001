import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { NatsLink } from './nats-link.ts';

let server: Server, link: NatsLink;
/** How many of the next logins are refused. */
let refusals = 0;
const sockets = new Set<Socket>();

beforeEach(async () => {
  refusals = 0;
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write('INFO {"server_id":"x","version":"2.12.0","max_payload":1048576,"headers":true,"auth_required":true}\r\n');
    socket.on('data', (data) => {
      const text = data.toString();
      if (text.includes('CONNECT') && refusals > 0) {
        refusals--;
        socket.end("-ERR 'Authorization Violation'\r\n");
      } else if (text.includes('PING')) socket.write('PONG\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  link = new NatsLink({ url: `nats://127.0.0.1:${(server.address() as AddressInfo).port}`, user: 'pod', password: 'pod', name: 'test' });
});
afterEach(async () => {
  await link.drain();
  for (const socket of sockets) socket.destroy();
  server.close();
});

it('says at once that it is refused', async () => {
  refusals = 9;
  await expect(link.connect()).rejects.toThrow('Authorization Violation');
});

it('comes back after a server that is set up anew has refused it for a while', async () => {
  await link.connect();
  const back = new Promise<void>((resolve) => link.onReconnect(resolve));
  refusals = 4;
  for (const socket of sockets) socket.destroy();
  await back;
  expect(link.status).toBe('up');
  expect(refusals).toBe(0);
});
